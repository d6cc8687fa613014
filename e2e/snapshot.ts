import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a server that has just seeded its demonstration. */
    snapshot: string;
  }
}

/** Once per run: every file begins with a copy of the same data, instead of seeding its own. */
export default async function setup(project: TestProject): Promise<() => void> {
  const server = await startServer();
  await server.halt();
  project.provide('snapshot', server.dataDir);
  return () => rmSync(server.dataDir, { recursive: true });
}

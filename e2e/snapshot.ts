import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a server that has just seeded its demonstration. */
    snapshot: string;
    /** The address of a server for those who only look and ask. */
    visitorServer: string;
  }
}

/** Once per run: every file begins with a copy of the same data, instead of seeding its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [seeding, visitors] = await Promise.all([startServer(), startServer()]);
  await seeding.halt();
  project.provide('snapshot', seeding.dataDir);
  project.provide('visitorServer', visitors.address);
  return async () => {
    await visitors.stop();
    rmSync(seeding.dataDir, { recursive: true });
  };
}

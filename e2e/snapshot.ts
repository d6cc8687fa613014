import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a server that has just seeded its demonstration. */
    snapshot: string;
    /** The address of a server for those who only look and ask: it has nothing but the law as shipped. */
    visitorServer: string;
    /** The address of a server with the demonstration, for walks that keep out of one another's way. */
    sharedServer: string;
  }
}

/** Once per run: every file begins with a copy of the same data, instead of seeding its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [seeding, visitors] = await Promise.all([
    startServer(),
    startServer(undefined, { LUDAO_DEMO: 'off' }),
  ]);
  await seeding.halt();
  const shared = await startServer(seeding.dataDir);
  project.provide('snapshot', seeding.dataDir);
  project.provide('sharedServer', shared.address);
  project.provide('visitorServer', visitors.address);
  return async () => {
    await visitors.stop();
    await shared.stop();
    rmSync(seeding.dataDir, { recursive: true });
  };
}

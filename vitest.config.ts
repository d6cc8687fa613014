import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Small files that take long: begun last, one of them would keep one core busy and the other idle. */
const LONGEST = ['prove/matrix', 'enterprises/import/import', 'platform/lifecycle', 'cli/main'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.includes(`${name}.test.`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          globalSetup: ['apps/server/src/platform/testing-once.ts'],
          setupFiles: ['scripts/property-seed.ts'],
          include: [
            'apps/*/src/**/*.test.{ts,tsx}',
            'packages/*/{src,test}/**/*.test.ts',
            'rulepacks/**/*.test.ts',
            'scripts/**/*.test.ts',
            '{bench,prove}/**/*.test.ts',
          ],
          // A PostgreSQL compiled to WebAssembly takes seconds to start beside another test file.
          testTimeout: 60_000,
          // Two cores, two workers; left to itself it keeps one core for watching.
          maxWorkers: 2,
          // Files of one worker share what they import: the law is read twice, not a hundred times.
          isolate: false,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: ['e2e/snapshot.ts'],
          include: ['e2e/**/*.spec.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file has its own server and browser; two files keep two cores busy.
          maxWorkers: 2,
        },
      },
    ],
  },
});

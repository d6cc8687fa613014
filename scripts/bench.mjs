import { runMain } from './install.mjs';
import { runNamed } from './run-named.mjs';

await runMain(() => runNamed('bench', process.argv.slice(2)));

import { runMain } from './install.mjs';
import { runNamed } from './run-named.mjs';

await runMain(() => runNamed('prove', process.argv.slice(2)));

// npm run e2e [-- measure-04]: the browser tests alone, all or those whose file name matches.
import { ensureInstalled, runMain } from './install.mjs';
import { runVitest } from './vitest.mjs';
import { ensureWebBuilt } from './web.mjs';

await runMain(() => {
  ensureInstalled();
  ensureWebBuilt();
  return runVitest('e2e', process.argv.slice(2)).status;
});

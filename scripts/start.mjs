// npm start: installs and builds what is missing, then runs the server until it is stopped.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, node24, root, runMain } from './install.mjs';
import { ensureWebBuilt } from './web.mjs';

await runMain(() => {
  ensureInstalled();
  ensureWebBuilt();
  return runServer();
});

/** @returns {Promise<number>} the server's exit code */
function runServer() {
  const main = join(root, 'apps', 'server', 'src', 'main.ts');
  const server = spawn(node24(), [main], { stdio: 'inherit' });
  // Ctrl-C reaches the server from the terminal as well; it takes the second one for the first.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => server.kill(signal));
  }
  // Between npm and this script stands a shell that dies of a SIGTERM without passing it on.
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && server.kill('SIGTERM'), 500);
    server.on('exit', () => clearInterval(watch));
  }
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => resolve(code ?? 1));
  });
}

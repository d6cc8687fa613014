import './platform/node-version.ts';
import { prepareInstallation } from './demo/installation.ts';
import { start } from './platform/lifecycle.ts';
import { buildApp } from './app.ts';

await start(process.env, buildApp, ({ database, config, clock, log }) =>
  prepareInstallation(database, config, clock, log),
);

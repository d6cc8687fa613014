import './platform/node-version.ts';
import { start } from './platform/lifecycle.ts';
import { buildApp } from './app.ts';

await start(process.env, buildApp);

import { ludao } from './ludao.ts';

process.exitCode = await ludao(process.argv.slice(2));

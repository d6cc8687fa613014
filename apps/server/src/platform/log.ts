import { fastify, type FastifyBaseLogger } from 'fastify';
import type { LogLevel } from './config.ts';

/** What the rest of the program needs of a logger: pino's, an object first, then a fixed text. */
export type Log = FastifyBaseLogger;

/**
 * JSON lines on stderr; stdout is kept for the one line that tells people the address. The logger is
 * taken out of a server that is thrown away, because Fastify brings pino along but does not export it.
 */
export function createLog(level: LogLevel): Log {
  return fastify({ logger: { level, stream: process.stderr, base: null } }).log;
}

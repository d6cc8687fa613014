import type { FastifyInstance } from 'fastify';

/**
 * Does something again and again while the server runs, never twice at once. A failure is logged
 * and tried again at the next turn.
 */
export function every(app: FastifyInstance, seconds: number, task: () => Promise<unknown>): void {
  let busy: Promise<unknown> | null = null;
  const turn = () => {
    busy ??= task()
      .catch((error: unknown) => app.log.error({ err: error }, 'a recurring task failed'))
      .finally(() => (busy = null));
  };
  const timer = setInterval(turn, seconds * 1000);
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await busy;
  });
}

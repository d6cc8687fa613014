import { ROUTES } from '@ludao/contracts';
import type { Api } from '../api.ts';
import { isRefusal, notFound, refuse } from '../refusal.ts';
import { serveFile } from './serve.ts';
import { viewOf, type Files } from './service.ts';

/** Files by themselves: sent before the form that they belong to, and shown to whose they are. */
export function registerFiles(api: Api, files: Files): void {
  api.serve(ROUTES.getFileRules, () => ({ ...files.limits, isScanned: files.isScanned }));

  api.serve(ROUTES.uploadFile, async (call) => {
    const { body, query, session, now, today, scoped, request } = call;
    const { personId } = session;
    const [post] = session.posts;
    if (!post) {
      // Read to its end, so that the sender gets to see the answer.
      body.resume();
      return refuse('FILE_NEEDS_POST', {}, 403);
    }
    const taken = await files.take(body, query.name, { personId, address: request.ip, now });
    if (isRefusal(taken)) return taken;
    const actingFor = post.organisation.id;
    const file = await scoped((tx) =>
      files.record(tx, taken, {
        ownerOrg: actingFor,
        districtCode: null,
        parkId: null,
        purpose: query.purpose,
        by: { actor: personId, actingFor, office: post.id, now, causeId: request.id },
        today,
      }),
    );
    return isRefusal(file) ? file : viewOf(file);
  });

  api.serve(ROUTES.getFile, async (call) => {
    const file = await call.scoped((tx) => files.find(tx, call.params.id));
    return file ? serveFile(call, files, file) : notFound();
  });
}

import { ROUTES } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Api } from '../../../platform/api.ts';
import { serveFile, type Files } from '../../../platform/files/index.ts';
import type { PdfPress } from '../../../platform/pdf.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import { refuseWhereFull } from '../../../platform/refuse-where-full.ts';
import type { Templates } from '../template.ts';
import * as service from './service.ts';
import { writeVolumes } from './sheet.ts';

/** Volumes: listed, closed and handed out as one file. */
export function registerVolumes(
  api: Api,
  deps: {
    readonly templates: Templates;
    readonly press: PdfPress;
    readonly files: Files;
    readonly law: () => RuleSet;
    readonly isDemo: () => Promise<boolean>;
  },
): void {
  const { templates, press, files, law, isDemo } = deps;
  api.serve(ROUTES.listVolumes, ({ query, scoped }) =>
    scoped((tx) => service.listVolumes(tx, query)),
  );
  api.serve(ROUTES.exportVolumes, async ({ query, scoped }) =>
    writeVolumes(
      await scoped((tx) => service.listVolumes(tx, { ...query, page: 1, size: 10_000 })),
    ),
  );
  api.serve(ROUTES.getVolume, ({ params, scoped, session }) =>
    scoped((tx) => service.findVolume(tx, params.id, { session, templates })),
  );
  api.serve(ROUTES.closeVolume, async (call) => {
    const { params, body, session, now, today, request, reply } = call;
    const asking = { session, now, today, templates, law, causeId: request.id };
    const origin = `${request.protocol}://${request.host}`;
    const packing = { press, files, scoped: call.scoped, now, origin, isDemo: await isDemo() };
    try {
      return await service.closeVolume(call.scoped, params.id, body, asking, packing);
    } catch (error) {
      return refuseWhereFull(error, reply);
    }
  });
  api.serve(ROUTES.downloadVolume, async (call) => {
    const { params, scoped, session } = call;
    const file = await scoped(async (tx) => {
      const volume = await service.findArchive(tx, params.id, session);
      return isRefusal(volume) ? volume : files.find(tx, volume.archiveFile!);
    });
    if (isRefusal(file)) return file;
    return file ? serveFile(call, files, file) : refuse('FILE_UNKNOWN');
  });
}

import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../../platform/api.ts';
import type { FilingAsking } from './service.ts';
import * as service from './service.ts';

type Deps = Pick<FilingAsking, 'askTheLaw' | 'certificates' | 'restrictions'>;
type Asked = Pick<FilingAsking, 'session' | 'now' | 'today'> & {
  readonly request: { readonly id: string };
};

/** Registration forms, with or without the commitment of a reform area. */
export function registerFiling(api: Api, deps: Deps): void {
  const asking = ({ session, now, today, request }: Asked): FilingAsking => ({
    ...deps,
    session,
    now,
    today,
    causeId: request.id,
  });
  api.serve(ROUTES.getFiling, (call) =>
    call.scoped((tx) => service.readFiling(tx, call.params.id, asking(call))),
  );
  api.serve(ROUTES.changeFiling, (call) =>
    call.scoped((tx) => service.changeFiling(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.fileCase, (call) =>
    call.scoped((tx) => service.fileCase(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.refileCase, (call) =>
    call.scoped((tx) => service.refileCase(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.voidFiling, (call) =>
    call.scoped((tx) => service.voidFiling(tx, call.params.id, call.body, asking(call))),
  );
}

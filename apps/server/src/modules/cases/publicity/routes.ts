import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../../platform/api.ts';
import { listPublicCases } from './service.ts';

/** Filed and approved projects, for everybody: 登记表备案管理办法 art. 14. */
export function registerPublicCases(api: Api): void {
  api.serve(ROUTES.listPublicCases, ({ query, scoped }) =>
    scoped((tx) => listPublicCases(tx, query)),
  );
}

import { ROUTES, type DossierKind } from '@ludao/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

const GET = { enterprise: ROUTES.getEnterpriseFile, park: ROUTES.getParkFile } as const;

export function fileQuery(kind: DossierKind, id: string, asOf?: string) {
  const query = { ...(asOf !== undefined && { asOf }) };
  return queryOptions({
    queryKey: ['file', kind, id, asOf ?? 'today'],
    queryFn: ({ signal }) => ask(GET[kind], { params: { id }, query }, signal),
  });
}

/** Where the file is, for whoever may see it: what the code on a door holds. It gives no right. */
export function addressOfFile(kind: DossierKind, id: string): string {
  return `${location.origin}/desk/${kind === 'park' ? 'parks' : 'enterprises'}/${id}/file`;
}

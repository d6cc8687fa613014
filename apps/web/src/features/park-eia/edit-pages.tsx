import { ROUTES, type ParkEia, type ParkEiaPlaces } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { draftOf, EMPTY, formOf } from './draft.ts';
import { EiaForm } from './eia-form.tsx';
import { eiaQuery } from './queries.ts';
import { useRefusals } from './refusals.ts';

/** Beginning a park-wide EIA. */
export function NewParkEiaPage() {
  const { t } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['park-eia-places'],
    queryFn: ({ signal }) => ask(ROUTES.listParkEiaPlaces, {}, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead title={t('new.title')} lead={t('new.lead')} />
      {!data && <Spin description={desk('loading')} />}
      {data?.parks.length === 0 && (
        <EmptyState title={t('new.noPark')} icon="park">
          <p>{t('new.noParkText')}</p>
        </EmptyState>
      )}
      {data && data.parks.length > 0 && <NewForm parks={data.parks} />}
    </>
  );
}

function NewForm({ parks }: { readonly parks: ParkEiaPlaces['parks'] }) {
  const { t } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const only = parks.length === 1 ? parks[0]!.id : null;
  const [draft, setDraft] = useState({ ...EMPTY, parkId: only });
  const begin = useMutation({
    mutationFn: () => ask(ROUTES.draftParkEia, { body: formOf(draft) }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['park-eias'] });
      await navigate({ to: '/park-eias/$id', params: { id } });
    },
  });
  const { error } = begin;
  // One list per answer: the summary takes the focus whenever it gets a new one.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const refused = useMemo(() => (error ? refusals(error) : []), [error]);
  return (
    <EiaForm
      draft={draft}
      parks={parks}
      submit={t('new.save')}
      busy={begin.isPending}
      refused={refused}
      cancel={<LinkButton to="/park-eias">{desk('cancel')}</LinkButton>}
      onChange={(next) => setDraft({ ...next })}
      onSubmit={() => begin.mutate()}
    />
  );
}

/** Changing what was prepared. */
export function EditParkEiaPage() {
  const { id } = useParams({ from: '/in/park-eias/$id/edit' });
  const { t } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(eiaQuery(id));
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <>
      <PageHead title={t('edit.title')} eyebrow={data.park} lead={t('new.lead')} />
      <EditForm eia={data} />
    </>
  );
}

function EditForm({ eia }: { readonly eia: ParkEia }) {
  const { t } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const { id, version } = eia;
  const [draft, setDraft] = useState(() => draftOf(eia));
  const change = useMutation({
    mutationFn: () => {
      const { parkId: _, historical: __, ...body } = formOf(draft);
      return ask(ROUTES.changeParkEia, { params: { id }, body: { ...body, version } });
    },
    onSuccess: async (after) => {
      queries.setQueryData(eiaQuery(id).queryKey, after);
      await queries.invalidateQueries({ queryKey: ['park-eias'] });
      await navigate({ to: '/park-eias/$id', params: { id } });
    },
  });
  const { error } = change;
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const refused = useMemo(() => (error ? refusals(error) : []), [error]);
  return (
    <EiaForm
      draft={draft}
      parks={[]}
      submit={t('edit.save')}
      busy={change.isPending}
      refused={refused}
      cancel={
        <LinkButton to="/park-eias/$id" params={{ id }}>
          {desk('cancel')}
        </LinkButton>
      }
      onChange={setDraft}
      onSubmit={() => change.mutate()}
    />
  );
}

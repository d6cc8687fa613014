import { ROUTES, type EnterpriseDetail } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Spin } from 'antd';
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { EnterpriseFormView } from './enterprise-form.tsx';
import { FactValue } from './fact-value.tsx';
import { draftOf, rebase, type DraftKey } from './form.ts';
import { Meanwhile } from './meanwhile.tsx';
import { useRefusals } from './refusals.ts';

export function EditEnterprisePage() {
  const { id } = useParams({ from: '/in/enterprises/$id/edit' });
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const { data, error } = useQuery({
    queryKey: ['enterprise', id, 'to-edit'],
    queryFn: ({ signal }) => ask(ROUTES.getEnterprise, { params: { id } }, signal),
    // What is being edited changes under nobody's hands.
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error) return <Notice tone="fault" title={problemText(error)} />;
  if (!data) return <Spin description={desk('loading')} />;
  return <EditForm opened={data} />;
}

function EditForm({ opened }: { readonly opened: EnterpriseDetail }) {
  const { t } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const { id } = opened;
  /** What the changes are made on; after a clash, what somebody else made of it. */
  const [base, setBase] = useState(opened);
  const [draft, setDraft] = useState(() => draftOf(opened));
  const [clashes, setClashes] = useState<readonly DraftKey[] | null>(null);
  const newest = useMutation({
    mutationFn: () => ask(ROUTES.getEnterprise, { params: { id } }),
  });
  const change = useMutation({
    mutationFn: () =>
      ask(ROUTES.changeEnterprise, {
        params: { id },
        body: { ...draft, districtCode: draft.districtCode ?? '', version: base.version },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({
        predicate: ({ queryKey: [first] }) => String(first).startsWith('enterprise'),
      });
      await navigate({ to: '/enterprises/$id', params: { id }, search: { done: 'saved' } });
    },
    onError: (error) => {
      if (isProblem(error, 'CHANGED_MEANWHILE')) newest.mutate();
    },
  });

  function takeNewest(fresh: EnterpriseDetail): void {
    const rebased = rebase(draftOf(base), draft, draftOf(fresh));
    setBase(fresh);
    setDraft(rebased.draft);
    setClashes(rebased.clashes);
    change.reset();
  }

  const { error } = change;
  const isLate = isProblem(error, 'CHANGED_MEANWHILE');
  // One list per answer: the summary takes the focus whenever it gets a new one.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const refused = useMemo(() => (error && !isLate ? refusals(error) : []), [error, isLate]);
  const theirs = draftOf(base);
  const notes = Object.fromEntries(
    (clashes ?? []).map((key) => [
      key,
      <Fragment key={key}>
        {t('form.wasTheirs')}
        <FactValue name={key} value={theirs[key]} called={namesIn(base)} />
      </Fragment>,
    ]),
  );
  return (
    <>
      <PageHead title={t('form.editTitle')} eyebrow={opened.name} lead={t('form.lead')} />
      {isLate && (
        <Meanwhile
          problem={error}
          base={draftOf(base)}
          mine={draft}
          newest={newest.data}
          onTake={takeNewest}
        />
      )}
      {clashes && !isLate && <Notice tone="good" title={t('form.rebased')} />}
      <EnterpriseFormView
        draft={draft}
        submit={t('form.submitEdit')}
        busy={change.isPending}
        refused={refused}
        fixed={base.may.fixed}
        parkName={base.park?.name}
        notes={notes}
        cancel={
          <LinkButton to="/enterprises/$id" params={{ id }} search={{}}>
            {desk('cancel')}
          </LinkButton>
        }
        onChange={setDraft}
        onSubmit={() => change.mutate()}
      />
    </>
  );
}

function namesIn({ park, unit, unitId }: EnterpriseDetail): ReadonlyMap<string, string> {
  return new Map([
    ...(park ? [[park.id, park.name] as const] : []),
    ...(unitId && unit ? [[unitId, unit] as const] : []),
  ]);
}

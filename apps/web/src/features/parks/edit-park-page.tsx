import { ROUTES, type ParkDetail } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { Late } from './late.tsx';
import { draftOf, formOf, rebase } from './park-draft.ts';
import { ParkFormView } from './park-form.tsx';
import { useRefusals } from './refusals.ts';

export function EditParkPage() {
  const { id } = useParams({ from: '/in/parks/$id/edit' });
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const { data, error } = useQuery({
    queryKey: ['park', id, 'to-edit'],
    queryFn: ({ signal }) => ask(ROUTES.getPark, { params: { id } }, signal),
    // What is being edited changes under nobody's hands.
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error) return <Notice tone="fault" title={problemText(error)} />;
  if (!data) return <Spin description={desk('loading')} />;
  return <EditForm opened={data} />;
}

function EditForm({ opened }: { readonly opened: ParkDetail }) {
  const { t } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const { id } = opened;
  /** What the changes are made on; after a clash, what somebody else made of it. */
  const [base, setBase] = useState(opened);
  const [draft, setDraft] = useState(() => draftOf(opened));
  const change = useMutation({
    mutationFn: () =>
      ask(ROUTES.changePark, {
        params: { id },
        body: { ...formOf(draft), version: base.version },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({
        predicate: ({ queryKey: [first] }) => String(first).startsWith('park'),
      });
      await navigate({ to: '/parks/$id', params: { id } });
    },
  });
  const { error } = change;
  const isLate = isProblem(error, 'CHANGED_MEANWHILE');
  // One list per answer: the summary takes the focus whenever it gets a new one.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const refused = useMemo(() => (error && !isLate ? refusals(error) : []), [error, isLate]);
  return (
    <>
      <PageHead title={t('edit.editTitle')} eyebrow={opened.name} />
      {isLate && (
        <Late
          problem={error}
          parkId={id}
          onTake={(fresh) => {
            setDraft(rebase(draftOf(base), draft, draftOf(fresh)));
            setBase(fresh);
            change.reset();
          }}
        />
      )}
      <ParkFormView
        draft={draft}
        submit={t('edit.save')}
        busy={change.isPending}
        refused={refused}
        isNew={false}
        cancel={
          <LinkButton to="/parks/$id" params={{ id }}>
            {desk('cancel')}
          </LinkButton>
        }
        onChange={setDraft}
        onSubmit={() => change.mutate()}
      />
    </>
  );
}

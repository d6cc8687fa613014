import { ROUTES } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { useSession } from '../../api/session.ts';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { AdoptionForm } from './adoption-form.tsx';
import { emptyDraft, fieldOfCode, formOf, nextVersion, type Draft } from './adoption.ts';
import { reliefsQuery, type NamedRelief } from './reliefs.ts';

/** An adoption is entered, or a new version of one. */
export function NewEntryPage() {
  const { after } = useSearch({ from: '/in/rulebook/new' });
  const { t } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const reliefs = useQuery(reliefsQuery);
  const entries = useQuery({
    queryKey: ['rulebook-entries'],
    enabled: after !== undefined,
    queryFn: ({ signal }) => ask(ROUTES.listEntries, {}, signal),
  });
  const error = reliefs.error ?? entries.error;
  const earlier = entries.data?.entries.find(({ id }) => id === after);
  const isReady = reliefs.data && (after === undefined || entries.data);
  return (
    <>
      <PageHead
        title={t(after ? 'form.versionTitle' : 'form.title')}
        lead={earlier ? t('form.versionLead', { key: earlier.key }) : t('form.lead')}
      />
      {error && <Notice tone="fault" title={problemText(error)} />}
      {!isReady && !error && <Spin description={desk('loading')} />}
      {isReady && reliefs.data && (
        <Entering
          reliefs={reliefs.data}
          start={earlier ? nextVersion(earlier) : emptyDraft(session.districts)}
        />
      )}
    </>
  );
}

function Entering(props: { readonly reliefs: readonly NamedRelief[]; readonly start: Draft }) {
  const problemText = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(props.start);
  const submit = useMutation({
    mutationFn: () => ask(ROUTES.submitEntry, { body: formOf(draft) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['rulebook-entries'] });
      await navigate({ to: '/rulebook', search: { done: 'submitted' } });
    },
  });
  const { error } = submit;
  const refused = useMemo(
    () =>
      error
        ? [
            {
              field: error instanceof ApiProblem ? fieldOfCode(error.code) : null,
              text: problemText(error),
            },
          ]
        : [],
    // One list per answer: the summary takes the focus whenever it gets a new one.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [error],
  );
  return (
    <AdoptionForm
      draft={draft}
      reliefs={props.reliefs}
      refused={refused}
      busy={submit.isPending}
      onChange={setDraft}
      onSubmit={() => submit.mutate()}
    />
  );
}

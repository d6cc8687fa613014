import { ENTRY_TOPICS, ROUTES, type EntryForm as Form } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { useProblemText } from '../../api/problem-text.ts';
import { useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Field } from '../../ui/desk/field.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { emptyDraft, formOf, nextVersion, yearDraft, type Draft } from './draft.ts';
import { EntryForm } from './entry-form.tsx';
import { idOf } from './row-fields.tsx';
import { useFaultText, useFieldPlace } from './texts.ts';

type Topic = Form['topic'];
const TOPICS = Object.keys(ENTRY_TOPICS) as Topic[];

/** An entry of any list, or a new version of one. */
export function NewEntryPage() {
  const { after, topic = 'adoptions', year } = useSearch({ from: '/in/rulebook/new' });
  const { t } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const {
    data: earlier,
    error,
    refetch,
  } = useQuery({
    queryKey: ['rulebook-entry', after],
    enabled: after !== undefined,
    queryFn: ({ signal }) => ask(ROUTES.getEntry, { params: { id: after ?? '' } }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead
        title={t(after ? 'form.versionTitle' : 'form.title')}
        lead={earlier ? t('form.versionLead', { key: earlier.key }) : t('form.lead')}
      />
      {after && !earlier && <Spin description={desk('loading')} />}
      {!after && <TopicChoice topic={topic} />}
      {year !== undefined && !after && <EnteringYear year={year} />}
      {(!after || earlier) && year === undefined && (
        <Entering
          key={earlier?.id ?? topic}
          start={earlier ? () => nextVersion(earlier) : (districts) => emptyDraft(topic, districts)}
        />
      )}
    </>
  );
}

/** The calendar of a year as it is known so far, to be put right from the notice. */
function EnteringYear({ year }: { readonly year: number }) {
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar', 'draft', year],
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const query = { topic: 'calendar', state: 'APPROVED', q: `year-${year}` } as const;
      const [{ days }, { rows }] = await Promise.all([
        ask(ROUTES.getCalendar, { query: { year } }, signal),
        ask(ROUTES.listEntries, { query }, signal),
      ]);
      return { days, entry: rows.find(({ countsUntil }) => countsUntil === null) ?? null };
    },
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return <Entering start={(districts) => yearDraft(year, data.days, data.entry, districts)} />;
}

function TopicChoice({ topic }: { readonly topic: Topic }) {
  const { t, i18n } = useTranslation('rulebook');
  const navigate = useNavigate();
  return (
    <div className="sheet topic-choice">
      <Field id="topic" label={t('form.topic')}>
        {(wiring) => (
          <Select
            {...wiring}
            options={TOPICS.map((value) => ({
              value,
              label: ENTRY_TOPICS[value][currentLanguage(i18n)],
            }))}
            value={topic}
            onChange={(chosen: Topic) =>
              void navigate({ to: '/rulebook/new', search: { topic: chosen }, replace: true })
            }
          />
        )}
      </Field>
    </div>
  );
}

function Entering(props: { readonly start: (districts: readonly string[]) => Draft }) {
  const { t } = useTranslation('rulebook');
  const session = useSession();
  const problemText = useProblemText();
  const faultText = useFaultText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => props.start(session.districts));
  const fieldName = useFieldPlace(draft.topic);
  const submit = useMutation({
    mutationFn: () => ask(ROUTES.submitEntry, { body: formOf(draft) }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['rulebook-entries'] });
      await navigate({ to: '/rulebook/$id', params: { id }, search: { done: 'submitted' } });
    },
  });
  const { error } = submit;
  const refused = useMemo(() => {
    if (!error) return [];
    if (!(error instanceof ApiProblem) || error.code !== 'ENTRY_INVALID') {
      return [{ field: null, text: problemText(error) }];
    }
    const { reason = '', at = '', ...params } = error.params;
    const path = String(at).split('.');
    const text = faultText({ code: String(reason), params });
    const place = fieldName(path);
    return [{ field: idOf(path), text: place ? t('form.fault', { place, text }) : text }];
    // One list per answer: the summary takes the focus whenever it gets a new one.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);
  return (
    <EntryForm
      draft={draft}
      refused={refused}
      busy={submit.isPending}
      onChange={setDraft}
      onSubmit={() => submit.mutate()}
    />
  );
}

import { ROUTES, type CaseForm } from '@ludao/contracts';
import { levelText } from '@ludao/contracts/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { projectOf, type Answers } from '../../api/screening/interview.ts';
import { readLink, writeLink, type Screening } from '../../api/screening/link.ts';
import { Questions } from '../../api/screening/questions.tsx';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { OpeningForm, type Opening } from './opening-form.tsx';
import { Refused } from './refused.tsx';
import { daysAgo } from '../../ui/today.ts';

type Project = CaseForm['project'];
const MOST = 50;

/** Opens a case: for the project of a public answer, or one that is asked about here. */
export function NewCasePage() {
  const { t } = useTranslation('cases');
  const { t: desk } = useTranslation('desk');
  const { hash } = useLocation();
  const screening = useMemo(() => readLink(hash), [hash]);
  const query = { size: MOST };
  const { data, error, refetch } = useQuery({
    queryKey: ['enterprises', query],
    queryFn: ({ signal }) => ask(ROUTES.listEnterprises, { query }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <>
      <PageHead title={t('new.title')} lead={t(screening ? 'new.leadAnswered' : 'new.lead')} />
      {data.rows.length === 0 ? (
        <EmptyState title={t('new.noneTitle')} icon="enterprise">
          <p>{t('new.noneText')}</p>
        </EmptyState>
      ) : (
        <Steps enterprises={data.rows} screening={screening} />
      )}
    </>
  );
}

const NOTHING_SAID: readonly Answers[] = [{}];

function Steps(props: {
  readonly enterprises: Parameters<typeof OpeningForm>[0]['enterprises'];
  readonly screening: Screening | null;
}) {
  const { t, i18n } = useTranslation('cases');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { enterprises, screening } = props;
  const [opening, setOpening] = useState<Opening | null>(null);
  const [trail, setTrail] = useState(NOTHING_SAID);
  const [offered, setOffered] = useState<Answers>({});
  const answers = trail[trail.length - 1] ?? {};
  const { data: vocabulary } = useQuery({ ...vocabularyQuery, enabled: screening === null });
  const enterprise = enterprises.find(({ id }) => id === opening?.enterpriseId);
  const open = useMutation({
    mutationFn: ({ given, project }: { given: Opening; project: Project }) => {
      const { industries: _, ...form } = given;
      return ask(ROUTES.openCase, { body: { ...form, project } });
    },
    onSuccess: async (found) => {
      queries.setQueryData(['case', found.id], found);
      await queries.invalidateQueries({ queryKey: ['cases'] });
      await navigate({ to: '/cases/$id', params: { id: found.id } });
    },
  });
  const asked = opening && !screening ? (projectOf(opening.industries, answers) as Project) : null;
  const link: Screening = screening ?? {
    project: (asked ?? {}) as Screening['project'],
    on: daysAgo(0),
    jurisdiction: enterprise?.districtCode ?? '',
    asked: [],
  };
  const refusal = open.error && (
    <Refused error={open.error} answer={`/answer#${writeLink(link)}`} />
  );
  if (!opening || !asked || !enterprise) {
    const language = currentLanguage(i18n);
    const level = screening?.answered?.level ?? screening?.answered?.ceiling;
    return (
      <>
        {refusal}
        {screening && level && (
          <p className="answered-level">
            {t('new.answered', { level: levelText(level, language) })}{' '}
            <a href={`/answer#${writeLink(screening)}`}>{t('new.seeAnswer')}</a>
          </p>
        )}
        <OpeningForm
          enterprises={enterprises}
          asksIndustries={screening === null}
          busy={open.isPending}
          onDone={(given) => {
            setOpening(given);
            if (screening) open.mutate({ given, project: screening.project as Project });
          }}
        />
      </>
    );
  }
  if (!vocabulary) return <Spin />;
  return (
    <>
      {refusal}
      <Questions
        industries={opening.industries}
        jurisdiction={enterprise.districtCode}
        vocabulary={vocabulary}
        answers={answers}
        offered={offered}
        busy={open.isPending}
        onAnswer={(next) => {
          setTrail([...trail, next]);
          setOffered({});
        }}
        onBack={() => {
          setOffered(answers);
          if (trail.length > 1) setTrail(trail.slice(0, -1));
          else setOpening(null);
        }}
        onMake={() => open.mutate({ given: opening, project: asked })}
        words={{
          make: t('new.open'),
          making: t('new.opening'),
          enough: t('new.open'),
          enoughHint: t('new.enoughHint'),
          overHint: t('new.overHint'),
        }}
      />
    </>
  );
}

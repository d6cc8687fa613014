import { ROUTES, type PreLeaseCheck } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useIndustryNames } from '../../api/industry-names.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { mayIn, useSession } from '../../api/session.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { showDay } from '../../i18n/dates.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { Findings } from './findings.tsx';
import { useFactWords } from '../../api/screening/fact-words.ts';
import { answersOf, questionOf } from '../../api/screening/interview.ts';
import { LawSheet } from '../../api/screening/law-sheet.tsx';
import { Outcome } from './outcome.tsx';

/** One opinion, as it was on its day; to read, to print, to put beside the lease. */
export function PreLeaseCheckPage() {
  const { id } = useParams({ from: '/in/pre-lease/$id' });
  const { t } = useTranslation('preLease');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['pre-lease-check', id],
    // An opinion never changes.
    staleTime: Infinity,
    queryFn: ({ signal }) => ask(ROUTES.getPreLeaseCheck, { params: { id } }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <article className="file opinion">
      <PageHead
        title={t('opinion.title', { tenant: data.tenantName })}
        eyebrow={t('opinion.eyebrow')}
        lead={t('opinion.number', { number: data.number })}
        actions={
          <>
            <Button icon={<Icon name="print" />} onClick={() => print()}>
              {desk('print')}
            </Button>
            {mayIn(session, 'create', 'pre_lease_check') && (
              <LinkButton icon="plus" to="/pre-lease/new">
                {t('opinion.another')}
              </LinkButton>
            )}
          </>
        }
      />
      <section className="sheet verdict-sheet" aria-labelledby="outcome">
        <h2 id="outcome">
          <Outcome outcome={data.outcome} size={26} />
        </h2>
        <Findings check={data} />
      </section>
      <Basics check={data} />
      <Said check={data} />
      <LawSheet answer={data.answer} />
      <p className="opinion-foot">{t('opinion.foot')}</p>
    </article>
  );
}

function Basics({ check }: { readonly check: PreLeaseCheck }) {
  const { t, i18n } = useTranslation('preLease');
  const codes = (check.project.industries ?? []).map((entry) =>
    typeof entry === 'string' ? entry : entry.code,
  );
  const names = useIndustryNames(codes);
  return (
    <section className="sheet" aria-labelledby="basics">
      <h2 id="basics">{t('opinion.basics')}</h2>
      <Facts
        rows={[
          { name: t('tenant'), value: check.tenantName },
          {
            name: t('enterprises:creditCode'),
            value: check.creditCode ? (
              <span className="credit-code">{check.creditCode}</span>
            ) : (
              t('opinion.founding')
            ),
          },
          { name: t('park'), value: check.park },
          { name: t('unit'), value: check.unit },
          {
            name: t('form.industries'),
            value: codes.map((code) => (
              <div key={code}>
                <span className="code">{code}</span> {names.get(code)}
              </div>
            )),
          },
          { name: t('madeOn'), value: showDay(check.madeOn, i18n.language) },
          { name: t('opinion.organisation'), value: check.organisation },
          { name: t('opinion.madeBy'), value: check.madeBy },
        ]}
      />
    </section>
  );
}

/** What the opinion rests on, in words. */
function Said({ check }: { readonly check: PreLeaseCheck }) {
  const { t } = useTranslation('preLease');
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const { label, valueText } = useFactWords(vocabulary ?? NO_WORDS);
  if (!vocabulary) return null;
  const said = answersOf(check.project).flatMap(({ key, value }) => {
    const question = questionOf(key, vocabulary);
    return question ? [{ ...question, value }] : [];
  });
  const none = said.filter(({ value }) => value === false || value === 0);
  const told = said.filter((one) => !none.includes(one));
  return (
    <section className="sheet" aria-labelledby="said">
      <h2 id="said">{t('opinion.said')}</h2>
      {said.length === 0 && <p className="quiet-text">{t('opinion.saidNothing')}</p>}
      {told.length > 0 && (
        <dl className="said">
          {told.map(({ key, fact, activity, value }) => (
            <div key={key}>
              <dt>
                {label(fact)}
                {activity && ` (${activity})`}
              </dt>
              <dd>{valueText(fact, value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {none.length > 0 && (
        <p className="said-none">
          <strong>{t('opinion.saidNone')}</strong>
          {none.map(({ fact }) => label(fact)).join(t('opinion.separator'))}
        </p>
      )}
    </section>
  );
}

const NO_WORDS = {
  units: [],
  groups: [],
  facts: [],
  works: [],
  contradictions: [],
  cores: [],
  twins: [],
};

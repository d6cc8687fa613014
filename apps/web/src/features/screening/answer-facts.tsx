import { statedFacts, type Answer, type Screener } from '@ludao/rules';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFactText } from './fact-text.ts';
import type { Screening } from '../../api/screening/link.ts';

/** Everything that was said of the project, so that the print stands by itself. */
export function Facts(props: {
  readonly answer: Answer;
  readonly screener: Screener;
  readonly screening: Screening;
}) {
  const { t } = useTranslation('screening');
  const { answer, screener, screening } = props;
  const { label, valueText } = useFactText(screener);
  const values = useMemo(() => {
    const project = screener.read(screening.project);
    return 'problems' in project ? [] : statedFacts(screener.table, project);
  }, [screener, screening]);
  const yes = values.filter(({ value }) => value !== false);
  const no = values.filter(({ value }) => value === false);
  const used = new Set(answer.factsUsed.map(({ fact }) => fact));
  return (
    <section className="card">
      <h2>{t('answer.facts')}</h2>
      <dl className="facts">
        {yes.map((value) => (
          <div key={`${value.fact} ${value.activity}`}>
            <dt>
              {label(value.fact)}
              {value.activity && `（${value.activity}）`}
              {used.has(value.fact) && <em> {t('answer.usedFact')}</em>}
            </dt>
            <dd>{valueText(value)}</dd>
          </div>
        ))}
      </dl>
      {no.length > 0 && (
        <p className="fine">
          {t('answer.saidNo')} {no.map(({ fact }) => label(fact)).join(t('listSeparator'))}
        </p>
      )}
      {answer.assumed.length > 0 && (
        <details className="fine">
          <summary>{t('answer.assumed', { count: answer.assumed.length })}</summary>
          {answer.assumed.map(label).join(t('listSeparator'))}
        </details>
      )}
      <p className="fine digest">{t('answer.digest', { digest: answer.digest.slice(0, 16) })}</p>
    </section>
  );
}

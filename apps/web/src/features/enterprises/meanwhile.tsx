import type { EnterpriseDetail } from '@ludao/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { Notice } from '../../ui/desk/notice.tsx';
import { FactValue, useFactName } from './fact-value.tsx';
import { DRAFT_KEYS, draftOf, type Draft } from './form.ts';

/** Somebody else saved first: who, when, what, beside what the person entered. */
export function Meanwhile(props: {
  readonly problem: ApiProblem;
  readonly base: Draft;
  readonly mine: Draft;
  readonly newest: EnterpriseDetail | undefined;
  readonly onTake: (newest: EnterpriseDetail) => void;
}) {
  const { t } = useTranslation('enterprises');
  const problemText = useProblemText();
  const factName = useFactName();
  const { newest, base, mine } = props;
  const theirs = newest && draftOf(newest);
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  const changed = theirs ? DRAFT_KEYS.filter((key) => differs(base[key], theirs[key])) : [];
  const called = new Map([
    ...(newest?.park ? [[newest.park.id, newest.park.name] as const] : []),
    ...(newest?.unitId && newest.unit ? [[newest.unitId, newest.unit] as const] : []),
  ]);
  return (
    <Notice
      tone="fault"
      title={t('form.meanwhileTitle')}
      actions={
        <Button type="primary" disabled={!newest} onClick={() => newest && props.onTake(newest)}>
          {t('form.meanwhileTake')}
        </Button>
      }
    >
      <p>{problemText(props.problem)}</p>
      {theirs && (
        <dl className="changes">
          {changed.map((key) => (
            <div key={key}>
              <dt>{factName(key)}</dt>
              <dd>
                <span className="now">
                  <small>{t('form.meanwhileTheirs')}</small>{' '}
                  <FactValue name={key} value={theirs[key]} called={called} />
                </span>
                {differs(mine[key], base[key]) && (
                  <span className="was">
                    <small>{t('form.meanwhileMine')}</small>{' '}
                    <FactValue name={key} value={mine[key]} called={called} />
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p>{t('form.meanwhileHint')}</p>
    </Notice>
  );
}

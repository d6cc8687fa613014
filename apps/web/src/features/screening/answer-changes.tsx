import { levelText } from '@ludao/contracts/texts';
import { LEVELS, rankOf, type Answer, type Change, type Screener } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { useFactText } from './fact-text.ts';

/** Which single fact, if it were otherwise, would put the project under another level. */
export function Changes(props: { readonly answer: Answer; readonly screener: Screener }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const { answer, screener } = props;
  const { changeText, label } = useFactText(screener);
  const { statutoryLevel: statutory, changes } = answer;
  // Works of another kind, far from the industry: one line is enough.
  const isBeside = (fact: string) => screener.table.getFact(fact).group === 'also';
  const besideText = (change: Change) =>
    typeof change.to === 'string' ? label(change.fact) : changeText(change);
  if (!statutory || changes.length === 0) return null;
  const byLevel = new Map<Change['level'], Change[]>();
  for (const change of changes)
    byLevel.set(change.level, [...(byLevel.get(change.level) ?? []), change]);
  const levels = LEVELS.filter((other) => byLevel.has(other)).reverse();
  return (
    <section className="card">
      <h2>{t('answer.changes')}</h2>
      <p className="hint">{t('answer.changesHint')}</p>
      {levels.map((other) => {
        const all = byLevel.get(other)!;
        const own = all.filter(({ fact }) => !isBeside(fact));
        const beside = new Set(all.filter(({ fact }) => isBeside(fact)).map(besideText));
        return (
          <div key={other} className="change">
            <h3>
              {t(rankOf(other) > rankOf(statutory) ? 'answer.wouldRise' : 'answer.wouldFall', {
                level: levelText(other, language),
              })}
            </h3>
            {own.length > 0 && (
              <ul>
                {own.map((change) => (
                  <li key={`${change.fact} ${change.activity} ${JSON.stringify(change.to)}`}>
                    {changeText(change)}
                  </li>
                ))}
              </ul>
            )}
            {beside.size > 0 && (
              <p className="fine">
                {t(own.length > 0 ? 'answer.changeBeside' : 'answer.changeBesideOnly', {
                  list: [...beside].join(t('listSeparator')),
                })}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}

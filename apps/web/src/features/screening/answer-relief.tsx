import { reasonText, tensionText } from '@ludao/contracts/reason-texts';
import { levelText } from '@ludao/contracts/texts';
import type { Answer, ReliefFinding, Screener } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { useFactText } from './fact-text.ts';

/** Every relief that was looked at: counted, waiting for an adoption, open or refused, and why. */
export function Reliefs(props: { readonly answer: Answer; readonly screener: Screener }) {
  const { t } = useTranslation('screening');
  const { answer, screener } = props;
  const { reliefs } = answer;
  if (reliefs.length === 0) return null;
  const shown = ORDER.flatMap((state) => reliefs.filter((relief) => relief.state === state));
  return (
    <section className="card" aria-labelledby="relief">
      <h2 id="relief">{t('relief.title')}</h2>
      <p className="hint">{t('relief.hint')}</p>
      {shown.map((relief) => (
        <ReliefEntry
          key={`${relief.pack} ${relief.relief} ${relief.object?.id ?? ''}`}
          relief={relief}
          screener={screener}
        />
      ))}
    </section>
  );
}

const ORDER = ['applies', 'if_adopted', 'open', 'refused'] as const;
const MARKS = { applies: '✓', if_adopted: '◇', open: '?', refused: '✕' } as const;

/** How many missing facts are named; an owner reads no longer list. */
const NAMED = 8;

function ReliefEntry(props: { readonly relief: ReliefFinding; readonly screener: Screener }) {
  const { relief, screener } = props;
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const { label } = useFactText(screener);
  const { state, from, to, object, adoption, reasons, missing, leftOut, cites, tensions } = relief;
  const rest = missing.length - NAMED;
  const name = (key: string) =>
    key === 'place' || key === 'zoning' ? t(`relief.missing_${key}`) : label(key);
  return (
    <article className={`relief ${state}`} data-relief={relief.relief} data-state={state}>
      <h3>
        <span aria-hidden="true" className="mark-state">
          {MARKS[state]}
        </span>
        {relief.title[language]}
      </h3>
      <p className="relief-state">
        <strong>{t(`relief.state_${state}`)}</strong>
        {from && to && from !== to && (
          <>
            {' '}
            {t('relief.change', { from: levelText(from, language), to: levelText(to, language) })}
          </>
        )}
      </p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={`${reason.code} ${JSON.stringify(reason.params)}`}>
              {reasonText(reason, language)}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p>
          {t(rest > 0 ? 'relief.toKnowMore' : 'relief.toKnow', {
            list: missing.slice(0, NAMED).map(name).join(t('listSeparator')),
            count: rest,
          })}
        </p>
      )}
      {leftOut.length > 0 && state === 'applies' && (
        <p>{t('relief.leftOut', { list: leftOut.map(label).join(t('listSeparator')) })}</p>
      )}
      {cites.length > 0 && <Citables relief={relief} />}
      {relief.steps.length > 0 && (state === 'applies' || state === 'if_adopted') && (
        <ul className="steps">
          {relief.steps.map(({ text, cite }) => (
            <li key={text.zh}>
              {text[language]} <cite>{cite}</cite>
            </li>
          ))}
        </ul>
      )}
      <blockquote lang="zh-CN">
        <p className="source">
          《{relief.source}》{relief.clause}
          {object && ` · ${object.name}`}
        </p>
        <p>{relief.quote}</p>
        {adoption && (
          <p className="fine">
            {t('relief.adoption', {
              title: adoption.title,
              number: adoption.documentNo,
              by: adoption.adoptedBy,
              from: adoption.from,
              to: adoption.to ?? t('relief.noEnd'),
            })}
            {adoption.provincialArrangementNo &&
              t('relief.arrangement', { number: adoption.provincialArrangementNo })}
          </p>
        )}
      </blockquote>
      {tensions.length > 0 && (
        <details className="fine">
          <summary>{t('relief.tensions')}</summary>
          <ul>
            {tensions.map((code) => (
              <li key={code}>
                {code} {tensionText(code, language)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

/** What a document may cite on this day, and what not, with the reason. */
function Citables({ relief }: { readonly relief: ReliefFinding }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  return (
    <ul className="citables">
      {relief.cites.map(({ id, kind, title, validTo, refusal }) => (
        <li key={id} className={refusal ? 'refused' : 'usable'}>
          <span>
            {t(`relief.cite_${kind}`)}
            {t('answer.colon')}
            {title}
          </span>
          <span>
            {refusal
              ? reasonText(refusal, language)
              : validTo
                ? t('relief.usableUntil', { day: validTo })
                : t('relief.usable')}
          </span>
        </li>
      ))}
    </ul>
  );
}

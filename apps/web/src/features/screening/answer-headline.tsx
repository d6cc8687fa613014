import { levelText, statusText } from '@ludao/contracts/texts';
import type { Answer, Screener } from '@ludao/rules';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { currentLanguage } from '../../i18n/index.ts';
import { nameOfKey } from './form.ts';
import { writeLink, type Screening } from '../../api/screening/link.ts';

/** The answer that a link recorded, when it is of another day or of other rules. */
export interface Earlier {
  readonly on: string;
  readonly floor: Answer['floor'];
  readonly ceiling: Answer['ceiling'];
  /** After relief, where that was another. */
  readonly level: Answer['level'];
  readonly rulesChanged: boolean;
}

/** The answer in one sentence, for which project, under which law, on which day. */
export function Headline(props: {
  readonly answer: Answer;
  readonly screener: Screener;
  readonly screening: Screening;
  readonly earlier: Earlier | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { answer, screener, screening, earlier, heading } = props;
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const { level, statutoryLevel, floor, ceiling, status, law, procedure } = answer;
  const waived = procedure?.filing === 'waived';
  const keys = activityKeys(screening);
  return (
    <header className={`verdict ${level ? level.toLowerCase() : 'open'}`}>
      <p className="eyebrow">{level ? t('answer.eyebrow') : statusText(status, language)}</p>
      <h1 ref={heading} tabIndex={-1} data-level={level ?? ''} data-status={status}>
        {level ? t(waived ? 'verdict.waived' : `verdict.${level}`) : t('verdict.open')}
      </h1>
      <p className="lead">
        {level
          ? t(waived ? 'verdict.waived_plain' : `verdict.${level}_plain`)
          : t('verdict.range', {
              floor: levelText(floor, language),
              ceiling: levelText(ceiling, language),
            })}
      </p>
      {level && level !== statutoryLevel && statutoryLevel && (
        <p className="statutory">
          {t('verdict.relieved', { level: levelText(statutoryLevel, language) })}
        </p>
      )}
      {status === 'provisional' && (
        <StillMissing answer={answer} screener={screener} screening={screening} />
      )}
      {earlier && <ThenAndNow earlier={earlier} answer={answer} />}
      <dl className="frame">
        <dt>{t('answer.project')}</dt>
        <dd>
          {keys
            .map((key) => nameOfKey(screener, key, language))
            .join(language === 'zh' ? '；' : '; ')}
        </dd>
        <dt>{t('answer.place')}</dt>
        <dd>
          {t(`county.${answer.jurisdiction}`, { defaultValue: answer.jurisdiction })}
          {placeName(answer, screener) && ` · ${placeName(answer, screener)}`}
        </dd>
        <dt>{t('answer.day')}</dt>
        <dd>{answer.on}</dd>
        <dt>{t('answer.law')}</dt>
        <dd>
          {t('answer.lawLine', {
            title: law.title,
            issuer: law.issuer,
            number: law.documentNo,
            from: law.effectiveFrom,
          })}
        </dd>
      </dl>
    </header>
  );
}

/** Name of the listed park; empty where none was chosen. */
function placeName({ place }: Answer, screener: Screener): string {
  for (const list of screener.ruleSet.lists) {
    if (list.topic !== 'parks') continue;
    const found = list.entries.find(({ id }) => id === place.park);
    if (found) return found.name;
  }
  return '';
}

function activityKeys(screening: Screening): string[] {
  const { industries = [], works = [] } = screening.project;
  return [
    ...industries.map((entry) => (typeof entry === 'string' ? entry : entry.code)),
    ...works.map((entry) => (typeof entry === 'string' ? entry : entry.work)),
  ];
}

/** Facts named per topic; the wizard asks for the rest. */
const SHOWN = 5;

function StillMissing(props: {
  readonly answer: Answer;
  readonly screener: Screener;
  readonly screening: Screening;
}) {
  const { answer, screener, screening } = props;
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const navigate = useNavigate();
  const { table } = screener;
  const byTopic = new Map<string, string[]>();
  for (const { fact, activity } of answer.missing) {
    const known = table.findFact(fact);
    const group = table.vocabulary.groups.find(({ id }) => id === known?.group);
    const topic = group?.ask[language] ?? '';
    const label = known?.label[language] ?? t('answer.industryTooWide');
    const where = activity ? `（${activity}）` : '';
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), label + where]);
  }
  function goOn(): void {
    const open = new Set(answer.missing.map(({ fact }) => table.findFact(fact)?.group));
    const asked = screening.asked.filter((group) => !open.has(group));
    const { answered: _, draft: __, ...rest } = screening;
    void navigate({ to: '/screening', hash: writeLink({ ...rest, asked }) });
  }
  return (
    <div className="missing">
      <p>{t('answer.missing', { count: answer.missing.length })}</p>
      <ul>
        {[...byTopic].map(([topic, labels]) => (
          <li key={topic}>
            {topic && `${topic}${t('answer.colon')}`}
            {labels.slice(0, SHOWN).join(t('listSeparator'))}
            {labels.length > SHOWN && t('answer.andMore', { count: labels.length })}
          </li>
        ))}
      </ul>
      <button type="button" className="primary screen-only" onClick={goOn}>
        {t('answer.goOn')}
      </button>
    </div>
  );
}

function ThenAndNow({ earlier, answer }: { readonly earlier: Earlier; readonly answer: Answer }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const range = (floor: Answer['floor'], ceiling: Answer['ceiling'], level: Answer['level']) =>
    floor === ceiling
      ? levelText(level ?? floor, language)
      : t('answer.fromTo', {
          floor: levelText(floor, language),
          ceiling: levelText(ceiling, language),
        });
  const same =
    earlier.floor === answer.floor &&
    earlier.ceiling === answer.ceiling &&
    (earlier.level ?? earlier.floor) === (answer.level ?? answer.floor);
  return (
    <div className={same ? 'then same' : 'then changed'} role="note">
      <p>
        <strong>{t('answer.earlier', { day: earlier.on })}</strong>{' '}
        {range(earlier.floor, earlier.ceiling, earlier.level)}
      </p>
      <p>
        <strong>{t('answer.now', { day: answer.on })}</strong>{' '}
        {range(answer.floor, answer.ceiling, answer.level)}
      </p>
      <p>
        {same ? t('answer.thenSame') : t('answer.thenChanged')}
        {earlier.rulesChanged && ` ${t('answer.rulesChanged')}`}
      </p>
    </div>
  );
}

import {
  CLOCK_COLOURS,
  CLOCK_LEFT_NAMES,
  type ClockColour,
  type InboxItem,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';

const SIGNS: Readonly<Record<ClockColour, IconName>> = {
  GREEN: 'info',
  AMBER: 'warn',
  RED: 'warn',
  MISSED: 'stop',
  SUSPENDED: 'hand',
  MET: 'check',
};

/** How a clock stands: a word and a sign, beside the colour. */
export function Standing({ colour }: { readonly colour: ClockColour }) {
  const { i18n } = useTranslation('tasks');
  return (
    <span className={`standing ${colour.toLowerCase()}`}>
      <Icon name={SIGNS[colour]} size={16} /> {CLOCK_COLOURS[colour][currentLanguage(i18n)]}
    </span>
  );
}

type Dated = Pick<
  InboxItem,
  'dueOn' | 'left' | 'unit' | 'openYears' | 'suspendedFor' | 'colour' | 'state'
>;

/** The last day with what is left, in the unit; why it is provisional, or stopped. */
export function DueDay({ item }: { readonly item: Dated }) {
  const { t, i18n } = useTranslation('tasks');
  const language = currentLanguage(i18n);
  const { dueOn, left, unit, openYears, suspendedFor } = item;
  const count = left === null || unit === null ? null : Math.abs(left);
  const words =
    count === null || unit === null ? null : { count, unit: CLOCK_LEFT_NAMES[unit][language] };
  const years = openYears.join(language === 'zh' ? '、' : ', ');
  if (suspendedFor) {
    return (
      <span className="due-day">
        {t('suspended', { reason: suspendedFor[language] })}
        {words && <small>{t('suspendedLeft', words)}</small>}
      </span>
    );
  }
  if (dueOn === null) return <span className="due-day quiet-text">{t('noDue')}</span>;
  return (
    <span className="due-day">
      <time dateTime={dueOn}>{dueOn}</time>
      {words && <small>{left === 0 ? t('lastDay') : t(left! < 0 ? 'over' : 'left', words)}</small>}
      {openYears.length > 0 && (
        <small className="provisional" title={t('provisionalWhy', { years })}>
          <Icon name="question" size={14} /> {t('provisional')}
          <span className="visually-hidden">{t('provisionalWhy', { years })}</span>
        </small>
      )}
    </span>
  );
}

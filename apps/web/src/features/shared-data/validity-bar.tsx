import { DATASET_STANDINGS, type DatasetRow, type DatasetStanding } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { showDay } from '../../i18n/dates.ts';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';
import { daysBetween, shareOf, todayInChina } from './days.ts';

const LOOKS: Record<DatasetStanding, { readonly icon: IconName; readonly tone: string }> = {
  AVAILABLE: { icon: 'check', tone: 'good' },
  NOT_YET: { icon: 'info', tone: 'quiet' },
  EXPIRED: { icon: 'warn', tone: 'caution' },
  WITHDRAWN: { icon: 'stop', tone: 'bad' },
  SUPERSEDED: { icon: 'copy', tone: 'quiet' },
};

/** How a set stands, in word and sign. */
export function StandingMark({ standing }: { readonly standing: DatasetStanding }) {
  const { i18n } = useTranslation();
  const { icon, tone } = LOOKS[standing];
  return (
    <span className={`standing ${tone}`}>
      <Icon name={icon} size={15} /> {DATASET_STANDINGS[standing][currentLanguage(i18n)]}
    </span>
  );
}

/** How much of its time a set has used up; the words say the same as the bar. */
export function ValidityBar({
  dataset: { validFrom, validTo, standing, endedOn },
}: {
  readonly dataset: Pick<DatasetRow, 'validFrom' | 'validTo' | 'standing' | 'endedOn'>;
}) {
  const { t, i18n } = useTranslation('sharedData');
  const today = todayInChina();
  const day = (value: string) => showDay(value, i18n.language);
  const left = daysBetween(today, validTo);
  const words =
    endedOn !== null
      ? t('bar.ended', { day: day(endedOn) })
      : standing === 'NOT_YET'
        ? t('bar.begins', { day: day(validFrom) })
        : left >= 0
          ? t('bar.left', { count: left })
          : t('bar.over', { count: -left });
  return (
    <div className={`validity ${LOOKS[standing].tone}`}>
      <span className="validity-track" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(shareOf(validFrom, validTo, today) * 100)}%` }} />
      </span>
      <span>
        {t('bar.until', { day: day(validTo) })} <small>{words}</small>
      </span>
    </div>
  );
}

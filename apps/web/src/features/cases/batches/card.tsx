import { CASE_TRACKS, type BatchCase } from '@ludao/contracts';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/desk/icons.tsx';

const SIGNS = { GREEN: 'check', AMBER: 'warn', RED: 'warn', MISSED: 'stop' } as const;

/** One project: to be dragged to a day, or put there by its menu. */
export function CaseCard(props: {
  readonly one: BatchCase;
  readonly days: readonly string[];
  readonly onMove: (day: string) => void;
  readonly onDrag: () => void;
  readonly ticked?: boolean;
  readonly onTick?: (isTicked: boolean) => void;
  readonly fixed?: boolean;
}) {
  const { t, i18n } = useTranslation('batches');
  const { one, days } = props;
  const { name, applicant, track, park, industry, dueOn, latestOn, colour } = one;
  const day = (value: string) => showDay(value, i18n.language);
  return (
    <div
      className={`batch-card ${colour.toLowerCase()}`}
      draggable={!props.fixed}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', one.id);
        props.onDrag();
      }}
    >
      <p className="batch-card-name">
        {props.onTick ? (
          <Checkbox
            checked={props.ticked === true}
            onChange={(event) => props.onTick?.(event.target.checked)}
          >
            {name}
          </Checkbox>
        ) : (
          <a href={`/desk/cases/${one.id}`}>{name}</a>
        )}
      </p>
      <p className="batch-card-about">
        {applicant} · {CASE_TRACKS[track][currentLanguage(i18n)]}
        <br />
        {park ?? t('outside')} · {industry}
      </p>
      <p className={`batch-card-due ${colour.toLowerCase()}`}>
        <Icon name={SIGNS[colour]} size={14} /> {t(`colour.${colour}`)}
        {latestOn && <> · {t('latest', { day: day(latestOn) })}</>}
        {dueOn && <> · {t('due', { day: day(dueOn) })}</>}
      </p>
      {!props.fixed && (
        <Select
          size="small"
          aria-label={t('moveTo', { name })}
          placeholder={t('putOn')}
          value={null}
          options={days.map((value) => ({
            value,
            label: latestOn && value > latestOn ? t('tooLate', { day: day(value) }) : day(value),
          }))}
          onChange={(value: string | null) => value !== null && props.onMove(value)}
        />
      )}
    </div>
  );
}

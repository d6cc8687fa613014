import { CLOCK_COLOURS, type ApprovalView, type ClockLine } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon, type IconName } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';

const SIGNS: Readonly<Record<ClockLine['colour'], IconName>> = {
  GREEN: 'info',
  AMBER: 'warn',
  RED: 'warn',
  MISSED: 'stop',
  SUSPENDED: 'hand',
  MET: 'check',
};

/** The clocks of the case side by side: the promise and the law, each with what it leaves out. */
export function Clocks({ approval }: { readonly approval: ApprovalView }) {
  const { t, i18n } = useTranslation('approval');
  const language = currentLanguage(i18n);
  const { clocks, deemedAccepted, receivedOn } = approval;
  const day = (value: string) => showDay(value, i18n.language);
  const shown = clocks.filter(({ state }) => state !== 'CANCELLED');
  if (shown.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="clocks">
      <h2 id="clocks">{t('clocks')}</h2>
      {deemedAccepted && receivedOn && (
        <Notice tone="caution" title={t('deemed', { day: day(receivedOn) })} />
      )}
      <ul className="case-clocks">
        {shown.map((clock) => (
          <li key={clock.id} className={clock.colour.toLowerCase()}>
            <p className="case-clock-name">
              <a href={`/desk/clocks/${clock.id}`}>{clock.title[language]}</a>
              {clock.clock === 'C04' && <span className="badge">{t('promised')}</span>}
              {['C02', 'C03'].includes(clock.clock) && (
                <span className="badge">{t('statutory')}</span>
              )}
            </p>
            <p>
              <span className={`standing ${clock.colour.toLowerCase()}`}>
                <Icon name={SIGNS[clock.colour]} size={16} />{' '}
                {CLOCK_COLOURS[clock.colour][language]}
              </span>{' '}
              {t('from', { day: day(clock.startedOn) })}
              {clock.dueOn && (
                <>
                  {' → '}
                  <strong>{day(clock.dueOn)}</strong>
                </>
              )}
              {clock.settledOn && <> · {t('settled', { day: day(clock.settledOn) })}</>}
            </p>
            {clock.suspensions.map(({ from, to, reason }) => (
              <p key={`${from} ${reason.zh}`} className="quiet-text">
                {to
                  ? t('excluded', { reason: reason[language], from: day(from), to: day(to) })
                  : t('excludedOpen', { reason: reason[language], from: day(from) })}
              </p>
            ))}
            {clock.excludes.length > 0 && (
              <p className="quiet-text">
                {t('stops', {
                  what: clock.excludes
                    .map((one) => one[language])
                    .join(language === 'zh' ? '、' : ', '),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

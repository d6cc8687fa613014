import { CLOCK_COLOURS, CLOCK_LEFT_NAMES, type PermitClock } from '@ludao/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon } from '../../ui/desk/icons.tsx';

const SIGNS = {
  GREEN: 'info',
  AMBER: 'warn',
  RED: 'warn',
  MISSED: 'stop',
  SUSPENDED: 'hand',
  MET: 'check',
} as const;

/** One period: by when, how it stands, and the provision. What pulls apart is said. */
export function ClockLine({ clock }: { readonly clock: PermitClock }) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const session = useSession();
  const { id, name, length, dueOn, colour, left, unit, cite, tension, cancelled } = clock;
  const label = `${name[language]}${length ? ` · ${length[language]}` : ''}`;
  return (
    <li className="clock-line">
      <p>
        {mayIn(session, 'read', 'clock') ? (
          <Link to="/clocks/$id" params={{ id }}>
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p>
        {cancelled ? (
          <span className="quiet-text">{t('clock.cancelled')}</span>
        ) : (
          <>
            <span className={`standing ${colour.toLowerCase()}`}>
              <Icon name={SIGNS[colour]} size={16} /> {CLOCK_COLOURS[colour][language]}
            </span>{' '}
            {dueOn && t('dueOn', { day: showDay(dueOn, i18n.language) })}
            {left !== null && left >= 0 && (
              <> {t('clock.left', { count: left, unit: CLOCK_LEFT_NAMES[unit][language] })}</>
            )}
          </>
        )}
      </p>
      <p className="fine">
        {cite}
        {tension && !cancelled && <> {tension[language]}</>}
      </p>
    </li>
  );
}

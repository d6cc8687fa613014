import type { PermitView } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** From when to when, where the day shown lies in it, and by when the renewal is due. */
export function ValidityBar({ permit }: { readonly permit: PermitView }) {
  const { t, i18n } = useTranslation('permits');
  const { validFrom, validTo, on, renewal, state, application } = permit;
  const isHandedIn =
    application !== null &&
    application.state !== 'DRAFT' &&
    ['RENEWAL', 'REAPPLY', 'CANCEL'].includes(application.kind);
  if (!validFrom || !validTo) return null;
  const length = Math.max(1, at(validTo) - at(validFrom));
  const share = (day: string) =>
    Math.min(100, Math.max(0, ((at(day) - at(validFrom)) / length) * 100));
  const left = Math.round((at(validTo) - at(on)) / DAY_MS);
  const day = (date: string) => showDay(date, i18n.language);
  return (
    <div className="validity">
      <div className="validity-track" aria-hidden="true">
        <span className="validity-gone" style={{ inlineSize: `${share(on)}%` }} />
        {renewal && (
          <span
            className="validity-renewal"
            style={{ insetInlineStart: `${share(renewal.dueOn)}%` }}
          />
        )}
      </div>
      <p className="validity-days">
        <span>{day(validFrom)}</span>
        <strong>
          {state === 'IN_FORCE'
            ? t('validity.left', { count: left })
            : state === 'EXPIRED'
              ? t('validity.over')
              : ''}
        </strong>
        <span>{day(validTo)}</span>
      </p>
      {renewal && !isHandedIn && (
        <p className={on > renewal.dueOn ? 'validity-note late' : 'validity-note'}>
          {t(on > renewal.dueOn ? 'validity.renewLate' : 'validity.renewBy', {
            day: day(renewal.dueOn),
          })}
        </p>
      )}
    </div>
  );
}

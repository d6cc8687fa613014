import { REVEAL_REASONS, type MyData } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';

/** Who saw the whole name and number, by which post and for what. */
export function Reveals({ reveals }: { readonly reveals: MyData['reveals'] }) {
  const { t, i18n } = useTranslation('personalData');
  return (
    <section className="sheet" aria-labelledby="reveals">
      <h2 id="reveals">{t('reveals.title')}</h2>
      <p className="fine">{t('reveals.hint')}</p>
      {reveals.length === 0 && <p className="quiet-text">{t('reveals.none')}</p>}
      <ul className="plain-list reveals">
        {reveals.map(({ at, by, as, reason, words }) => (
          <li key={`${at} ${as}`}>
            <time dateTime={at}>{showMoment(at, i18n.language)}</time>
            <span>{by || t('reveals.unknown')}</span>
            <span>
              {REVEAL_REASONS[reason][currentLanguage(i18n)]}
              {t('colon')}
              {words}
            </span>
            <span className="quiet-text">{t('reveals.as', { as })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SHOWN = 10;

/** Sessions that are open, and the last lines of the security log about the own account. */
export function SignIns({ sessions, log }: Pick<MyData, 'sessions' | 'log'>) {
  const { t, i18n } = useTranslation('personalData');
  const moment = (at: string) => showMoment(at, i18n.language);
  return (
    <section className="sheet" aria-labelledby="sign-ins">
      <h2 id="sign-ins">{t('signIns.title')}</h2>
      <h3>{t('signIns.open', { count: sessions.length })}</h3>
      <ul className="plain-list">
        {sessions.map(({ startedAt, address, agent }) => (
          <li key={startedAt + agent}>
            <time dateTime={startedAt}>{moment(startedAt)}</time>
            <span className="code">{address}</span>
            <span className="quiet-text">{agent}</span>
          </li>
        ))}
      </ul>
      <h3>{t('signIns.log')}</h3>
      <ul className="plain-list">
        {log.slice(0, SHOWN).map(({ at, kind, address }, index) => (
          <li key={`${at} ${index}`}>
            <time dateTime={at}>{moment(at)}</time>
            <span>{t([`signIns.kind.${kind}`, 'signIns.kind.OTHER'])}</span>
            <span className="code quiet-text">{address}</span>
          </li>
        ))}
      </ul>
      {log.length > SHOWN && <p className="fine">{t('signIns.more', { count: SHOWN })}</p>}
    </section>
  );
}

import {
  CHANGE_AMOUNTS,
  CHANGE_GROUPS,
  CHANGE_QUESTIONS,
  CHANGE_VERDICTS,
  type ChangeAssessment,
  type ChangeMissing,
  type ChangeTrigger,
  type ChangeVerdict,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage, type Language } from '../../i18n/index.ts';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';

const LOOKS: Record<ChangeVerdict, { readonly icon: IconName; readonly tone: string }> = {
  MAJOR: { icon: 'stop', tone: 'bad' },
  NOT_MAJOR: { icon: 'check', tone: 'good' },
  OPEN: { icon: 'question', tone: 'caution' },
};

/** Which triggers a change meets, with their text, and which wait for an answer. */
export function Assessment({ assessment }: { readonly assessment: ChangeAssessment }) {
  const { t, i18n } = useTranslation('sharedData');
  const language = currentLanguage(i18n);
  const { verdict, triggers, source } = assessment;
  const of = (wanted: ChangeTrigger['verdict']) =>
    triggers.filter((trigger) => trigger.verdict === wanted);
  const { icon, tone } = LOOKS[verdict];
  const [hits, open, clear] = [of('HIT'), of('OPEN'), of('CLEAR')];
  return (
    <section className="sheet assessment" aria-labelledby="result" aria-live="polite">
      <h2 id="result">{t('change.result')}</h2>
      <p className={`standing ${tone}`}>
        <Icon name={icon} /> <strong>{CHANGE_VERDICTS[verdict][language]}</strong>
      </p>
      {hits.length > 0 ? (
        <>
          <h3>{t('change.hits')}</h3>
          <Triggers of={hits} />
        </>
      ) : (
        verdict === 'NOT_MAJOR' && <p>{t('change.nothingHit')}</p>
      )}
      {open.length > 0 && (
        <details open={verdict === 'OPEN'}>
          <summary>
            {t('change.open')}（{open.length}）
          </summary>
          <Triggers of={open} />
        </details>
      )}
      {clear.length > 0 && (
        <details>
          <summary>{t('change.clear', { count: clear.length })}</summary>
          <Triggers of={clear} />
        </details>
      )}
      <p className="fine">{t('change.source', { source })}</p>
    </section>
  );
}

function Triggers({ of }: { readonly of: readonly ChangeTrigger[] }) {
  const { t, i18n } = useTranslation('sharedData');
  const language = currentLanguage(i18n);
  return (
    <ul className="triggers">
      {of.map(({ no, group, text, missing }) => (
        <li key={no}>
          <span className="badge">
            {CHANGE_GROUPS[group][language]} {no}
          </span>{' '}
          {text[language]}
          {missing.length > 0 && (
            <p className="quiet-text">
              {t('change.openText', {
                missing: missing.map((name) => nameOf(name, t, language)).join('；'),
              })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOf(name: ChangeMissing, t: (key: string) => string, language: Language): string {
  if (name === 'pollutants' || name === 'exceeded') return t(`change.${name}`);
  const known = { ...CHANGE_QUESTIONS, ...CHANGE_AMOUNTS };
  return known[name][language];
}

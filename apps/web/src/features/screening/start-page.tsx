import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActivityPicker, type Activity } from './activity-picker.tsx';
import { DEFAULT_COUNTY, DEMO_COUNTY, loadScreener, todayInChina } from './law.ts';
import { writeLink } from '../../api/screening/link.ts';
import { DemoNotice } from './notices.tsx';

/** The front door and the first question in one: what does the project do? */
export function StartPage() {
  const { t } = useTranslation('screening');
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<readonly Activity[]>([]);
  const [missing, setMissing] = useState(false);
  const demo = 'demo' in useLocation({ select: ({ search }) => search as object });
  useEffect(() => {
    // The rules arrive while the visitor types.
    void loadScreener(demo).catch(() => null);
  }, [demo]);

  function begin(): void {
    if (chosen.length === 0) {
      setMissing(true);
      document.querySelector<HTMLElement>('#activity-search')?.focus();
      return;
    }
    const codes = chosen.filter(({ kind }) => kind === 'industry').map(({ key }) => key);
    const works = chosen.filter(({ kind }) => kind === 'work').map(({ key }) => key);
    const hash = writeLink({
      project: { industries: codes, works, facts: {} },
      on: todayInChina(),
      jurisdiction: demo ? DEMO_COUNTY : DEFAULT_COUNTY,
      asked: [],
      ...(demo ? { demo } : {}),
    });
    void navigate({ to: '/screening', hash });
  }

  return (
    <>
      {demo && <DemoNotice />}
      <section className="hero">
        <p className="eyebrow">{t('start.eyebrow')}</p>
        <h1>{t('start.title')}</h1>
        <p className="lead">{t('start.lead')}</p>
      </section>
      <section className="card" aria-labelledby="activity-label">
        <ActivityPicker
          chosen={chosen}
          missing={missing && chosen.length === 0}
          onChange={(next) => {
            setChosen(next);
            setMissing(false);
          }}
        />
        <div className="actions">
          <button type="button" className="primary" onClick={begin}>
            {t('start.begin')}
          </button>
          {!demo && (
            <Link to="/describe" className="button quiet">
              {t('start.describe')}
            </Link>
          )}
        </div>
      </section>
      <p className="demo-door">
        {demo ? (
          <Link to="/">{t('demo.stop')}</Link>
        ) : (
          <Link to="/" search={{ demo: true }}>
            {t('demo.start')}
          </Link>
        )}
      </p>
      <ul className="promises">
        {(['quick', 'law', 'unsure'] as const).map((name) => (
          <li key={name}>
            <strong>{t(`start.promise.${name}.title`)}</strong>
            <span>{t(`start.promise.${name}.text`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { PublicCase, PublicCases } from '@ludao/contracts';
import { CASE_STATES, CASE_TRACKS } from '@ludao/contracts/case-states';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';
import { filingsEn } from '../../i18n/en/filings.ts';
import { addTexts, currentLanguage } from '../../i18n/index.ts';
import { filingsZh } from '../../i18n/zh-CN/filings.ts';
import './publicity.css';

addTexts('filings', filingsZh, filingsEn);

const SIZE = 20;
type Answer = PublicCases | 'failed' | null;
interface Asked {
  readonly q: string;
  readonly district: string;
  readonly page: number;
}

/** Filings and approvals that everybody may know of: no person is named. */
export function FilingsPage() {
  const { t } = useTranslation('filings');
  const { q = '', district = '', page = 1 } = useSearch({ from: '/filings' });
  const [tries, setTries] = useState(0);
  const title = t('title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="narrow publicity">
      <h1>{title}</h1>
      <p>{t('lead')}</p>
      <Search key={`${q} ${district}`} q={q} district={district} />
      <Cases
        key={`${tries} ${page} ${district} ${q}`}
        asked={{ q, district, page }}
        onRetry={() => setTries(tries + 1)}
      />
    </div>
  );
}

function Search({ q, district }: Omit<Asked, 'page'>) {
  const { t } = useTranslation('filings');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const [county, setCounty] = useState(district);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const words = typed.trim();
    const search = { ...(words && { q: words }), ...(county && { district: county }) };
    void navigate({ to: '/filings', search });
  }
  return (
    <form onSubmit={submit} role="search">
      <label className="field">
        {t('search')}
        <input
          type="search"
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <label className="field">
        {t('county')}
        <select value={county} onChange={(event) => setCounty(event.currentTarget.value)}>
          <option value="">{t('anyCounty')}</option>
          {Object.keys(filingsZh.counties).map((code) => (
            <option key={code} value={code}>
              {t(`counties.${code}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="actions">
        <button type="submit" className="primary">
          {t('find')}
        </button>
        {(q !== '' || district !== '') && <Link to="/filings">{t('all')}</Link>}
      </div>
    </form>
  );
}

function Cases({ asked, onRetry }: { readonly asked: Asked; readonly onRetry: () => void }) {
  const { t } = useTranslation('filings');
  const [answer, setAnswer] = useState<Answer>(null);
  const { q, district, page } = asked;
  useEffect(() => {
    const stop = new AbortController();
    async function load(): Promise<void> {
      const found = await list({ q, district, page }, stop.signal);
      if (!stop.signal.aborted) setAnswer(found);
    }
    void load();
    return () => stop.abort();
  }, [q, district, page]);
  if (answer === null) return <p role="status">{t('loading')}</p>;
  if (answer !== 'failed') return <Found answer={answer} asked={asked} />;
  return (
    <p className="problem" role="alert">
      {t('failed')}{' '}
      <button type="button" className="quiet" onClick={onRetry}>
        {t('again')}
      </button>
    </p>
  );
}

function Found({ answer: { rows, total }, asked }: { answer: PublicCases; asked: Asked }) {
  const { t } = useTranslation('filings');
  const { q, district, page } = asked;
  if (total === 0) {
    const way = q === '' && district === '' ? 'empty' : 'nothing';
    return (
      <section className="publicity-none" role="status">
        <h2>{t(`${way}.title`)}</h2>
        <p>{t(`${way}.text`)}</p>
      </section>
    );
  }
  const pages = Math.ceil(total / SIZE);
  const kept = { ...(q && { q }), ...(district && { district }) };
  return (
    <>
      <p className="publicity-count" role="status">
        {t('count', { count: total })}
      </p>
      <ul className="publicity-list">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {pages > 1 && (
        <nav aria-label={t('pages')} className="actions">
          {page > 1 && (
            <Link to="/filings" search={{ ...kept, page: page - 1 }}>
              {t('previous')}
            </Link>
          )}
          <span>{t('page', { page, pages })}</span>
          {page < pages && (
            <Link to="/filings" search={{ ...kept, page: page + 1 }}>
              {t('next')}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

function Row({ row }: { readonly row: PublicCase }) {
  const { t, i18n } = useTranslation('filings');
  const language = currentLanguage(i18n);
  const facts = [
    [t('applicant'), row.applicant],
    [t('place'), row.address],
    [t('countyOf'), t(`counties.${row.districtCode}`, row.districtCode)],
    [t('number'), row.number ?? '—'],
    [t('day'), row.on ? showDay(row.on, i18n.language) : '—'],
  ] as const;
  return (
    <li>
      <h2 lang="zh-CN">{row.name}</h2>
      <p>
        {CASE_TRACKS[row.track][language]} · <strong>{CASE_STATES[row.state][language]}</strong>
      </p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="zh-CN">{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

async function list({ q, district, page }: Asked, signal: AbortSignal): Promise<Answer> {
  try {
    const query = new URLSearchParams({ q, page: String(page), size: String(SIZE) });
    if (district !== '') query.set('district', district);
    const response = await fetch(`/api/public-cases?${query.toString()}`, { signal });
    return response.ok ? ((await response.json()) as PublicCases) : 'failed';
  } catch {
    return 'failed';
  }
}

import type { PublicDocument, PublicDocuments } from '@ludao/contracts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';
import { publicityEn } from '../../i18n/en/publicity.ts';
import { addTexts } from '../../i18n/index.ts';
import { publicityZh } from '../../i18n/zh-CN/publicity.ts';
import './publicity.css';

addTexts('publicity', publicityZh, publicityEn);

const SIZE = 20;
type Answer = PublicDocuments | 'failed' | null;

/** Documents that everybody may read, with what was left out in black. */
export function PublicityPage() {
  const { t } = useTranslation('publicity');
  const { q = '', page = 1 } = useSearch({ strict: false });
  const [tries, setTries] = useState(0);
  const title = t('title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="narrow publicity">
      <h1>{title}</h1>
      <p>{t('lead')}</p>
      <Search key={q} q={q} />
      <Documents
        key={`${tries} ${page} ${q}`}
        q={q}
        page={page}
        onRetry={() => setTries(tries + 1)}
      />
    </div>
  );
}

function Search({ q }: { readonly q: string }) {
  const { t } = useTranslation('publicity');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const words = typed.trim();
    void navigate({ to: '/publicity', search: words === '' ? {} : { q: words } });
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
      <div className="actions">
        <button type="submit" className="primary">
          {t('find')}
        </button>
        {q !== '' && <Link to="/publicity">{t('all')}</Link>}
      </div>
    </form>
  );
}

function Documents({
  q,
  page,
  onRetry,
}: {
  readonly q: string;
  readonly page: number;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation('publicity');
  const [answer, setAnswer] = useState<Answer>(null);
  useEffect(() => {
    const stop = new AbortController();
    async function load(): Promise<void> {
      const found = await list(q, page, stop.signal);
      if (!stop.signal.aborted) setAnswer(found);
    }
    void load();
    return () => stop.abort();
  }, [q, page]);
  if (answer === null) return <p role="status">{t('loading')}</p>;
  if (answer !== 'failed') return <Found answer={answer} q={q} page={page} />;
  return (
    <p className="problem" role="alert">
      {t('failed')}{' '}
      <button type="button" className="quiet" onClick={onRetry}>
        {t('again')}
      </button>
    </p>
  );
}

function Found({
  answer: { rows, total },
  q,
  page,
}: {
  readonly answer: PublicDocuments;
  readonly q: string;
  readonly page: number;
}) {
  const { t } = useTranslation('publicity');
  if (total === 0) {
    const way = q === '' ? 'empty' : 'nothing';
    return (
      <section className="publicity-none" role="status">
        <h2>{t(`${way}.title`, { q })}</h2>
        <p>{t(`${way}.text`)}</p>
      </section>
    );
  }
  const pages = Math.ceil(total / SIZE);
  const words = q === '' ? {} : { q };
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
            <Link to="/publicity" search={{ ...words, page: page - 1 }}>
              {t('previous')}
            </Link>
          )}
          <span>{t('page', { page, pages })}</span>
          {page < pages && (
            <Link to="/publicity" search={{ ...words, page: page + 1 }}>
              {t('next')}
            </Link>
          )}
        </nav>
      )}
      <p>
        <a href="/api/public-documents/export">{t('data')}</a>
      </p>
    </>
  );
}

function Row({ row }: { readonly row: PublicDocument }) {
  const { t, i18n } = useTranslation('publicity');
  return (
    <li>
      <h2 lang="zh-CN">
        <a href={`/api/public-documents/${row.id}/pdf`} aria-label={`${row.title} ${t('open')}`}>
          {row.title}
        </a>
      </h2>
      <p lang="zh-CN">
        {row.number}
        {row.effect && <strong className="publicity-effect">{t(`effect.${row.effect}`)}</strong>}
      </p>
      <dl>
        <div>
          <dt>{t('office')}</dt>
          <dd lang="zh-CN">{row.office}</dd>
        </div>
        <div>
          <dt>{t('day')}</dt>
          <dd>{showDay(row.day, i18n.language)}</dd>
        </div>
        <div>
          <dt>{t('published')}</dt>
          <dd>{showDay(row.publishedOn, i18n.language)}</dd>
        </div>
      </dl>
    </li>
  );
}

async function list(q: string, page: number, signal: AbortSignal): Promise<Answer> {
  try {
    const query = new URLSearchParams({ q, page: String(page), size: String(SIZE) });
    const response = await fetch(`/api/public-documents?${query.toString()}`, { signal });
    return response.ok ? ((await response.json()) as PublicDocuments) : 'failed';
  } catch {
    return 'failed';
  }
}

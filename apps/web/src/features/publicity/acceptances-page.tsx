import type { PublicCompletion, PublicCompletions } from '@ludao/contracts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';
import { acceptancesEn } from '../../i18n/en/acceptances.ts';
import { addTexts } from '../../i18n/index.ts';
import { acceptancesZh } from '../../i18n/zh-CN/acceptances.ts';
import './publicity.css';

addTexts('acceptances', acceptancesZh, acceptancesEn);

const SIZE = 20;
type Answer = PublicCompletions | 'failed' | null;

/** Acceptance reports that are public, with their papers. */
export function AcceptancesPage() {
  const { t } = useTranslation('acceptances');
  const { q = '', page = 1 } = useSearch({ from: '/acceptances' });
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
      <Reports
        key={`${tries} ${page} ${q}`}
        q={q}
        page={page}
        onRetry={() => setTries(tries + 1)}
      />
    </div>
  );
}

function Reports(props: {
  readonly q: string;
  readonly page: number;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation('acceptances');
  const { q, page, onRetry } = props;
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

function Search({ q }: { readonly q: string }) {
  const { t } = useTranslation('acceptances');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const words = typed.trim();
    void navigate({ to: '/acceptances', search: words === '' ? {} : { q: words } });
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
        {q !== '' && <Link to="/acceptances">{t('all')}</Link>}
      </div>
    </form>
  );
}

function Found(props: {
  readonly answer: PublicCompletions;
  readonly q: string;
  readonly page: number;
}) {
  const { t } = useTranslation('acceptances');
  const { answer, q, page } = props;
  const { rows, total } = answer;
  if (total === 0) {
    const way = q === '' ? 'empty' : 'nothing';
    return (
      <section className="publicity-none" role="status">
        <h2>{t(`${way}.title`)}</h2>
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
            <Link to="/acceptances" search={{ ...words, page: page - 1 }}>
              {t('previous')}
            </Link>
          )}
          <span>{t('page', { page, pages })}</span>
          {page < pages && (
            <Link to="/acceptances" search={{ ...words, page: page + 1 }}>
              {t('next')}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

function Row({ row }: { readonly row: PublicCompletion }) {
  const { t, i18n } = useTranslation('acceptances');
  const day = (value: string) => showDay(value, i18n.language);
  const [today] = useState(() => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  const isOver = row.publishedUntil < today;
  const standing = isOver ? t('over') : t('inPublicity', { day: day(row.publishedUntil) });
  const facts = [
    [t('proponent'), row.proponent],
    [t('park'), row.park ?? '—'],
    [t('approval'), row.approvalNumber],
    [t('completedOn'), day(row.completedOn)],
    [t('publicity'), day(row.publishedOn)],
  ] as const;
  return (
    <li>
      <h2 lang="zh-CN">{row.stage === '' ? row.project : `${row.project}（${row.stage}）`}</h2>
      <p>
        <strong>{row.state === 'FILED' ? t('filed') : standing}</strong>
      </p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="zh-CN">{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('papers')}</dt>
          <dd>
            {row.papers.length === 0 && '—'}
            {row.papers.map((paper) => (
              <a
                key={paper}
                href={`/api/public/completions/${row.id}/paper?paper=${paper}`}
                className="publicity-paper"
              >
                {t(`paper.${paper}`)}
              </a>
            ))}
          </dd>
        </div>
      </dl>
    </li>
  );
}

async function list(q: string, page: number, signal: AbortSignal): Promise<Answer> {
  try {
    const query = new URLSearchParams({ q, page: String(page), size: String(SIZE) });
    const response = await fetch(`/api/public/completions?${query.toString()}`, { signal });
    return response.ok ? ((await response.json()) as PublicCompletions) : 'failed';
  } catch {
    return 'failed';
  }
}

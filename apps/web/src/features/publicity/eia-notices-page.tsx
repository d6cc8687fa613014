import type { PublicNotices } from '@ludao/contracts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';
import { eiaNoticesEn } from '../../i18n/en/eia-notices.ts';
import { addTexts } from '../../i18n/index.ts';
import { eiaNoticesZh } from '../../i18n/zh-CN/eia-notices.ts';
import { NOTICE_KINDS } from '@ludao/contracts/notice-words';
import './publicity.css';

addTexts('eiaNotices', eiaNoticesZh, eiaNoticesEn);

const SIZE = 20;
type Kind = keyof typeof NOTICE_KINDS;
const KINDS = Object.keys(NOTICE_KINDS) as Kind[];

/** What is made public of EIA approvals, the newest first. */
export function EiaNoticesPage() {
  const { t } = useTranslation('eiaNotices');
  const { q = '', page = 1, kind } = useSearch({ strict: false });
  const [tries, setTries] = useState(0);
  const title = t('title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="narrow publicity">
      <h1>{title}</h1>
      <p>{t('lead')}</p>
      <Search key={`${q} ${kind}`} q={q} kind={kind} />
      <Notices
        key={`${tries} ${page} ${q} ${kind}`}
        q={q}
        page={page}
        kind={kind}
        onRetry={() => setTries(tries + 1)}
      />
    </div>
  );
}

interface Asked {
  readonly q: string;
  readonly page: number;
  readonly kind: Kind | undefined;
}

function Notices({ q, page, kind, onRetry }: Asked & { readonly onRetry: () => void }) {
  const { t, i18n } = useTranslation('eiaNotices');
  const [answer, setAnswer] = useState<PublicNotices | 'failed' | null>(null);
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      const found = await list({ q, page, kind }, stop.signal);
      if (!stop.signal.aborted) setAnswer(found);
    })();
    return () => stop.abort();
  }, [q, page, kind]);
  return (
    <>
      {answer === null && <p role="status">{t('loading')}</p>}
      {answer === 'failed' && (
        <p className="problem" role="alert">
          {t('failed')}{' '}
          <button type="button" className="quiet" onClick={onRetry}>
            {t('again')}
          </button>
        </p>
      )}
      {answer !== null && answer !== 'failed' && answer.total === 0 && (
        <section className="publicity-none" role="status">
          <h2>{t('none')}</h2>
          <p>{t('noneWhy')}</p>
        </section>
      )}
      {answer !== null && answer !== 'failed' && answer.total > 0 && (
        <>
          <p className="publicity-count" role="status">
            {t('count', { count: answer.total })}
          </p>
          <ul className="publicity-list">
            {answer.rows.map((row) => (
              <li key={row.id}>
                <h2 lang="zh-CN">
                  <Link to="/eia-notices/$id" params={{ id: row.id }}>
                    {row.project}
                  </Link>
                </h2>
                <p>
                  {NOTICE_KINDS[row.kind][language]} ·{' '}
                  <strong>{t(row.open ? 'openNow' : 'closed')}</strong>
                </p>
                <dl>
                  <div>
                    <dt>{t('office')}</dt>
                    <dd lang="zh-CN">{row.office}</dd>
                  </div>
                  <div>
                    <dt>{t('period')}</dt>
                    <dd>
                      {row.untilOn
                        ? t('until', {
                            from: showDay(row.postedOn, i18n.language),
                            to: showDay(row.untilOn, i18n.language),
                          })
                        : showDay(row.postedOn, i18n.language)}
                    </dd>
                  </div>
                </dl>
              </li>
            ))}
          </ul>
          <Pages total={answer.total} page={page} q={q} kind={kind} />
        </>
      )}
    </>
  );
}

function Search({ q, kind }: Pick<Asked, 'q' | 'kind'>) {
  const { t, i18n } = useTranslation('eiaNotices');
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const [of, setOf] = useState<Kind | ''>(kind ?? '');
  function submit(event: FormEvent): void {
    event.preventDefault();
    const words = typed.trim();
    const search = { ...(words !== '' && { q: words }), ...(of !== '' && { kind: of }) };
    void navigate({ to: '/eia-notices', search });
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
        {t('kind')}
        <select value={of} onChange={(event) => setOf(event.currentTarget.value as Kind | '')}>
          <option value="">{t('every')}</option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {NOTICE_KINDS[one][language]}
            </option>
          ))}
        </select>
      </label>
      <div className="actions">
        <button type="submit" className="primary">
          {t('find')}
        </button>
      </div>
    </form>
  );
}

function Pages({ total, page, q, kind }: Asked & { readonly total: number }) {
  const { t } = useTranslation('eiaNotices');
  const pages = Math.ceil(total / SIZE);
  if (pages <= 1) return null;
  const search = { ...(q !== '' && { q }), ...(kind && { kind }) };
  return (
    <nav aria-label={t('page', { page, pages })} className="actions">
      {page > 1 && (
        <Link to="/eia-notices" search={{ ...search, page: page - 1 }}>
          {t('previous')}
        </Link>
      )}
      <span>{t('page', { page, pages })}</span>
      {page < pages && (
        <Link to="/eia-notices" search={{ ...search, page: page + 1 }}>
          {t('next')}
        </Link>
      )}
    </nav>
  );
}

async function list(
  { q, page, kind }: Asked,
  signal: AbortSignal,
): Promise<PublicNotices | 'failed'> {
  try {
    const query = new URLSearchParams({ q, page: String(page), size: String(SIZE) });
    if (kind) query.set('kind', kind);
    const response = await fetch(`/api/public/eia-notices?${query.toString()}`, { signal });
    return response.ok ? ((await response.json()) as PublicNotices) : 'failed';
  } catch {
    return 'failed';
  }
}

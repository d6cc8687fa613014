import type { PublicNotice } from '@ludao/contracts';
import { NOTICE_COLUMNS, NOTICE_KINDS } from '@ludao/contracts/notice-words';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';
import { eiaNoticesEn } from '../../i18n/en/eia-notices.ts';
import { addTexts } from '../../i18n/index.ts';
import { eiaNoticesZh } from '../../i18n/zh-CN/eia-notices.ts';
import './publicity.css';

addTexts('eiaNotices', eiaNoticesZh, eiaNoticesEn);

/** One notice with the columns of Shaoxing's table, and the way to speak to it while it is open. */
export function EiaNoticePage() {
  const { t } = useTranslation('eiaNotices');
  const { id = '' } = useParams({ strict: false });
  const [notice, setNotice] = useState<PublicNotice | 'failed' | null>(null);
  const title = t('title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      const found = await read(id, stop.signal);
      if (!stop.signal.aborted) setNotice(found);
    })();
    return () => stop.abort();
  }, [id]);
  return (
    <div className="narrow publicity">
      <p>
        <Link to="/eia-notices">{t('back')}</Link>
      </p>
      {notice === null && <p role="status">{t('loading')}</p>}
      {notice === 'failed' && (
        <p className="problem" role="alert">
          {t('none')}
        </p>
      )}
      {notice !== null && notice !== 'failed' && <Shown notice={notice} />}
    </div>
  );
}

function Shown({ notice }: { readonly notice: PublicNotice }) {
  const { t, i18n } = useTranslation('eiaNotices');
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const day = (value: string) => showDay(value, i18n.language);
  const { id, kind, project, postedOn, untilOn, hearingUntil, number, outcome } = notice;
  const columns = (Object.keys(NOTICE_COLUMNS) as (keyof typeof NOTICE_COLUMNS)[]).map(
    (column) => [NOTICE_COLUMNS[column][language], notice[column]] as const,
  );
  const rows = [
    ...columns,
    [
      t(untilOn ? 'period' : 'posted'),
      untilOn ? t('until', { from: day(postedOn), to: day(untilOn) }) : day(postedOn),
    ] as const,
    ...(outcome ? [[t('outcome'), t(`outcomes.${outcome}`)] as const] : []),
    ...(number ? [[t('number'), number] as const] : []),
    [t('office'), notice.office] as const,
    [t('contact'), notice.contact || '—'] as const,
  ];
  return (
    <>
      <h1 lang="zh-CN">{project}</h1>
      <p>
        {NOTICE_KINDS[kind][language]} · <strong>{t(notice.open ? 'openNow' : 'closed')}</strong>
      </p>
      <dl className="notice-table">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="zh-CN">{value}</dd>
          </div>
        ))}
      </dl>
      {hearingUntil && <p>{t('hearingNotice', { day: day(hearingUntil) })}</p>}
      {notice.hasDocument && (
        <p>
          <a href={`/api/public/eia-notices/${id}/file`}>{t('document')}</a>
        </p>
      )}
      {notice.open && <Speak notice={notice} />}
    </>
  );
}

type Wrong = 'name' | 'phone' | 'words';

function Speak({ notice: { id, hearingUntil } }: { readonly notice: PublicNotice }) {
  const { t } = useTranslation('eiaNotices');
  const [said, setSaid] = useState({ kind: 'COMMENT', name: '', phone: '', words: '' });
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const [outcome, setOutcome] = useState<'sent' | 'NOTICE_NOT_OPEN' | 'other' | null>(null);
  const set = (key: keyof typeof said, value: string) => setSaid({ ...said, [key]: value });
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const faults: Wrong[] = [
      ...(said.name.trim().length < 2 ? (['name'] as const) : []),
      ...(/^[\d\s+-]{7,20}$/.test(said.phone.trim()) ? [] : (['phone'] as const)),
      ...(said.words.trim().length < 5 ? (['words'] as const) : []),
    ];
    setWrong(faults);
    if (faults.length === 0) setOutcome(await send(id, said));
  }
  if (outcome === 'sent') {
    return (
      <p role="status" className="publicity-none">
        {t('sent')}
      </p>
    );
  }
  const field = (key: Wrong, control: (describedBy: string) => React.ReactNode) => (
    <label className="field">
      {t(key)}
      {control(`${key}-fault`)}
      {wrong.includes(key) && (
        <span id={`${key}-fault`} className="problem" role="alert">
          {t(`wrong.${key}`)}
        </span>
      )}
    </label>
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t('speak')}</h2>
      <p>{t('speakLead')}</p>
      {outcome && (
        <p className="problem" role="alert">
          {t(`refused.${outcome}`)}
        </p>
      )}
      <label className="field">
        {t('speakKind')}
        <select value={said.kind} onChange={(event) => set('kind', event.currentTarget.value)}>
          <option value="COMMENT">{t('comment')}</option>
          {hearingUntil && <option value="HEARING">{t('hearing')}</option>}
        </select>
      </label>
      {field('name', (describedBy) => (
        <input
          type="text"
          maxLength={60}
          autoComplete="name"
          aria-describedby={describedBy}
          value={said.name}
          onChange={(event) => set('name', event.currentTarget.value)}
        />
      ))}
      {field('phone', (describedBy) => (
        <input
          maxLength={30}
          type="text"
          inputMode="tel"
          autoComplete="tel"
          aria-describedby={describedBy}
          value={said.phone}
          onChange={(event) => set('phone', event.currentTarget.value)}
        />
      ))}
      {field('words', (describedBy) => (
        <textarea
          rows={5}
          maxLength={2000}
          aria-describedby={describedBy}
          value={said.words}
          onChange={(event) => set('words', event.currentTarget.value)}
        />
      ))}
      <p className="hint">{t('wordsHint')}</p>
      <div className="actions">
        <button type="submit" className="primary">
          {t('send')}
        </button>
      </div>
    </form>
  );
}

async function read(id: string, signal: AbortSignal): Promise<PublicNotice | 'failed'> {
  try {
    const response = await fetch(`/api/public/eia-notices/${id}`, { signal });
    return response.ok ? ((await response.json()) as PublicNotice) : 'failed';
  } catch {
    return 'failed';
  }
}

async function send(id: string, said: object): Promise<'sent' | 'NOTICE_NOT_OPEN' | 'other'> {
  try {
    const response = await fetch(`/api/public/eia-notices/${id}/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(said),
    });
    if (response.ok) return 'sent';
    const { code } = (await response.json()) as { code?: string };
    return code === 'NOTICE_NOT_OPEN' ? code : 'other';
  } catch {
    return 'other';
  }
}

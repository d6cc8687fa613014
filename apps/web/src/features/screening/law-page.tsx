import type { LawInForce } from '@ludao/contracts';
import { CONFIDENCE_NAMES, LAYER_NAMES, PLACE_NAMES, TEXT_KINDS } from '@ludao/contracts/law-words';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lawEn } from '../../i18n/en/law.ts';
import { addTexts, currentLanguage } from '../../i18n/index.ts';
import { lawZh } from '../../i18n/zh-CN/law.ts';
import { ClockTable } from './clock-table.tsx';
import { todayInChina } from './law.ts';

addTexts('law', lawZh, lawEn);

type LawText = LawInForce['texts'][number];
const KINDS = Object.keys(TEXT_KINDS) as LawText['kind'][];

/** What the platform answers by on a day, for everybody to look up. */
export function LawPage() {
  const { t, i18n } = useTranslation('law');
  const language = currentLanguage(i18n);
  const on = useSearch({ strict: false, select: ({ on: day }: { on?: string }) => day });
  const navigate = useNavigate();
  const { law, isFailed, again } = useLaw(on);
  return (
    <section className="law">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p className="law-day">
        <label htmlFor="law-day">{t('on')}</label>{' '}
        <input
          id="law-day"
          type="date"
          value={on ?? law?.on ?? todayInChina()}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ to: '/law', search: value ? { on: value } : {}, replace: true })
          }
        />
      </p>
      {isFailed && (
        <p role="alert">
          {t('failed')}{' '}
          <button type="button" onClick={again}>
            {t('again')}
          </button>
        </p>
      )}
      {!law && !isFailed && <p role="status">{t('loading')}</p>}
      {law && (
        <>
          {KINDS.map((kind) => (
            <section key={kind} className="card" aria-labelledby={`law-${kind}`}>
              <h2 id={`law-${kind}`}>{TEXT_KINDS[kind][language]}</h2>
              <Texts texts={law.texts.filter((text) => text.kind === kind)} />
            </section>
          ))}
          <ClockTable on={on} />
          <p className="fine digest">{t('digest', { digest: law.digest })}</p>
        </>
      )}
      <p>
        <Link to="/">{t('back')}</Link>
      </p>
    </section>
  );
}

/** The law of a day, or of today; kept on the page while that of another day is fetched. */
function useLaw(on: string | undefined) {
  const [state, setState] = useState<{ law: LawInForce | null; isFailed: boolean }>({
    law: null,
    isFailed: false,
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    void fetchLaw(on, stop.signal, attempt).then((law) => {
      if (!stop.signal.aborted) {
        setState((before) => ({ law: law ?? before.law, isFailed: law === null }));
      }
      return law;
    });
    return () => stop.abort();
  }, [on, attempt]);
  return { ...state, again: () => setAttempt(attempt + 1) };
}

/** Null where it could not be fetched. */
async function fetchLaw(
  on: string | undefined,
  signal: AbortSignal,
  attempt: number,
): Promise<LawInForce | null> {
  try {
    // The first answer may come from the browser's store; when that failed, only the server's will do.
    const cache = attempt === 0 ? 'default' : 'reload';
    const response = await fetch(on ? `/api/law?on=${on}` : '/api/law', { signal, cache });
    return response.ok ? ((await response.json()) as LawInForce) : null;
  } catch {
    return null;
  }
}

function Texts({ texts }: { readonly texts: readonly LawText[] }) {
  const { t } = useTranslation('law');
  if (texts.length === 0) return <p>{t('none')}</p>;
  return (
    <ul className="law-texts">
      {texts.map((text) => (
        <li key={text.id}>
          <OneText text={text} />
        </li>
      ))}
    </ul>
  );
}

function OneText({ text }: { readonly text: LawText }) {
  const { t, i18n } = useTranslation('law');
  const language = currentLanguage(i18n);
  const { effectiveFrom: from, effectiveTo: to, jurisdiction, names, rows } = text;
  const separator = language === 'zh' ? '、' : '; ';
  const isCut = names.length < rows && names.length > 0;
  const content = [
    names.map((name) => name[language]).join(separator),
    isCut ? t('more', { count: rows }) : '',
  ]
    .join(' ')
    .trim();
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    [t('document'), text.documentNo],
    [t('issuer'), text.issuer],
    [t('period'), to === null ? t('from', { from }) : t('span', { from, to })],
    [t('area'), PLACE_NAMES[jurisdiction]?.[language] ?? jurisdiction],
    [t('layer'), LAYER_NAMES[text.layer]?.[language]],
    [t('confidence'), CONFIDENCE_NAMES[text.confidence]?.[language]],
  ];
  return (
    <article data-text={text.id}>
      <h3>
        {text.title} {text.demo && <em>{t('demo')}</em>}
      </h3>
      {!text.entered && <p>{t('notEntered')}</p>}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {text.entered && (
          <div className="law-rows">
            <dt>{t('rows')}</dt>
            <dd>{content || t('count', { count: rows })}</dd>
          </div>
        )}
      </dl>
    </article>
  );
}

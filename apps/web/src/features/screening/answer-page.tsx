import { useLocation, useNavigate } from '@tanstack/react-router';
import type { Answer, Screener } from '@ludao/rules';
import { problemText } from '@ludao/contracts/texts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Changes } from './answer-changes.tsx';
import { DownloadPdf } from './answer-download.tsx';
import { Facts } from './answer-facts.tsx';
import { Handle } from './answer-handle.tsx';
import { Headline, type Earlier } from './answer-headline.tsx';
import { Permit } from './answer-permit.tsx';
import { ProcedureOf } from './answer-procedure.tsx';
import { Reasons } from './answer-reasons.tsx';
import { Reliefs } from './answer-relief.tsx';
import { Confirmations, NotCovered } from './answer-cautions.tsx';
import { todayInChina, useScreener } from './law.ts';
import { readLink, writeLink, type Screening } from '../../api/screening/link.ts';
import { BrokenLink, DemoNotice, Loading } from './notices.tsx';

/** The answer on one page: what, why, what next, what is open; to print and to keep as a link. */
export function AnswerPage() {
  const { hash, pathname } = useLocation();
  const screening = useMemo(() => readLink(hash), [hash]);
  const screener = useScreener(screening?.demo ?? false);
  // The address changes before this page is taken down; the next page's link is not ours to answer.
  if (!screener || pathname !== '/answer') return <Loading />;
  if (!screening) return <BrokenLink />;
  return <AnswerOf screener={screener} screening={screening} />;
}

function AnswerOf(props: { readonly screener: Screener; readonly screening: Screening }) {
  const { screener, screening } = props;
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const today = todayInChina();
  const { project, jurisdiction } = screening;
  const answer = useMemo(
    () => screener.screen(project, { on: today, jurisdiction }),
    [screener, project, jurisdiction, today],
  );
  const refused = 'problems' in answer;
  // From the first showing on, the address itself says what was answered, when, and by which rules.
  useEffect(() => {
    if (refused || screening.answered) return;
    const { digest, floor, ceiling, level, statutoryLevel } = answer;
    const relieved = level !== null && level !== statutoryLevel ? { level } : {};
    const answered = { digest, floor, ceiling, ...relieved };
    const hash = writeLink({ ...screening, on: today, answered });
    void navigate({ to: '/answer', hash, replace: true });
  }, [answer, navigate, refused, screening, today]);
  useEffect(() => heading.current?.focus(), []);
  if (refused) {
    return (
      <section className="narrow">
        <h1>{t('answer.refused')}</h1>
        <ul className="summary">
          {answer.problems.map(({ code, path, params }) => (
            <li key={`${code} ${path}`}>{problemText(code, params, language)}</li>
          ))}
        </ul>
        <button type="button" className="primary" onClick={() => history.back()}>
          {t('wizard.back')}
        </button>
      </section>
    );
  }
  const blocked = answer.status === 'beyond_edition';
  const coverage = <NotCovered answer={answer} screener={screener} />;
  return (
    <article className="answer">
      {screening.demo && <DemoNotice />}
      <Headline
        answer={answer}
        screener={screener}
        screening={screening}
        earlier={earlierAnswer(screener, screening, answer)}
        heading={heading}
      />
      <Reasons answer={answer} screener={screener} />
      {blocked && coverage}
      <Reliefs answer={answer} screener={screener} />
      <NextSteps answer={answer} screener={screener} />
      <Handle answer={answer} screening={screening} />
      <Permit answer={answer} screener={screener} screening={screening} />
      <Confirmations answer={answer} />
      <Changes answer={answer} screener={screener} />
      <ProcedureOf answer={answer} />
      <Facts answer={answer} screener={screener} screening={screening} />
      {!blocked && coverage}
      <Tools screening={screening} on={answer.on} />
    </article>
  );
}

/** The answer recorded in the link, when it is of another day or of other rules. */
function earlierAnswer(screener: Screener, screening: Screening, now: Answer): Earlier | null {
  const { answered, on } = screening;
  if (!answered) return null;
  const rulesChanged = answered.digest !== screener.ruleSet.digest;
  if (on === now.on && !rulesChanged) return null;
  const { floor, ceiling, level } = answered;
  return { on, floor, ceiling, level: level ?? null, rulesChanged };
}

function NextSteps({ answer, screener }: { readonly answer: Answer; readonly screener: Screener }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const pack = screener.ruleSet.packs.find(({ id }) => id === answer.law.pack);
  if (!answer.level || !pack) return null;
  const nextSteps = answer.level === 'EXEMPT' ? [] : (pack.nextSteps[answer.level] ?? []);
  if (nextSteps.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('answer.next')}</h2>
      <ol className="steps">
        {nextSteps.map(({ text, cite }) => (
          <li key={cite + text.zh}>
            {text[language]} <cite>{cite}</cite>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Tools({ screening, on }: { readonly screening: Screening; readonly on: string }) {
  const { t } = useTranslation('screening');
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied('yes');
    } catch {
      setCopied('failed');
    }
  }
  return (
    <div className="actions screen-only">
      <button type="button" className="primary" onClick={() => print()}>
        {t('answer.print')}
      </button>
      <DownloadPdf screening={screening} on={on} />
      <button type="button" onClick={() => void copy()}>
        {t('answer.copy')}
      </button>
      <a className="button quiet" href="/">
        {t('answer.again')}
      </a>
      <p role="status" className="hint">
        {copied === 'yes' ? t('answer.copied') : ''}
        {copied === 'failed' ? t('answer.copyFailed') : ''}
      </p>
    </div>
  );
}

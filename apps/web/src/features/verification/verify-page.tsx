import {
  CERTIFICATE_STATES,
  VERIFIED_STATES,
  type VerifiedState,
} from '@ludao/contracts/document-states';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';
import { verificationEn } from '../../i18n/en/verification.ts';
import { addTexts } from '../../i18n/index.ts';
import { verificationZh } from '../../i18n/zh-CN/verification.ts';
import { codeFault, readCode, spaced, type CodeFault } from './code.ts';
import './verify.css';

addTexts('verification', verificationZh, verificationEn);

interface Verified {
  readonly number: string;
  readonly day: string;
  readonly status: VerifiedState;
  /** Of a certificate for which an official system is the record; its number once it is there. */
  readonly outside: { readonly system: string; readonly number: string | null } | null;
}
type Answer = Verified | 'none' | 'busy' | 'failed';

/** Whether a paper counts: number, date and status, and nothing of what it says. */
export function VerifyPage() {
  const { t } = useTranslation('verification');
  const { code: linked } = useParams({ strict: false });
  const navigate = useNavigate();
  const code = linked === undefined ? null : readCode(linked);
  const [typed, setTyped] = useState(code ? spaced(code) : '');
  const [fault, setFault] = useState<CodeFault | null>(code === null ? null : codeFault(code));
  const title = t('title');
  useEffect(() => {
    document.title = title;
  }, [title]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const read = readCode(typed);
    const found = codeFault(read);
    setFault(found);
    if (!found) void navigate({ to: '/verify/$code', params: { code: read } });
  }

  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>{t('lead')}</p>
      {code && !codeFault(code) && <Result key={code} code={code} />}
      <form onSubmit={submit} noValidate className="verify-form">
        <label className="field">
          {code && !codeFault(code) ? t('another') : t('code')}
          <input
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="verify-code"
            aria-describedby={fault ? 'code-fault code-hint' : 'code-hint'}
            aria-invalid={fault !== null}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setFault(null);
            }}
          />
        </label>
        {fault && (
          <p id="code-fault" className="problem" role="alert">
            {fault.fault === 'length'
              ? t('length', { count: fault.count })
              : t('characters', { signs: fault.signs })}
          </p>
        )}
        <p id="code-hint" className="hint">
          {t('hint')}
        </p>
        <div className="actions">
          <button type="submit" className="primary">
            {t('check')}
          </button>
        </div>
      </form>
    </div>
  );
}

function Result({ code }: { readonly code: string }) {
  const { t, i18n } = useTranslation('verification');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      const found = await verify(code, stop.signal);
      if (!stop.signal.aborted) setAnswer(found);
    })();
    return () => stop.abort();
  }, [code]);
  useEffect(() => {
    if (answer !== null) heading.current?.focus();
  }, [answer]);
  if (answer === null) return <p role="status">{t('checking')}</p>;
  if (answer === 'busy' || answer === 'failed') {
    return (
      <p className="problem" role="alert">
        {t(answer)}
      </p>
    );
  }
  if (answer === 'none') {
    return (
      <section className="verify-result none">
        <h2 ref={heading} tabIndex={-1}>
          {t('none.title')}
        </h2>
        <p>{t('none.text')}</p>
        <ul>
          <li>{t('none.typed')}</li>
          <li>{t('none.office')}</li>
        </ul>
        <p>{t('none.ask')}</p>
      </section>
    );
  }
  const { outside } = answer;
  const words = answer.status in CERTIFICATE_STATES ? 'certificate' : 'document';
  const isWaiting = answer.status === 'VALID' && outside !== null && outside.number === null;
  const counts = ['IN_FORCE', 'CORRECT', 'VALID'].includes(answer.status) && !isWaiting;
  const system = outside?.system || t('outside.system');
  return (
    <section className={counts ? 'verify-result counts' : 'verify-result'}>
      <h2 ref={heading} tabIndex={-1}>
        {t(`${words}.found`)}
      </h2>
      {isWaiting && (
        <p className="verify-warning">
          <strong>{t('outside.waiting')}</strong>
          <span>{t('outside.waitingText', { system })}</span>
        </p>
      )}
      <dl>
        <dt>{t(`${words}.number`)}</dt>
        <dd lang="zh-CN">{answer.number}</dd>
        <dt>{t(`${words}.day`)}</dt>
        <dd>{showDay(answer.day, i18n.language)}</dd>
        <dt>{t('status')}</dt>
        <dd>
          <strong>{t(isWaiting ? 'outside.status' : `${answer.status}.name`)}</strong>
          {!isWaiting && <span>{t(`${answer.status}.text`)}</span>}
        </dd>
        {outside?.number && (
          <>
            <dt>{t('outside.name')}</dt>
            <dd>
              <strong>{outside.number}</strong>
              <span>{t('outside.text', { system })}</span>
            </dd>
          </>
        )}
      </dl>
      <p className="fine">{t(`${words}.compare`)}</p>
    </section>
  );
}

async function verify(code: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(`/api/verification/${code}`, { signal });
    if (response.status === 404) return 'none';
    if (response.status === 429) return 'busy';
    const found = (await response.json()) as Verified;
    return response.ok && found.status in VERIFIED_STATES ? found : 'failed';
  } catch {
    return 'failed';
  }
}

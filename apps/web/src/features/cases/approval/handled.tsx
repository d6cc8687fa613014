import {
  APPROVAL_OUTCOMES,
  BATCH_KINDS,
  INTAKE_REFUSALS,
  NOTICE_KINDS,
  OPINION_RESULTS,
  REFUSAL_GROUNDS,
  REVIEW_KINDS,
  type ApprovalView,
  type CaseView,
} from '@ludao/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Facts } from '../../../ui/desk/facts.tsx';

/** What the office did with it, in the order of the procedure. */
export function Handled({
  approval,
}: {
  readonly found: CaseView;
  readonly approval: ApprovalView;
}) {
  const { t, i18n } = useTranslation('approval');
  const language = currentLanguage(i18n);
  const day = (value: string) => showDay(value, i18n.language);
  const { office, receivedOn, missing, intakeRefusal, acceptedOn, acceptanceNumber } = approval;
  const { survey, visits, reviews, notices, hearing, proposal, decision, record } = approval;
  const rows: { name: string; value: ReactNode }[] = [];
  const add = (name: string, value: ReactNode) => rows.push({ name, value });
  if (office) add(t('office'), office.name);
  if (receivedOn) add(t('received'), day(receivedOn));
  if (missing) {
    add(
      t('missing', { day: day(missing.on) }),
      <ol>
        {missing.items.map(({ what, basis }) => (
          <li key={what}>
            {what} <span className="quiet-text">{basis}</span>
          </li>
        ))}
      </ol>,
    );
  }
  if (intakeRefusal) {
    const { [language]: words, cite } = INTAKE_REFUSALS[intakeRefusal.ground];
    add(t('refusedIntake'), `${words}（${cite}）${intakeRefusal.words}`);
  }
  if (acceptedOn && acceptanceNumber) {
    add(t('accepted'), t('acceptedOn', { day: day(acceptedOn), number: acceptanceNumber }));
  }
  for (const { batch, kind, day: on, place, state } of visits) {
    const words = { kind: BATCH_KINDS[kind][language], day: day(on), place };
    add(
      BATCH_KINDS[kind][language],
      <a href={`/desk/batches/${batch}`}>
        {t('visit', { ...words, state: t(`visitState.${state}`) })}
      </a>,
    );
  }
  if (survey) {
    add(
      t('survey'),
      survey.needed && survey.on
        ? `${day(survey.on)} ${survey.words}`
        : t('surveyNone', { words: survey.words }),
    );
  }
  for (const { kind, body, startedOn, result, words } of reviews) {
    const said = result ? `${OPINION_RESULTS[result][language]}。${words}` : t('reviewOpen');
    const name = t('review', { kind: REVIEW_KINDS[kind][language], from: day(startedOn) });
    add(name, body ? `${body}：${said}` : said);
  }
  if (hearing) {
    const words = hearing.hold
      ? t('hearingHold', { day: hearing.on ? day(hearing.on) : '', words: hearing.words })
      : t('hearingNo', { words: hearing.words });
    add(t('hearing'), words);
    if (hearing.heldOn) {
      add(t('hearing'), t('hearingHeld', { day: day(hearing.heldOn), words: hearing.outcome }));
    }
  }
  if (proposal) {
    add(
      t('proposal'),
      <>
        <strong>{APPROVAL_OUTCOMES[proposal.outcome][language]}</strong>{' '}
        {proposal.grounds.map((ground) => (
          <p key={ground}>
            {REFUSAL_GROUNDS[ground][language]}{' '}
            <span className="quiet-text">{REFUSAL_GROUNDS[ground].cite}</span>
          </p>
        ))}
        <p className="said">{proposal.words}</p>
      </>,
    );
  }
  if (decision) {
    const outcome = APPROVAL_OUTCOMES[decision.outcome][language];
    add(t('decision'), t('decided', { outcome, day: day(decision.on), number: decision.number }));
  }
  if (record) {
    const system = record.system === '' ? t('theSystem') : record.system;
    add(
      t('record'),
      record.mode === 'RECORD'
        ? t('recordOwn')
        : record.number && record.on
          ? t('recordDone', { system, number: record.number, day: day(record.on) })
          : t('recordFront', { system }),
    );
  }
  if (approval.worksOn) add(t('works'), day(approval.worksOn));
  if (notices.length > 0) {
    add(
      t('notices'),
      <ul>
        {notices.map(({ id, kind, postedOn, untilOn }) => {
          const words = { kind: NOTICE_KINDS[kind][language], from: day(postedOn) };
          return (
            <li key={id}>
              <a href={`/eia-notices/${id}`}>
                {untilOn ? t('noticeUntil', { ...words, to: day(untilOn) }) : t('notice', words)}
              </a>
            </li>
          );
        })}
      </ul>,
    );
  }
  if (rows.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="handled">
      <h2 id="handled">{t('handled')}</h2>
      <Facts rows={rows} />
    </section>
  );
}

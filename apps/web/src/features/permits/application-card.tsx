import {
  APPLICATION_KINDS,
  BASIC_CHANGES,
  CANCEL_REASONS,
  DECLINE_REASONS,
  NO_PERIOD,
  PERMIT_CATEGORIES,
  PERMIT_OUTCOMES,
  REAPPLY_REASONS,
  type PermitApplication,
  type PermitView,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { Certificate } from './certificate.tsx';
import { ClockLine } from './clock-line.tsx';
import { RecordSheet } from './handling/record-sheet.tsx';
import { Steps } from './handling/steps.tsx';
import { ApplicationMark } from './state-mark.tsx';

const REASONS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...REAPPLY_REASONS,
  ...BASIC_CHANGES,
  ...CANCEL_REASONS,
};
const LEVELS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...PERMIT_CATEGORIES,
  NOT_LISTED: PERMIT_CATEGORIES.NONE,
};

/** One application: where it stands, its periods, what was said, and what the reader can do next. */
export function ApplicationCard(props: {
  readonly permit: PermitView;
  readonly application: PermitApplication;
  readonly isCurrent?: boolean;
  readonly onEdit?: () => void;
}) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const { permit, application } = props;
  const { id, kind, state, category, clocks, asked, late, deemed, acceptedOn } = application;
  const day = (date: string | null) => (date ? showDay(date, i18n.language) : '—');
  const isOpen = props.isCurrent && !['IN_FORCE', 'WITHDRAWN'].includes(state);
  const body = (
    <>
      {late && (
        <Notice tone="caution" title={t('late', { day: day(late.dueOn) })}>
          <p>{late.cite}</p>
        </Notice>
      )}
      {deemed && <Notice tone="caution" title={t('deemed', { day: day(acceptedOn) })} />}
      {asked && (
        <div className="asked">
          <h3>{t('asked', { day: day(asked.on) })}</h3>
          <ol>
            {asked.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </div>
      )}
      <Facts rows={rows()} />
      {clocks.length > 0 && (
        <ul className="clock-lines" aria-label={t('clock.title')}>
          {clocks.map((clock) => (
            <ClockLine key={clock.id} clock={clock} />
          ))}
        </ul>
      )}
      {acceptedOn && ['CHANGE_BASIC', 'CANCEL'].includes(kind) && (
        <p className="fine">{NO_PERIOD[language]}</p>
      )}
      {kind !== 'CANCEL' && (
        <details open={state === 'SUBMITTED' || state === 'ACCEPTED'}>
          <summary>{t('applied.content')}</summary>
          <Certificate content={application.content} isRegistration={category === 'REGISTRATION'} />
        </details>
      )}
      <RecordSheet permit={permit} application={application} />
      <Steps permit={permit} application={application} onEdit={props.onEdit} />
    </>
  );
  const title = (
    <>
      {APPLICATION_KINDS[kind][language]} <ApplicationMark state={state} />
    </>
  );
  if (!isOpen) {
    return (
      <details className="sheet application-card screen-only">
        <summary>
          {title} <span className="quiet-text">{day(application.submittedOn)}</span>
        </summary>
        {body}
      </details>
    );
  }
  return (
    <section className="sheet application-card now screen-only" aria-labelledby={`a-${id}`}>
      <h2 id={`a-${id}`}>{title}</h2>
      <p className="application-lead">{t(`stands.${state}`)}</p>
      {body}
    </section>
  );

  function rows() {
    const { proposal, siteCheck, declined, proposed, decided, returned, record } = application;
    const said = (text: string | null | undefined) =>
      text ? <span className="lines">{text}</span> : null;
    const outcome = (one: typeof proposed) =>
      one && (
        <span className="lines">
          {PERMIT_OUTCOMES[one.outcome][language]}
          {'\n'}
          {one.reasons}
          {'\n'}
          {one.law}
        </span>
      );
    return [
      { name: t('applied.category'), value: PERMIT_CATEGORIES[category][language] },
      {
        name: t('applied.proposal'),
        value: proposal && (
          <>
            {proposal.level
              ? LEVELS[proposal.level]?.[language]
              : t('applied.range', {
                  floor: LEVELS[proposal.floor]?.[language] ?? proposal.floor,
                  ceiling: LEVELS[proposal.ceiling]?.[language] ?? proposal.ceiling,
                })}
            <small className="under">
              {proposal.law}{' '}
              {proposal.items.length > 0 &&
                t('applied.items', {
                  items: proposal.items.map((item) => item.split(' ')[0]).join('、'),
                })}
            </small>
          </>
        ),
      },
      {
        name: t('applied.reasons'),
        value:
          application.reasons.length > 0 &&
          application.reasons.map((code) => REASONS[code]?.[language] ?? code).join('；'),
      },
      { name: t('applied.changedOn'), value: application.changedOn && day(application.changedOn) },
      {
        name: t('applied.submittedOn'),
        value: application.submittedOn && day(application.submittedOn),
      },
      {
        name: t('applied.supplementedOn'),
        value: application.supplementedOn && day(application.supplementedOn),
      },
      { name: t('applied.acceptedOn'), value: acceptedOn && day(acceptedOn) },
      {
        name: t('applied.siteCheck'),
        value: siteCheck && said(`${day(siteCheck.on)}\n${siteCheck.words}`),
      },
      {
        name: t('applied.declined'),
        value:
          declined &&
          said(
            `${DECLINE_REASONS[declined.reason as keyof typeof DECLINE_REASONS][language]}（${
              DECLINE_REASONS[declined.reason as keyof typeof DECLINE_REASONS].cite
            }）\n${declined.words}`,
          ),
      },
      { name: t('applied.returned'), value: said(returned) },
      { name: t('applied.proposed'), value: outcome(proposed) },
      { name: t('applied.decided'), value: outcome(decided) },
      { name: t('applied.decidedOn'), value: decided && day(decided.on) },
      {
        name: t('applied.official'),
        value: record?.number && (
          <>
            <span className="code">{record.number}</span> {day(record.on)}
          </>
        ),
      },
    ].filter(({ value }) => value);
  }
}

import {
  APPLICATION_KINDS,
  EMPTY_CONTENT,
  PERMIT_CATEGORIES,
  PILOT_BASIS,
  type ApplicationKind,
  type PermitView,
} from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Input, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../api/problem-state.tsx';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay, showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { ApplicationCard } from './application-card.tsx';
import { EditApplication } from './applying/edit-application.tsx';
import { Certificate } from './certificate.tsx';
import { permitQuery, useOpening } from './queries.ts';
import { StateMark } from './state-mark.tsx';
import { PermitTimeline } from './timeline.tsx';
import { ValidityBar } from './validity-bar.tsx';
import { Versions } from './versions.tsx';

/** One permit: what it permits, how long, its versions, and what is under way. */
export function PermitPage() {
  const { id } = useParams({ from: '/in/permits/$id' });
  const { on } = useSearch({ from: '/in/permits/$id' });
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(permitQuery(id, on));
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return <Shown key={id} permit={data} />;
}

function Shown({ permit }: { readonly permit: PermitView }) {
  const { t, i18n } = useTranslation('permits');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { edit } = useSearch({ from: '/in/permits/$id' });
  const navigate = useNavigate({ from: '/permits/$id' });
  const [openedAt] = useState(() => new Date().toISOString());
  const { holder, site, number, category, state, pilotBasis, historical, content } = permit;
  const [current] = permit.applications;
  const isEditing =
    edit === 'yes' && current?.may.steps.some((step) => step === 'save' || step === 'supplement');
  const turn = (search: { readonly edit?: 'yes' }) => void navigate({ search, replace: true });
  return (
    <article className="file permit-page">
      <PageHead
        title={`${holder.name}${site && `（${site}）`}`}
        eyebrow={category ? PERMIT_CATEGORIES[category][language] : t('title')}
        lead={
          <>
            <StateMark state={state} /> {number && <span className="code">{number}</span>}
          </>
        }
        actions={
          content && (
            <Button icon={<Icon name="print" />} onClick={() => print()}>
              {desk('print')}
            </Button>
          )
        }
      />
      {pilotBasis && <Notice tone="caution" title={PILOT_BASIS[language]} />}
      {isEditing && current ? (
        <EditApplication permit={permit} application={current} onDone={() => turn({})} />
      ) : (
        <>
          <Apply permit={permit} />
          {current && (
            <ApplicationCard
              permit={permit}
              application={current}
              isCurrent
              onEdit={() => turn({ edit: 'yes' })}
            />
          )}
          {content && (
            <section className="sheet permit-sheet" aria-labelledby="content">
              <div className="section-head">
                <h2 id="content">
                  {t(category === 'REGISTRATION' ? 'content.registration' : 'content.title')}
                </h2>
                <DayChoice permit={permit} />
              </div>
              <Head permit={permit} />
              <ValidityBar permit={permit} />
              <Certificate content={content} isRegistration={category === 'REGISTRATION'} />
              {historical && <p className="fine">{t('historical')}</p>}
              <p className="fine">{t('notCertificate')}</p>
            </section>
          )}
          <Versions permit={permit} />
          {permit.applications.slice(1).map((application) => (
            <ApplicationCard key={application.id} permit={permit} application={application} />
          ))}
          <div className="screen-only">
            <PermitTimeline id={permit.id} />
          </div>
        </>
      )}
      <p className="print-only fine">{t('printed', { at: showMoment(openedAt, i18n.language) })}</p>
    </article>
  );
}

function Head({ permit }: { readonly permit: PermitView }) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const { holder, park, number, validFrom, validTo, office, category } = permit;
  const day = (date: string | null) => (date ? showDay(date, i18n.language) : '—');
  const holderLink =
    holder.kind === 'enterprise' ? (
      <Link to="/enterprises/$id" params={{ id: holder.id }} search={{}}>
        {holder.name}
      </Link>
    ) : (
      <Link to="/parks/$id" params={{ id: holder.id }} search={{}}>
        {holder.name}
      </Link>
    );
  return (
    <Facts
      rows={[
        { name: t('head.holder'), value: holderLink },
        {
          name: t('head.creditCode'),
          value: <span className="credit-code">{holder.creditCode ?? '—'}</span>,
        },
        { name: t('head.number'), value: <span className="code">{number ?? '—'}</span> },
        { name: t('head.category'), value: category ? PERMIT_CATEGORIES[category][language] : '—' },
        { name: t('head.valid'), value: `${day(validFrom)} – ${day(validTo)}` },
        { name: t('head.park'), value: park?.name ?? t('head.outside') },
        { name: t('head.office'), value: office },
      ]}
    />
  );
}

/** The same page as it was on another day. */
function DayChoice({ permit }: { readonly permit: PermitView }) {
  const { t } = useTranslation('permits');
  const navigate = useNavigate({ from: '/permits/$id' });
  const { on } = useSearch({ from: '/in/permits/$id' });
  return (
    <label className="day-choice screen-only">
      {t('onDay')}
      <Input
        type="date"
        className="day-field"
        value={on ?? permit.on}
        onChange={({ target }) =>
          void navigate({ search: target.value ? { on: target.value } : {}, replace: true })
        }
      />
    </label>
  );
}

/** What may be applied for next, each with what it is for. */
function Apply({ permit }: { readonly permit: PermitView }) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const problemText = useProblemText();
  const { may, holder, site, category, content } = permit;
  const open = useOpening();
  const begin = (kind: ApplicationKind) =>
    open.mutate({
      holder: { kind: holder.kind, id: holder.id },
      site,
      kind,
      category:
        APPLICATION_KINDS[kind].track === 'REGISTRATION'
          ? 'REGISTRATION'
          : category === null || (category === 'REGISTRATION' && kind !== 'CANCEL')
            ? 'SIMPLIFIED'
            : category,
      content: content ?? permit.applications[0]?.content ?? EMPTY_CONTENT,
    });
  if (may.apply.length === 0) return null;
  return (
    <section className="sheet apply-next screen-only" aria-labelledby="apply">
      <h2 id="apply">{t('apply.title')}</h2>
      {open.error && <Notice tone="fault" title={problemText(open.error)} />}
      <ul>
        {may.apply.map((kind) => (
          <li key={kind}>
            <Button
              type={kind === 'RENEWAL' || kind === 'NEW' ? 'primary' : 'default'}
              aria-busy={open.isPending}
              onClick={() => begin(kind)}
            >
              {APPLICATION_KINDS[kind][language]}
            </Button>
            <span className="hint">{t(`apply.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import {
  CLOCK_DEBTOR_NAMES,
  CLOCK_DIRECTION_NAMES,
  CLOCK_LEFT_NAMES,
  CLOCK_UNIT_NAMES,
  ROUTES,
  type ClockDetail,
} from '@ludao/contracts';
import { CONFIDENCE_NAMES } from '@ludao/contracts/law-words';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { dayInChina, showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { DueDay, Standing } from './standing.tsx';

/** One clock, so that anybody can work its last day out again; prints on A4. */
export function ClockPage() {
  const { t, i18n } = useTranslation('tasks');
  const language = currentLanguage(i18n);
  const problemText = useProblemText();
  const { id } = useParams({ from: '/in/clocks/$id' });
  const { data, error } = useQuery({
    queryKey: ['clock', id],
    queryFn: ({ signal }) => ask(ROUTES.getClock, { params: { id } }, signal),
  });
  if (error) return <Notice tone="fault" title={problemText(error)} />;
  if (!data) return <Spin />;
  return (
    <>
      <PageHead
        eyebrow={data.clock}
        title={data.title[language]}
        lead={t('clockPage.lead')}
        actions={
          <Button icon={<Icon name="print" />} onClick={() => window.print()}>
            {t('clockPage.print')}
          </Button>
        }
      />
      {data.tension && (
        <Notice tone="caution" title={t('clockPage.tension')}>
          {data.tension[language]}
        </Notice>
      )}
      <section className="sheet">
        <ClockFacts clock={data} />
        <p className="fine">
          {t('clockPage.counted')} {t(data.rolls ? 'clockPage.rolls' : 'clockPage.noRoll')}
        </p>
      </section>
      <Suspensions clock={data} />
      <Events clock={data} />
    </>
  );
}

function ClockFacts({ clock }: { readonly clock: ClockDetail }) {
  const { t, i18n } = useTranslation('tasks');
  const language = currentLanguage(i18n);
  const { direction, value, unit, excludes, warn, setBy, settledOn, inTime } = clock;
  const length = [
    CLOCK_DIRECTION_NAMES[direction][language],
    unit === 'IMMEDIATE' ? '' : value,
    CLOCK_UNIT_NAMES[unit][language],
    clock.lengthTitle ? `(${clock.lengthTitle[language]})` : '',
  ].join(' ');
  const left = CLOCK_LEFT_NAMES[unit][language];
  const stopped = clock.suspensions[clock.suspensions.length - 1];
  const item = {
    ...clock,
    suspendedFor: clock.state === 'SUSPENDED' && stopped ? stopped.reason : null,
    state: 'OPEN' as const,
  };
  const warned = t('clockPage.threshold', {
    amber: `${warn.amber} ${left}`,
    red: `${warn.red} ${left}`,
  });
  const rows = [
    {
      name: t('clockPage.start'),
      value: `${clock.start[language]} · ${unit === 'HOUR' ? showMoment(clock.startedAt, i18n.language) : clock.startedOn}`,
    },
    { name: t('clockPage.length'), value: length },
    {
      name: t('clockPage.due'),
      value: (
        <>
          <DueDay item={item} /> <Standing colour={clock.colour} /> <small>{warned}</small>
        </>
      ),
    },
    ...(settledOn === null
      ? []
      : [
          {
            name: t('clockPage.settled'),
            value: `${settledOn}${inTime === null ? '' : ` · ${t(inTime ? 'clockPage.inTime' : 'clockPage.late')}`}`,
          },
        ]),
    { name: t('clockPage.owedBy'), value: CLOCK_DEBTOR_NAMES[clock.owedBy][language] },
    {
      name: t('clockPage.excludes'),
      value:
        excludes.length === 0
          ? t('clockPage.noExcludes')
          : excludes.map((one) => `${one[language]} (${one.cite})`).join('; '),
    },
    { name: t('clockPage.missed'), value: clock.missed[language] },
    {
      name: t('clockPage.source'),
      value: setBy ? `${clock.cite} · ${t('clockPage.setBy', { basis: setBy.basis })}` : clock.cite,
    },
    {
      name: t('clockPage.confidence'),
      value: CONFIDENCE_NAMES[clock.confidence]?.[language] ?? clock.confidence,
    },
    {
      name: t('clockPage.edition'),
      value: setBy ? `${clock.edition} · ${setBy.list}` : clock.edition,
    },
  ];
  return <Facts rows={rows} />;
}

function Suspensions({ clock: { suspensions } }: { readonly clock: ClockDetail }) {
  const { t, i18n } = useTranslation('tasks');
  const language = currentLanguage(i18n);
  return (
    <section className="sheet" aria-labelledby="suspensions">
      <h2 id="suspensions">{t('clockPage.suspensions')}</h2>
      {suspensions.length === 0 && <p className="quiet-text">{t('clockPage.noSuspensions')}</p>}
      <ul>
        {suspensions.map(({ from, to, reason, words }) => (
          <li key={from}>
            <strong>{reason[language]}</strong> {t('clockPage.from', { from: dayInChina(from) })}{' '}
            {to === null ? t('clockPage.open') : t('clockPage.to', { to: dayInChina(to) })}
            {words && <p>{words}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Events({ clock: { events } }: { readonly clock: ClockDetail }) {
  const { t, i18n } = useTranslation('tasks');
  return (
    <section className="sheet" aria-labelledby="clock-events">
      <h2 id="clock-events">{t('clockPage.events')}</h2>
      <ol className="timeline">
        {events.map(({ id, type, actor, occurredAt, body }) => (
          <li key={id}>
            <p className="event-head">
              <strong>{t(`events.${type.replace('clock.', '')}`, { defaultValue: type })}</strong>
              <span>{actor.startsWith('system:') ? t('bySystem') : actor}</span>
              <time dateTime={occurredAt}>{showMoment(occurredAt, i18n.language)}</time>
            </p>
            {typeof body['dueOn'] === 'string' && (
              <p className="event-more">
                {t('clockPage.due')} {body['dueOn']}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

import { ROUTES } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { showDay, showMoment } from '../../../i18n/dates.ts';
import { Failure } from '../listed.tsx';

const EVENTS: Readonly<Record<string, string>> = {
  'post.created': 'created',
  'post.ended': 'ended',
  'post.appointed': 'appointed',
  'post.proposed': 'proposed',
  'post.proposal_refused': 'refused',
  'post.vacated': 'vacated',
  'post.handed_over': 'handedOver',
};

/** What happened to the post, newest first, from the event log. */
export function PostTimeline({ id, version }: { readonly id: string; readonly version: number }) {
  const { t, i18n } = useTranslation('people');
  const { data, error } = useQuery({
    queryKey: ['post-timeline', id, version],
    queryFn: ({ signal }) => ask(ROUTES.getPostTimeline, { params: { id } }, signal),
  });
  const moment = (iso: string) => showMoment(iso, i18n.language);
  const words = (body: Readonly<Record<string, unknown>>) => {
    const day = (value: unknown) =>
      typeof value === 'string' ? showDay(value, i18n.language) : t('timeline.open');
    return {
      part: t(`part.${body['part'] === 'B' ? 'B' : 'A'}`),
      person: body['person'] ?? '',
      from: body['from'] ?? '',
      to: body['to'] ?? t('timeline.nobody'),
      firstDay: day(body['firstDay']),
      lastDay: day(body['lastDay']),
    };
  };
  return (
    <section className="sheet" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline.title')}</h2>
      {error && <Failure error={error} />}
      {!data && !error && <Spin />}
      {data?.entries.length === 0 && <p className="quiet-text">{t('timeline.none')}</p>}
      <ol className="timeline">
        {data?.entries.map(({ id: entry, type, actor, occurredAt, body }) => (
          <li key={entry}>
            <p className="event-head">
              <strong>{t(`timeline.${EVENTS[type] ?? 'other'}`, words(body))}</strong>
              <span>{actor === 'system:first-account' ? t('timeline.terminal') : actor}</span>
              <time dateTime={occurredAt}>{moment(occurredAt)}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

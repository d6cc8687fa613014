import type { Timeline } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../i18n/dates.ts';
import { Notice } from '../ui/desk/notice.tsx';
import { useProblemText } from './problem-text.ts';

export type Entry = Timeline['entries'][number];

/** How the events of one kind of thing are said. */
export interface Wording {
  readonly title: (entry: Entry) => string;
  /** What the event says besides its changes. */
  readonly more?: (entry: Entry) => ReactNode;
  readonly fieldName: (key: string) => string;
}
type SayValue = (key: string, value: unknown) => ReactNode;

/** What happened, newest first, from the event log. */
export function EventTimeline(props: {
  readonly queryKey: readonly string[];
  readonly fetch: (signal: AbortSignal) => Promise<Timeline>;
  readonly wording: Wording;
  /** How the value of a field is said. */
  readonly children: SayValue;
}) {
  const { t } = useTranslation('enterprises');
  const problemText = useProblemText();
  const { data, error } = useQuery({
    queryKey: props.queryKey,
    queryFn: ({ signal }) => props.fetch(signal),
  });
  return (
    <section className="sheet" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline')}</h2>
      <p className="fine">{t('timelineHint')}</p>
      {error && <Notice tone="caution" title={problemText(error)} />}
      {!data && !error && <Spin />}
      {data?.entries.length === 0 && <p className="quiet-text">{t('noTimeline')}</p>}
      {data && (
        <ol className="timeline">
          {data.entries.map((entry) => (
            <li key={entry.id}>
              <Event entry={entry} wording={props.wording} sayValue={props.children} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Event({
  entry,
  wording,
  sayValue,
}: {
  readonly entry: Entry;
  readonly wording: Wording;
  readonly sayValue: SayValue;
}) {
  const { t, i18n } = useTranslation('enterprises');
  const { occurredAt, recordedAt, actor, body } = entry;
  const shown = (moment: string) => showMoment(moment, i18n.language);
  const isLate = Date.parse(recordedAt) - Date.parse(occurredAt) > 60_000;
  const changes = changesIn(body);
  const more = wording.more?.(entry);
  return (
    <>
      <p className="event-head">
        <strong>{wording.title(entry)}</strong>
        <span>{actor.startsWith('system:') ? t('bySystem') : actor}</span>
        <time dateTime={occurredAt}>{shown(occurredAt)}</time>
        {isLate && <span className="quiet-text">{t('recorded', { at: shown(recordedAt) })}</span>}
      </p>
      {more && <p className="event-more">{more}</p>}
      {changes.length > 0 && (
        <dl className="changes">
          {changes.map(({ key, before, after }) => (
            <div key={key}>
              <dt>{wording.fieldName(key)}</dt>
              <dd>
                <span className="was">
                  <small>{t('before')}</small> {sayValue(key, before)}
                </span>
                <span className="now">
                  <small>{t('after')}</small> {sayValue(key, after)}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

interface Change {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields of an event that changed something: `{ changes: { field: [before, after] } }`. */
function changesIn({ changes }: Entry['body']): Change[] {
  if (typeof changes !== 'object' || changes === null) return [];
  return Object.entries(changes).flatMap(([key, pair]: [string, unknown]) =>
    Array.isArray(pair) && pair.length === 2
      ? [{ key, before: pair[0] as unknown, after: pair[1] as unknown }]
      : [],
  );
}

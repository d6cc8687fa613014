import { ROUTES, type Timeline as Entries } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showMoment } from '../../i18n/dates.ts';
import { Notice } from '../../ui/desk/notice.tsx';
import { FactValue, useFactName } from './fact-value.tsx';
import { changesIn } from './changes.ts';

type Entry = Entries['entries'][number];
const EVENTS: Readonly<Record<string, string>> = {
  'enterprise.registered': 'registered',
  'enterprise.changed': 'changed',
  'contact.entered': 'contactEntered',
  'contact.changed': 'contactChanged',
  'contact.ended': 'contactEnded',
  'contact.erased': 'contactErased',
};

/** What happened, newest first, from the event log. */
export function Timeline(props: {
  readonly id: string;
  readonly called: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation('enterprises');
  const problemText = useProblemText();
  const { data, error } = useQuery({
    queryKey: ['enterprise-timeline', props.id],
    queryFn: ({ signal }) =>
      ask(ROUTES.getEnterpriseTimeline, { params: { id: props.id } }, signal),
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
              <Event entry={entry} called={props.called} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Event({
  entry,
  called,
}: {
  readonly entry: Entry;
  readonly called: ReadonlyMap<string, string>;
}) {
  const { t, i18n } = useTranslation('enterprises');
  const factName = useFactName();
  const { type, occurredAt, recordedAt, actor, body } = entry;
  const shown = (moment: string) => showMoment(moment, i18n.language);
  const isLate = Date.parse(recordedAt) - Date.parse(occurredAt) > 60_000;
  const changes = type === 'enterprise.changed' ? changesIn(body) : [];
  return (
    <>
      <p className="event-head">
        <strong>{t(`event.${EVENTS[type] ?? 'other'}`, { type })}</strong>
        <span>{actor}</span>
        <time dateTime={occurredAt}>{shown(occurredAt)}</time>
        {isLate && <span className="quiet-text">{t('recorded', { at: shown(recordedAt) })}</span>}
      </p>
      {changes.length > 0 && (
        <dl className="changes">
          {changes.map(({ key, before, after }) => (
            <div key={key}>
              <dt>{factName(key)}</dt>
              <dd>
                <span className="was">
                  <small>{t('before')}</small>{' '}
                  <FactValue name={key} value={before} called={called} />
                </span>
                <span className="now">
                  <small>{t('after')}</small> <FactValue name={key} value={after} called={called} />
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

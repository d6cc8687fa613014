import type { DossierEvent, DossierEvents } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/problem-text.ts';
import { showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Notice } from '../../ui/desk/notice.tsx';
import { Cell } from './value.tsx';

export type LoadEarlier = (before: string) => Promise<DossierEvents>;

/** What happened, newest first; earlier pages are fetched when they are asked for. */
export function EventList(props: {
  readonly first: DossierEvents;
  readonly loadEarlier: LoadEarlier;
}) {
  const { t } = useTranslation('dossier');
  const problemText = useProblemText();
  const [pages, setPages] = useState<readonly DossierEvents[]>([]);
  const all = [props.first, ...pages];
  const next = (pages[pages.length - 1] ?? props.first).next;
  const earlier = useMutation({
    mutationFn: props.loadEarlier,
    onSuccess: (page) => setPages([...pages, page]),
  });
  const events = all.flatMap((page) => page.events);
  if (events.length === 0) return <p className="quiet-text">{t('noEvents')}</p>;
  return (
    <>
      <ol className="timeline">
        {events.map((event) => (
          <li key={event.id}>
            <Event event={event} />
          </li>
        ))}
      </ol>
      {earlier.error && <Notice tone="caution" title={problemText(earlier.error)} />}
      {next !== null && (
        <>
          <Button
            className="screen-only"
            loading={earlier.isPending}
            onClick={() => earlier.mutate(next)}
          >
            {t('earlier')}
          </Button>
          <p className="print-only fine">{t('earlierOnPaper')}</p>
        </>
      )}
    </>
  );
}

function Event({ event }: { readonly event: DossierEvent }) {
  const { t, i18n } = useTranslation('dossier');
  const language = currentLanguage(i18n);
  const { name, actor, occurredAt, recordedAt, facts } = event;
  const shown = (moment: string) => showMoment(moment, i18n.language);
  const isLate = Date.parse(recordedAt) - Date.parse(occurredAt) > 60_000;
  return (
    <>
      <p className="event-head">
        <strong>{name[language]}</strong>
        <span>{actor ?? t('program')}</span>
        <time dateTime={occurredAt}>{shown(occurredAt)}</time>
        {isLate && <span className="quiet-text">{t('recorded', { at: shown(recordedAt) })}</span>}
      </p>
      {facts.length > 0 && (
        <dl className="changes">
          {facts.map((fact) => (
            <div key={fact.name.en}>
              <dt>{fact.name[language]}</dt>
              <dd>
                {fact.was !== null && (
                  <span className="was">
                    <small>{t('was')}</small> <Cell values={fact.was} blank={t('blank')} />
                  </span>
                )}
                <span className="now">
                  {fact.was !== null && <small>{t('is')}</small>}{' '}
                  <Cell values={fact.value} blank={t('blank')} />
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

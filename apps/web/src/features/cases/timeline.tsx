import { ROUTES } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { EventTimeline, type Entry } from '../../api/event-timeline.tsx';

/** What happened with a case, from the event log. */
export function CaseTimeline({ id }: { readonly id: string }) {
  const { t } = useTranslation('cases');
  const nameOf = (key: string) => t(`event.${key.slice(key.indexOf('.') + 1)}`, key);

  function more({ body }: Entry): string | null {
    const { number } = body;
    return typeof number === 'string' ? t('timelineNumber', { number }) : null;
  }

  return (
    <EventTimeline
      queryKey={['case-timeline', id]}
      fetch={(signal) => ask(ROUTES.getCaseTimeline, { params: { id } }, signal)}
      wording={{ title: ({ type }) => nameOf(type), more, fieldName: nameOf }}
    >
      {(_, value) => (typeof value === 'string' ? value : '')}
    </EventTimeline>
  );
}

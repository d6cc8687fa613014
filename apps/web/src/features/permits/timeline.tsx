import { ROUTES } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { EventTimeline } from '../../api/event-timeline.tsx';

/** What happened to the permit, from the event log. */
export function PermitTimeline({ id }: { readonly id: string }) {
  const { t } = useTranslation('permits');
  return (
    <EventTimeline
      queryKey={['permit-timeline', id]}
      fetch={(signal) => ask(ROUTES.getPermitTimeline, { params: { id } }, signal)}
      wording={{
        title: ({ type }) => t(`event.${type.replace('permit.', '')}`, { defaultValue: type }),
        more: ({ body }) =>
          typeof body['on'] === 'string' ? t('event.on', { day: body['on'] }) : undefined,
        fieldName: (key) => key,
      }}
    >
      {(_key, value) => String(value)}
    </EventTimeline>
  );
}

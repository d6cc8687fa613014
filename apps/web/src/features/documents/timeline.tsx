import {
  DOCUMENT_EFFECTS,
  ROUTES,
  SERVICE_WAYS,
  type Bilingual,
  type DocumentView,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { EventTimeline, type Entry } from '../../api/event-timeline.tsx';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';

/** What happened to the document, from the event log. */
export function DocumentTimeline({ document: { id } }: { readonly document: DocumentView }) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const nameOf = (key: string) => t(`event.${key.slice(key.indexOf('.') + 1)}`, key);
  const label = (labels: Readonly<Record<string, Bilingual>>, key: unknown) =>
    labels[asText(key)]?.[language] ?? asText(key);

  function more({ type, body }: Entry): string | null {
    const day = (key: string) => showDay(asText(body[key]), i18n.language);
    switch (type) {
      case 'document.numbered':
        return t('timeline.number', { number: asText(body['number']) });
      case 'document.sealed':
        return t('timeline.seal', { day: day('sealedOn'), sha256: asText(body['sha256']) });
      case 'document.served':
      case 'document.delivery_failed':
        return t('timeline.served', { way: label(SERVICE_WAYS, body['way']), day: day('on') });
      case 'document.followed_up':
        return t('timeline.followed', {
          effect: label(DOCUMENT_EFFECTS, body['effect']),
          number: asText(body['number']),
        });
      case 'document.recorded_outside':
        return t('timeline.outside', { number: asText(body['number']), day: day('on') });
      case 'document.public_version_saved':
        return t('timeline.public', { count: Number(body['marks'] ?? 0) });
      default:
        return null;
    }
  }

  return (
    <EventTimeline
      queryKey={['document-timeline', id]}
      fetch={(signal) => ask(ROUTES.getDocumentTimeline, { params: { id } }, signal)}
      wording={{ title: ({ type }) => nameOf(type), more, fieldName: nameOf }}
    >
      {(_, value) => asText(value)}
    </EventTimeline>
  );
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

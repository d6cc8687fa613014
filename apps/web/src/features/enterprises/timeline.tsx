import { ROUTES } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { EventTimeline, type Entry } from '../../api/event-timeline.tsx';
import { showDay } from '../../i18n/dates.ts';
import { FactValue, useFactName } from './fact-value.tsx';

const EVENTS: Readonly<Record<string, string>> = {
  'enterprise.registered': 'registered',
  'enterprise.changed': 'changed',
  'contact.entered': 'contactEntered',
  'contact.changed': 'contactChanged',
  'contact.ended': 'contactEnded',
  'contact.taken_over': 'contactTakenOver',
  'contact.given_back': 'contactGivenBack',
  'contact.erased': 'contactErased',
  'enterprise.moved_out': 'movedOut',
  'enterprise.merged': 'merged',
  'enterprise.merged_into': 'mergedInto',
  'enterprise.merge_undone': 'mergeUndone',
  'enterprise.split_off': 'splitOff',
};

/** What happened to the enterprise and to the entries that it took over. */
export function Timeline(props: {
  readonly id: string;
  readonly called: ReadonlyMap<string, string>;
}) {
  const { t, i18n } = useTranslation('enterprises');
  const factName = useFactName();
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const more = ({ type, body }: Entry) => {
    if (type === 'enterprise.moved_out') {
      const day = showDay(text(body['leftOn']), i18n.language);
      return t('leftOn', { park: text(body['park']), day });
    }
    const isMerge = /merge|split/.test(type);
    return isMerge && `${text(body['name'])}（${text(body['creditCode'])}）`;
  };
  return (
    <EventTimeline
      queryKey={['enterprise-timeline', props.id]}
      fetch={(signal) => ask(ROUTES.getEnterpriseTimeline, { params: { id: props.id } }, signal)}
      wording={{
        title: ({ type }) => t(`event.${EVENTS[type] ?? 'other'}`, { type }),
        more,
        fieldName: factName,
      }}
    >
      {(key, value) => <FactValue name={key} value={value} called={props.called} />}
    </EventTimeline>
  );
}

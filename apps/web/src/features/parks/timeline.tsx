import {
  DESIGNATION_KINDS,
  PARK_KINDS,
  ROUTES,
  WASTEWATER_ROUTES,
  writeAmount,
  LITRES_PER_CUBIC_METRE_DIGITS,
  type Bilingual,
  type ParkDetail,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { EventTimeline, type Entry } from '../../api/event-timeline.tsx';
import { currentLanguage } from '../../i18n/index.ts';

/** What happened to the park, newest first. */
export function Timeline({ park }: { readonly park: ParkDetail }) {
  const { t, i18n } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { operator, legalEntity } = park.partners;
  const called = new Map(
    [operator, legalEntity].flatMap((one) => (one ? [[one.id, one.name]] : [])),
  );
  const label = (labels: Readonly<Record<string, Bilingual>>, key: unknown) =>
    labels[asText(key)]?.[language] ?? asText(key);
  const kindOf = (type: string) => type.slice('park.'.length);

  function value(key: string, given: unknown): string {
    if (given === null || given === '') return t('blank');
    if (key === 'kind') return label(PARK_KINDS, given);
    if (key === 'wastewater') return label(WASTEWATER_ROUTES, given);
    if (key === 'plantLitresPerDay' && typeof given === 'number') {
      const amount = writeAmount(given, LITRES_PER_CUBIC_METRE_DIGITS);
      return `${amount} ${t('edit.cubicMetresPerDay')}`;
    }
    if (key === 'rainSewageApart') return t(given === true ? 'edit.apart' : 'edit.together');
    // Whom an id named before is not known here.
    if (key === 'operator' || key === 'legalEntity') {
      return called.get(asText(given)) ?? t('formerPartner');
    }
    return typeof given === 'string' ? given : JSON.stringify(given);
  }

  function more({ type, body }: Entry): string | null {
    if (type.startsWith('park.building')) return asText(body['name']);
    if (!type.startsWith('park.designation')) return null;
    const stars = body['stars'];
    const honour = label(DESIGNATION_KINDS, body['kind']);
    return typeof stars === 'number' ? `${honour} ${t('starsOf', { count: stars })}` : honour;
  }

  return (
    <EventTimeline
      queryKey={['park-timeline', park.id]}
      fetch={(signal) => ask(ROUTES.getParkTimeline, { params: { id: park.id } }, signal)}
      wording={{
        title: ({ type }) => t(`event.${kindOf(type)}`, { defaultValue: type }),
        more,
        fieldName: (key) =>
          key === 'districtCode'
            ? desk('cockpit.county')
            : t(key === 'validTo' ? 'edit.validTo' : key),
      }}
    >
      {value}
    </EventTimeline>
  );
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

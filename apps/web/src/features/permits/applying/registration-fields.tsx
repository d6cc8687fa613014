import type { Part } from './change-fields.tsx';
import { LinesField, PlaceFields } from './place-fields.tsx';

/** The five questions of a registration (排污许可管理条例第二十四条), for a phone. */
export function RegistrationFields(part: Part) {
  return (
    <>
      <PlaceFields {...part} />
      <LinesField {...part} name="standards" />
      <LinesField {...part} name="measures" />
    </>
  );
}

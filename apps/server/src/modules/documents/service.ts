import {
  remediesOf,
  titleOf,
  type DocumentChange,
  type DocumentDecision,
  type DocumentView,
} from '@ludao/contracts';
import { recordModeOf } from '@ludao/rules';
import type { Tx } from '../../platform/db.ts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { digestOf, givenBy } from './compose.ts';
import { completeFault, fieldsFault } from './decide.ts';
import type { StoredDocument } from './model.ts';
import { findSeries, insertNumber, takeNumber } from './numbers/store.ts';
import { findOffices } from './offices/store.ts';
import type { Template } from './template.ts';
import { event, returned, take, type Asking } from './step/service.ts';
import { newCode } from './verification-code.ts';

/** Changes what a draft says. */
export function change(
  tx: Tx,
  id: string,
  { version, fields }: DocumentChange,
  asking: Asking,
): Promise<DocumentView | Refusal> {
  return take(tx, id, version, 'change', asking, async ({ document, template, first }) => {
    const fault = fieldsFault(template, fields);
    if (fault) return fault;
    const all = { ...fields, ...givenBy(first) };
    const said = { title: titleOf(template, all), fields: all };
    const digest = digestOf({ ...document, ...said });
    if (digest === document.digest) return null;
    return {
      changed: { ...said, digest },
      act: 'CHANGED',
      events: [event('document.changed', { digest })],
    };
  });
}

export function submit(
  tx: Tx,
  id: string,
  version: number,
  asking: Asking,
): Promise<DocumentView | Refusal> {
  return take(tx, id, version, 'submit', asking, async ({ document, template }) => {
    const fault = completeFault(template, document.fields);
    if (fault) return fault;
    const [office] = await findOffices(tx, [document.ownerOrg]);
    if (!office?.issuer) return refuse('OFFICE_NOT_SET');
    if (!(await findSeries(tx, document.ownerOrg, template.series))) {
      return refuse('SERIES_NOT_SET', { value: template.series });
    }
    const { digest } = document;
    return { act: 'SUBMITTED', events: [event('document.submitted', { digest })] };
  });
}

export function takeBack(
  tx: Tx,
  id: string,
  version: number,
  asking: Asking,
): Promise<DocumentView | Refusal> {
  return take(tx, id, version, 'takeBack', asking, async () => ({
    act: 'TAKEN_BACK',
    events: [event('document.taken_back', {})],
  }));
}

export function discard(
  tx: Tx,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string },
  asking: Asking,
): Promise<DocumentView | Refusal> {
  return take(tx, id, version, 'discard', asking, async () => ({
    act: 'DISCARDED',
    reason,
    events: [event('document.discarded', {})],
  }));
}

export function review(
  tx: Tx,
  id: string,
  decision: DocumentDecision,
  asking: Asking,
): Promise<DocumentView | Refusal> {
  return take(tx, id, decision.version, 'review', asking, async ({ document: { digest } }) =>
    decision.decision === 'return'
      ? returned(decision.reason)
      : { act: 'REVIEWED', events: [event('document.reviewed', { digest })] },
  );
}

/** Signs off: the issuer's line and the remedies are frozen and the number is taken, all or nothing. */
export function sign(
  tx: Tx,
  id: string,
  decision: DocumentDecision,
  asking: Asking,
): Promise<DocumentView | Refusal> {
  return take(tx, id, decision.version, 'sign', asking, async ({ document, template }) => {
    if (decision.decision === 'return') return returned(decision.reason);
    const [office] = await findOffices(tx, [document.ownerOrg]);
    if (!office?.issuer) return refuse('OFFICE_NOT_SET');
    const series = await findSeries(tx, document.ownerOrg, template.series);
    if (!series) return refuse('SERIES_NOT_SET', { value: template.series });
    const year = Number(asking.today.slice(0, 4));
    const taken = await takeNumber(tx, document, series, year);
    await insertNumber(tx, document, series.code, taken, { document: id });
    const { digest } = document;
    return {
      act: 'SIGNED_OFF',
      changed: {
        issuer: office.issuer,
        remedies: remediesOf(template, office),
        contact: office.contact,
        number: taken.number,
        signedOn: asking.today,
        verification: newCode(),
        ...recordOf(template, document, asking),
      },
      events: [
        event('document.signed_off', { digest }),
        event('document.numbered', {
          number: taken.number,
          series: series.code,
          serial: taken.serial,
          year,
        }),
      ],
    };
  });
}

/** Whose record counts, as the lists of the day say it; frozen with the number. */
function recordOf(
  { act }: Template,
  { districtCode }: StoredDocument,
  { law, today }: Asking,
): Pick<StoredDocument, 'recordMode' | 'officialSystem'> {
  if (act === null) return { recordMode: 'OWN', officialSystem: '' };
  const { mode, system } = recordModeOf(law(), act, today, districtCode);
  return { recordMode: mode === 'front' ? 'FRONT' : 'RECORD', officialSystem: system };
}

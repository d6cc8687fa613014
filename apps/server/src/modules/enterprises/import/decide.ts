import {
  can,
  checkCreditCode,
  EMPTY_PROFILE,
  relationsTo,
  type EnterpriseForm,
  type RowFault,
} from '@ludao/contracts';
import { decideForm, differenceOf, fixedFieldIn } from '../decide.ts';
import type { Existing, Reach, Registered, StagedRow, Verdict } from './model.ts';
import { COLUMN_OF, readRow, schemaFaults, type Given } from './read-row.ts';

/** The credit code of a row as GB 32100 writes it, or null where it is none. */
export function creditCodeOf({ raw }: StagedRow): string | null {
  const checked = checkCreditCode(raw.creditCode ?? '');
  return checked.ok ? checked.code : null;
}

/**
 * What committing the row would do, by the decision that the form on the page goes through.
 * Duplicates inside the file are not seen here, because they lie in other chunks.
 */
export function judgeRow(row: StagedRow, reach: Reach, registered: Registered): Verdict {
  const { rowNumber } = row;
  const creditCode = creditCodeOf(row);
  const existing = creditCode === null ? undefined : registered.existing.get(creditCode);
  const blank = { rowNumber, form: null, creditCode, faults: [], changes: [] };
  if (existing && reach.onExisting === 'skip') {
    return { ...blank, outcome: 'SKIPPED', existing };
  }
  const given = readRow(row, reach.parks);
  const draft = mergedWith(existing, given.form);
  const found = [...given.faults, ...formFaults(draft, row, reach, existing)];
  const normal = { ...draft, creditCode: creditCode ?? draft.creditCode };
  const faults =
    found.length > 0
      ? firstPerColumn(found)
      : reachFaults(normal, row, reach, registered, existing);
  if (faults.length > 0) return { ...blank, outcome: 'FAULTY', faults, existing: existing ?? null };
  if (!existing) return { ...blank, outcome: 'NEW', form: normal, existing: null };
  const changes = Object.keys(differenceOf(existing.form, normal));
  const outcome = changes.length > 0 ? 'CHANGE' : 'UNCHANGED';
  return { ...blank, outcome, form: normal, changes, existing };
}

/** A cell left empty keeps what is registered; a new park does away with unit and day of the old. */
function mergedWith(existing: Existing | undefined, given: Given['form']): EnterpriseForm {
  const before = existing?.form;
  const moves = given.parkId !== undefined && given.parkId !== before?.parkId;
  return {
    name: given.name ?? '',
    creditCode: given.creditCode ?? '',
    industries: given.industries ?? [],
    districtCode: given.districtCode ?? before?.districtCode ?? '',
    address: given.address ?? before?.address ?? '',
    parkId: given.parkId ?? before?.parkId ?? null,
    unitId: given.unitId ?? (moves ? null : (before?.unitId ?? null)),
    movedIn: given.movedIn ?? (moves ? null : (before?.movedIn ?? null)),
    wastewater: given.wastewater ?? before?.wastewater ?? null,
    hazardousWaste: given.hazardousWaste ?? before?.hazardousWaste ?? null,
    permitCategory: given.permitCategory ?? before?.permitCategory ?? null,
    permitNumber: given.permitNumber ?? before?.permitNumber ?? null,
    permitValidTo: given.permitValidTo ?? before?.permitValidTo ?? null,
    wastewaterLitresPerYear:
      given.wastewaterLitresPerYear ?? before?.wastewaterLitresPerYear ?? null,
    wastes: given.wastes ?? before?.wastes ?? [],
    // What has no column stays as it is.
    pollutants: before?.pollutants ?? EMPTY_PROFILE.pollutants,
    eiaApprovals: before?.eiaApprovals ?? EMPTY_PROFILE.eiaApprovals,
    sites: before?.sites ?? EMPTY_PROFILE.sites,
  };
}

/** Everything that is wrong whoever asks; the schema's word on a cell comes before the form's. */
function formFaults(
  form: EnterpriseForm,
  row: StagedRow,
  { codes, today, parksById }: Reach,
  existing: Existing | undefined,
): RowFault[] {
  const { parkId, unitId } = form;
  const park = parkId === null ? undefined : parksById.get(parkId);
  // A unit that ended is offered to nobody, but whoever is in it stays there.
  const remains = existing?.form.parkId === parkId && existing.form.unitId === unitId;
  const unitInPark = unitId === null || remains || (park?.unitIds.has(unitId) ?? false);
  const stays = existing?.stays ?? [];
  const judged = decideForm(form, { codes, today, stays, park, unitInPark, unknownSites: [] });
  if (judged.ok) return schemaFaults(form, row);
  const byForm = judged.faults.map(({ field, code, params }) => {
    const column = COLUMN_OF[field];
    return { column, value: row.raw[column] ?? '', code, params };
  });
  return [...schemaFaults(form, row), ...byForm];
}

/** Whether the asker may register or change this very enterprise, as the page asks for one. */
function reachFaults(
  form: EnterpriseForm,
  { raw }: StagedRow,
  { asker }: Reach,
  { taken }: Registered,
  existing: Existing | undefined,
): RowFault[] {
  const { districtCode, parkId } = form;
  const after = { ownerOrg: existing?.id ?? null, districtCode, parkId };
  const action = existing ? 'update' : 'create';
  if (!can(asker, action, 'enterprise', after)) {
    const column = (raw.districtCode ?? '') === '' ? 'park' : 'districtCode';
    const params = { value: districtCode };
    return [{ column, value: raw[column] ?? '', code: 'DISTRICT_OUT_OF_REACH', params }];
  }
  const before = existing && {
    ownerOrg: existing.id,
    districtCode: existing.form.districtCode,
    parkId: existing.form.parkId,
  };
  const relations = before ? relationsTo(asker, 'update', 'enterprise', before) : [];
  const fixed = existing && before && fixedFieldIn(existing.form, form, relations);
  if (fixed && relations.length > 0) {
    const column = COLUMN_OF[fixed];
    return [{ column, value: raw[column] ?? '', code: 'FIELD_FIXED', params: {} }];
  }
  const isOthers = before
    ? !can(asker, 'update', 'enterprise', before)
    : taken.has(form.creditCode);
  if (!isOthers) return [];
  return [{ column: 'creditCode', value: form.creditCode, code: 'CREDIT_CODE_TAKEN', params: {} }];
}

/** One thing at a time: what else is wrong with a cell mostly follows from the first. */
function firstPerColumn(faults: readonly RowFault[]): RowFault[] {
  return faults.filter(
    ({ column }, at) => faults.findIndex((other) => other.column === column) === at,
  );
}

/** Whether a commit would do what the check said it would; else the person is asked again. */
export function isAsChecked(
  checked: Pick<Verdict, 'outcome'> & {
    readonly enterpriseId: string | null;
    readonly version: number | null;
  },
  now: Verdict,
): boolean {
  return (
    checked.outcome === now.outcome &&
    checked.enterpriseId === (now.existing?.id ?? null) &&
    checked.version === (now.existing?.version ?? null)
  );
}

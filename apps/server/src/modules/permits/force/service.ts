import { createHash, randomUUID } from 'node:crypto';
import {
  APPLICATION_KINDS,
  permitNumber,
  type HeldCategory,
  type PermitContent,
  type PermitHolder,
  type PermitRecord,
} from '@ludao/contracts';
import { recordModeOf, type RuleSet } from '@ludao/rules';
import { dateInChina } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db.ts';
import { append, writeCanonical } from '../../../platform/event-log/index.ts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import { cancelClock, findClocks, startClock, type Acting } from '../../tasks/index.ts';
import { startOf } from '../clocks/service.ts';
import { recordFault, validityOf, versionOn } from '../decide.ts';
import { findHolder, findOffice, nextSerial } from '../holders/store.ts';
import {
  streamOf,
  type StoredApplication,
  type StoredPermit,
  type StoredVersion,
} from '../model.ts';
import type { Done, Taking } from '../step/service.ts';
import * as store from '../store.ts';
import { tellApplicant } from '../work/service.ts';

/** SHA-256 of what is permitted, in hexadecimal: how the log names it. */
export function digestOf(category: HeldCategory, content: PermitContent): string {
  const text = writeCanonical({ category, content });
  return createHash('sha256').update(text).digest('hex');
}

/** Annual amounts by pollutant, as decimal strings of grams. */
export function amountsOf({ amounts }: PermitContent): Readonly<Record<string, string>> {
  return Object.fromEntries(
    amounts.map(({ pollutant, gramsPerYear }) => [pollutant, String(gramsPerYear)]),
  );
}

/** How what was granted is recorded: the number, from which day, and until when if that was said. */
export interface Recording {
  readonly number: string;
  readonly on: string;
  readonly validTo: string | null;
}

/** A new version from the day on, whose end is watched; the applicant is told. */
export async function putInForce(
  tx: Tx,
  { permit, application, acting }: Taking,
  { number, on, validTo }: Recording,
  law: RuleSet,
): Promise<Done['events']> {
  const { kind, category, content } = application;
  const versions = await store.findVersions(tx, permit.id);
  const before = versionOn(versions, on);
  const days = validityOf(kind, on, before?.kind === 'CANCEL' ? null : (before ?? null));
  const isLasting = kind !== 'CANCEL' || before === undefined;
  const version: StoredVersion = {
    no: (versions.at(-1)?.no ?? 0) + 1,
    applicationId: application.id,
    kind,
    category: isLasting ? category : before.category,
    content: isLasting ? content : before.content,
    digest: isLasting ? digestOf(category, content) : before.digest,
    number,
    ...days,
    validTo: validTo ?? days.validTo,
  };
  await store.insertVersion(tx, permit, version, acting.now);
  const known = await findHolder(tx, { kind: permit.holderKind, id: permit.holderId });
  const renewalClock = await watchEnd(tx, permit, version, law, acting);
  const { name: holderName, creditCode } = known ?? { ...permit, name: permit.holderName };
  await store.updatePermit(tx, { ...permit, holderName, creditCode, renewalClock });
  await tellApplicant(tx, { permit, application }, acting, (told) =>
    kind === 'CANCEL'
      ? { ...told, kind: 'PERMIT_DECIDED', params: { permit: permit.id, outcome: 'CANCELLED' } }
      : {
          ...told,
          kind: 'PERMIT_IN_FORCE',
          params: { permit: permit.id, from: version.inForceFrom, to: version.validTo },
        },
  );
  return [
    { type: kind === 'CANCEL' ? 'permit.cancelled' : 'permit.in_force', body: bodyOf(version) },
  ];
}

function bodyOf(version: StoredVersion) {
  const { no, kind, category, digest, number, inForceFrom, validFrom, validTo, content } = version;
  const amounts = amountsOf(content);
  return { no, kind, category, digest, number, inForceFrom, validFrom, validTo, amounts };
}

/** Clock C18 to the last day of a permit; a registration, and what is cancelled, has none. */
async function watchEnd(
  tx: Tx,
  permit: StoredPermit,
  { kind, category, validTo }: StoredVersion,
  law: RuleSet,
  acting: Acting,
): Promise<string | null> {
  const { renewalClock } = permit;
  if (kind === 'CHANGE_BASIC') return renewalClock;
  const running = renewalClock
    ? (await findClocks(tx, [renewalClock])).get(renewalClock)
    : undefined;
  if (running?.state === 'RUNNING') await cancelClock(tx, running.id, acting);
  if (category === 'REGISTRATION' || kind === 'CANCEL') return null;
  const { id, ownerOrg, districtCode, parkId, officeOrg } = permit;
  const clock = await startClock(
    tx,
    law,
    {
      clock: 'C18',
      subject: { kind: 'permit', id },
      owner: { ownerOrg, districtCode, parkId },
      officeOrg,
      startedAt: startOf(validTo),
    },
    acting,
  );
  return clock.id;
}

/** Whose record counts for permits at the place on the day. */
export function modeOf(law: () => RuleSet, { districtCode }: StoredPermit, today: string) {
  const { mode, system, address } = recordModeOf(law(), 'permit', today, districtCode);
  return {
    recordMode: mode === 'front' ? 'FRONT' : 'RECORD',
    officialSystem: system,
    officialAddress: address,
  } as const;
}

/** Where this platform is the record: the place keeps its number; a first one is the next of the holder. */
export async function numberFor(
  tx: Tx,
  permit: StoredPermit,
  { kind }: Pick<StoredApplication, 'kind'>,
): Promise<string | Refusal> {
  const { track } = APPLICATION_KINDS[kind];
  const versions = await store.findVersions(tx, permit.id);
  const last = versions.at(-1);
  const isSameTrack = last && (last.category === 'REGISTRATION') === (track === 'REGISTRATION');
  if (last && (isSameTrack || kind === 'CANCEL')) return last.number;
  if (permit.creditCode === null)
    return refuse('HOLDER_WITHOUT_CODE', { value: permit.holderName });
  const serial = last ? Number(last.number.slice(18, 21)) : await nextSerial(tx, permit.ownerOrg);
  return permitNumber(permit.creditCode, serial, track);
}

/** Closes what the official system records with the number and the day that it gave. */
export async function recordOfficial(
  tx: Tx,
  taking: Taking,
  { number, on, validTo }: PermitRecord,
  { law, today }: { readonly law: () => RuleSet; readonly today: string },
): Promise<Done | Refusal> {
  const { permit, application } = taking;
  const versions = await store.findVersions(tx, permit.id);
  const [decided, last] = [application.acceptedOn, versionOn(versions, today)?.inForceFrom ?? null];
  const since =
    [decided, last]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  const fault = recordFault(
    { number, on, validTo },
    { creditCode: permit.creditCode, since, today },
  );
  if (fault) return fault;
  const events = await putInForce(tx, taking, { number, on, validTo }, law());
  return {
    changed: { state: 'IN_FORCE', officialNumber: number, officialOn: on },
    events: [{ type: 'permit.recorded_outside', body: { number, on } }, ...events],
  };
}

/** A permit that was there before the platform, as its papers say it. */
export interface HistoricalPermit {
  readonly holder: PermitHolder;
  /** Name of a further place; empty for the holder's own address. */
  readonly site?: string;
  readonly category: HeldCategory;
  readonly content: PermitContent;
  /** 22 characters. */
  readonly number: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/**
 * Takes over what exists: marked historical, no rule is run again. The renewal of what is still in
 * force is watched where the law is given.
 */
export async function enterHistoricalPermit(
  tx: Tx,
  { holder, site = '', category, content, number, validFrom, validTo }: HistoricalPermit,
  acting: Acting,
  law: RuleSet | null = null,
): Promise<{ readonly id: string } | Refusal> {
  const today = dateInChina(acting.now);
  const found = await findHolder(tx, holder);
  if (!found) return refuse('HOLDER_UNKNOWN', { field: 'holder' }, 422);
  const office = await findOffice(tx, found.districtCode, today);
  if (!office) return refuse('OFFICE_UNKNOWN', { value: found.districtCode });
  if (await store.findPermitAt(tx, holder.id, site)) return refuse('PERMIT_EXISTS', { validTo });
  const { ownerOrg, districtCode, parkId, name: holderName, creditCode } = found;
  const placed = { ownerOrg, districtCode, parkId };
  const permit: StoredPermit = {
    id: randomUUID(),
    ...placed,
    holderKind: holder.kind,
    holderId: holder.id,
    site,
    holderName,
    creditCode,
    officeOrg: office,
    historical: true,
    renewalClock: null,
  };
  await store.insertPermit(tx, permit);
  const version: StoredVersion = {
    no: 1,
    applicationId: null,
    kind: null,
    category,
    content,
    digest: digestOf(category, content),
    number,
    inForceFrom: validFrom,
    validFrom,
    validTo,
  };
  await store.insertVersion(tx, permit, version, acting.now);
  if (law && validTo >= today) {
    const renewalClock = await watchEnd(tx, permit, version, law, acting);
    await store.updatePermit(tx, { ...permit, renewalClock });
  }
  const { actor, office: post, actingFor = null, now, causeId } = acting;
  await append(tx, { actor, office: post, actingFor, now, causeId }, [
    {
      stream: streamOf(permit.id),
      type: 'permit.taken_over',
      typeVersion: 1,
      body: bodyOf(version),
      ownerOrg,
      districtCode,
    },
  ]);
  return { id: permit.id };
}

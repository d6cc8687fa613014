import { randomUUID } from 'node:crypto';
import { shippedLaw } from '../../apps/server/src/modules/rulebook/index.ts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import { HOME, NEXT, NOW, type Ground } from './world.ts';

/** A row of a list as the loader reads it. */
export function anAdoption(id: string, jurisdiction: string) {
  return {
    id,
    reliefs: ['zero_land_public_infra'],
    jurisdiction,
    adoptedBy: '矩阵政府',
    documentNo: '矩阵〔2026〕1号',
    title: '矩阵：支持小微企业园区环保服务举措',
    from: '2026-12-01',
    to: '2028-11-30',
  };
}

/** One entry of the rulebook, waiting for a second person. */
export async function enterEntry(
  tx: Tx,
  entry: {
    readonly organisation: string;
    readonly districtCode: string;
    readonly person: string;
    readonly post: string;
  },
): Promise<string> {
  const id = randomUUID();
  const key = `matrix-${id.slice(0, 8)}`;
  const { organisation, districtCode, person, post } = entry;
  await tx.query(
    `insert into rulebook_entry (id, owner_org, district_code, topic, key, version, title, body, layer,
       confidence, source_title, source_no, issuer, effective_from, state, entered_by, entered_post,
       entered_at)
     values ($1, $2, $3, 'adoptions', $4, 1, $4, $7, 'MUNICIPAL_NORMATIVE', 'verified', '矩阵文件',
       '矩阵〔2026〕1号', '矩阵政府', '2026-12-01', 'SUBMITTED', $5, $6, now())`,
    [
      id,
      organisation,
      districtCode,
      key,
      person,
      post,
      JSON.stringify([anAdoption(key, districtCode)]),
    ],
  );
  return id;
}

/** A row of an import as it was staged and judged. */
export interface SeededRow {
  readonly raw: Readonly<Record<string, string>>;
  readonly outcome: 'NEW' | 'FAULTY';
}

/** An import that is checked and waits for its office. The rows begin with line 2. */
export async function enterImport(
  tx: Tx,
  organisation: string,
  rows: readonly SeededRow[],
): Promise<string> {
  const id = randomUUID();
  const asker = { personId: id, office: null, posts: [], orgs: [], districts: [], parks: [] };
  await tx.query(
    `insert into enterprise_import (id, owner_org, file_name, sha256, bytes, file, on_existing,
       state, asker, asked_at, staged, last_row, read_through, checked, counts, created_at)
     values ($1::uuid, $2, '矩阵名单.xlsx', $1::text, 1, 'x', 'change', 'CHECKED', $3::jsonb,
       $4::timestamptz, $5::integer, $5 + 1, true, $5, '{}', $4)`,
    [id, organisation, JSON.stringify(asker), NOW, rows.length],
  );
  await tx.query(
    `insert into enterprise_import_row (import_id, owner_org, row_number, raw, outcome, faults)
     select $1, $2, number + 1, raw, outcome, '[{"column": "name", "value": "", "code": "REQUIRED",
       "params": {}}]'
     from unnest($3::jsonb[], $4::text[]) with ordinality as given (raw, outcome, number)`,
    [id, organisation, rows.map(({ raw }) => JSON.stringify(raw)), rows.map((row) => row.outcome)],
  );
  return id;
}

/** Offices that import, two of them in one county, and one organisation that may not. */
export function importersOf({ office, nextBranch, otherOffice, places }: Ground) {
  const { ownPark } = places;
  const outside = (districtCode: string) => ({ districtCode, park: null });
  return {
    'the branch at home': { organisation: office.COUNTY_EEB.id, ...outside(HOME) },
    'another office at home': { organisation: otherOffice.id, ...outside(HOME) },
    'the branch next door': { organisation: nextBranch.id, ...outside(NEXT) },
    'the city': { organisation: office.MUNICIPAL_EEB.id, ...outside(NEXT) },
    'the operator': { organisation: office.PARK_OWNER.id, districtCode: HOME, park: ownPark },
    'the legal entity': {
      organisation: office.PARK_LEGAL_ENTITY.id,
      districtCode: HOME,
      park: ownPark,
    },
    'a landlord': { organisation: office.LANDLORD.id, districtCode: HOME, park: ownPark },
  };
}

/** A check before a lease by the landlord of each park, an entry in each county, and imports. */
export async function enterPapers(tx: Tx, ground: Ground): Promise<void> {
  const { places, world } = ground;
  const [post] = world.posts;
  const project = { industries: ['2926'], unstated: 'no' } as const;
  const at = { on: '2026-11-25', jurisdiction: '330603' };
  const answer = shippedLaw().screener.screen(project, at);
  for (const park of Object.values(places)) {
    if (!park) continue;
    const { id, districtCode, buildings } = park;
    await tx.query(
      `insert into pre_lease_check (id, owner_org, district_code, park_id, unit_id, number,
         tenant_name, project, answer, outcome, findings, made_by, made_at, made_on)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, '矩阵承租人', $7, $8, 'CLEAR', '[]', $6,
         now(), '2026-11-25')`,
      [
        buildings[0]!.landlord,
        districtCode,
        id,
        buildings[0]!.units[0]!.id,
        park.name,
        post!.holder.personId,
        JSON.stringify(project),
        JSON.stringify(answer),
      ],
    );
    await enterEntry(tx, {
      organisation: buildings[0]!.landlord!,
      districtCode,
      person: post!.holder.personId,
      post: post!.id,
    });
  }
  for (const { organisation } of Object.values(importersOf(ground))) {
    await enterImport(tx, organisation, [
      { raw: { name: '矩阵新企业' }, outcome: 'NEW' },
      { raw: {}, outcome: 'FAULTY' },
    ]);
  }
}

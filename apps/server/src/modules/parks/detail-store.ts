import type { ParkDetail } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { COLUMNS, toRow, type Row } from './park-columns.ts';

/** All that is registered of a park, besides what the reader may do with it. */
export type StoredPark = Omit<ParkDetail, 'may'> & {
  readonly operatorId: string | null;
  readonly legalEntityId: string | null;
};

type Whole = Row &
  Pick<
    StoredPark,
    | 'address'
    | 'longitude'
    | 'latitude'
    | 'wastewater'
    | 'designations'
    | 'buildings'
    | 'posts'
    | 'version'
  > & {
    readonly legal_entity: string | null;
    readonly operator_id: string | null;
    readonly legal_entity_id: string | null;
    readonly plant_litres_per_day: bigint | null;
    readonly rain_sewage_apart: boolean | null;
    readonly shared_facilities: string;
  };

const DESIGNATIONS = `coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind,
    'stars', d.stars, 'evidence', d.evidence, 'documentNo', d.document_no, 'issuedOn', d.issued_on,
    'validFrom', d.valid_from, 'validTo', d.valid_to, 'endReason', d.end_reason)
    order by d.valid_from desc, d.id)
  from park_designation d where d.park_id = p.id), '[]')`;

const UNITS = `coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name,
    'storey', u.storey, 'areaM2', u.area_m2, 'endedOn', u.ended_on)
    order by u.ended_on is not null, u.name, u.id)
  from park_unit u where u.building_id = b.id), '[]')`;

const BUILDINGS = `coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name,
    'storeys', b.storeys, 'areaM2', b.area_m2, 'landlord', w.name, 'landlordId', b.owner_org,
    'endedOn', b.ended_on, 'units', ${UNITS}) order by b.ended_on is not null, b.name, b.id)
  from park_building b left join organisation w on w.id = b.owner_org where b.park_id = p.id), '[]')`;

const POSTS = `coalesce((select json_agg(json_build_object('id', a.post_id, 'role', a.role,
    'title', a.title, 'organisation', a.organisation) order by a.role, a.organisation, a.title)
  from park_posts_public a
  where a.park_id = p.id and (a.ended_on is null or a.ended_on >= $1::date)), '[]')`;

/**
 * A park with everything that belongs to it; undefined where it is not in scope. One statement.
 * @param lock for a change that follows in the same transaction
 */
export async function findPark(
  tx: Tx,
  id: string,
  today: string,
  { lock = false } = {},
): Promise<StoredPark | undefined> {
  const [row] = await tx.query<Whole>(
    `select ${COLUMNS}, p.address, trim_scale(p.longitude)::text as longitude,
       trim_scale(p.latitude)::text as latitude, p.wastewater, p.plant_litres_per_day,
       p.rain_sewage_apart, p.shared_facilities, p.version, l.name as legal_entity,
       p.owner_org as operator_id, p.legal_entity as legal_entity_id,
       ${DESIGNATIONS} as designations, ${BUILDINGS} as buildings, ${POSTS} as posts
     from park p left join organisation o on o.id = p.owner_org
       left join organisation l on l.id = p.legal_entity
     where p.id = $2 ${lock ? 'for update of p' : ''}`,
    [today, id],
  );
  return row && toPark(row);
}

function toPark(row: Whole): StoredPark {
  const { id, name, district_code, kind, operator, stars, enterprises } = row;
  const { legal_entity, operator_id, legal_entity_id, plant_litres_per_day } = row;
  const partner = (partnerId: string | null, called: string | null) =>
    partnerId === null ? null : { id: partnerId, name: called ?? '' };
  return {
    ...toRow({ id, name, district_code, kind, operator, stars, enterprises }),
    address: row.address,
    longitude: row.longitude,
    latitude: row.latitude,
    legalEntity: legal_entity,
    operatorId: operator_id,
    legalEntityId: legal_entity_id,
    partners: {
      operator: partner(operator_id, operator),
      legalEntity: partner(legal_entity_id, legal_entity),
    },
    wastewater: row.wastewater,
    // At most 10^12, as the form says: a number holds it exactly.
    plantLitresPerDay: plant_litres_per_day === null ? null : Number(plant_litres_per_day),
    rainSewageApart: row.rain_sewage_apart,
    sharedFacilities: row.shared_facilities,
    designations: row.designations,
    buildings: row.buildings,
    posts: row.posts,
    version: row.version,
  };
}

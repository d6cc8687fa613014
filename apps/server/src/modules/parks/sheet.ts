import {
  DISTRICTS,
  PARK_COLUMNS,
  PARK_KINDS,
  UNIT_COLUMNS,
  type ParkDetail,
  type ParkRow,
} from '@ludao/contracts';
import { writeSheet } from '../../platform/excel/index.ts';

const { name, district, kind, stars, operator, enterprises } = PARK_COLUMNS;

/** The list as officers pass it on. */
export function writeParks(rows: readonly ParkRow[]): Promise<Buffer> {
  return writeSheet({
    title: '园区名单',
    columns: [
      { key: 'name', heading: name.zh, type: 'text', width: 40 },
      { key: 'district', heading: district.zh, type: 'text', width: 14 },
      { key: 'kind', heading: kind.zh, type: 'text', width: 14 },
      { key: 'stars', heading: stars.zh, type: 'number', width: 8 },
      { key: 'operator', heading: operator.zh, type: 'text', width: 40 },
      { key: 'enterprises', heading: enterprises.zh, type: 'number', width: 12 },
    ],
    rows: rows.map((row) => ({
      ...row,
      kind: PARK_KINDS[row.kind].zh,
      district:
        row.districtCode in DISTRICTS
          ? DISTRICTS[row.districtCode as keyof typeof DISTRICTS].zh
          : row.districtCode,
    })),
  });
}

/** Every unit of a park in a row, with its building and landlord. */
export function writeUnits(park: ParkDetail): Promise<Buffer> {
  const { building, unit, storey, areaM2, landlord, endedOn } = UNIT_COLUMNS;
  return writeSheet({
    title: '楼栋与单元',
    columns: [
      { key: 'building', heading: building.zh, type: 'text', width: 20 },
      { key: 'unit', heading: unit.zh, type: 'text', width: 16 },
      { key: 'storey', heading: storey.zh, type: 'number', width: 10 },
      { key: 'areaM2', heading: areaM2.zh, type: 'number', width: 18 },
      { key: 'landlord', heading: landlord.zh, type: 'text', width: 40 },
      { key: 'endedOn', heading: endedOn.zh, type: 'date', width: 14 },
    ],
    rows: park.buildings.flatMap((house) =>
      house.units.map((room) => ({
        building: house.name,
        unit: room.name,
        storey: room.storey,
        areaM2: room.areaM2,
        landlord: house.landlord ?? '',
        endedOn: room.endedOn ?? house.endedOn,
      })),
    ),
  });
}

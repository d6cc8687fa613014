import {
  CONTACT_KINDS,
  DISTRICTS,
  EIA_DOCUMENTS,
  ENTERPRISE_COLUMNS,
  GRAMS_PER_KILOGRAM_DIGITS,
  GRAMS_PER_TONNE_DIGITS,
  LITRES_PER_CUBIC_METRE_DIGITS,
  PERMIT_CATEGORIES,
  POLLUTANTS,
  WASTEWATER_ROUTES,
  writeAmount,
  YES_NO,
  type Bilingual,
  type Contact,
} from '@ludao/contracts';
import { writeSheet } from '../../platform/excel/index.ts';
import type { ProfiledRow } from './model.ts';

const heading = (column: keyof typeof ENTERPRISE_COLUMNS) => ENTERPRISE_COLUMNS[column].zh;

/**
 * The list as officers pass it on; what the import reads is written as it reads it, and contacts are
 * masked as on the screen.
 */
export function writeEnterprises(
  rows: readonly ProfiledRow[],
  contacts: ReadonlyMap<string, Pick<Contact, 'kind' | 'name' | 'phone'>>,
): Promise<Buffer> {
  return writeSheet({
    title: '企业名单',
    columns: [
      { key: 'name', heading: heading('name'), type: 'text', width: 40 },
      { key: 'creditCode', heading: heading('creditCode'), type: 'text', width: 24 },
      { key: 'industries', heading: heading('industries'), type: 'text', width: 16 },
      { key: 'district', heading: heading('district'), type: 'text', width: 14 },
      { key: 'park', heading: heading('park'), type: 'text', width: 36 },
      { key: 'movedIn', heading: heading('movedIn'), type: 'date', width: 14 },
      { key: 'wastewater', heading: heading('wastewater'), type: 'text', width: 16 },
      { key: 'wastewaterVolume', heading: heading('wastewaterVolume'), type: 'text', width: 18 },
      { key: 'permitCategory', heading: heading('permitCategory'), type: 'text', width: 18 },
      { key: 'permitNumber', heading: heading('permitNumber'), type: 'text', width: 26 },
      { key: 'permitValidTo', heading: heading('permitValidTo'), type: 'date', width: 16 },
      { key: 'pollutants', heading: heading('pollutants'), type: 'text', width: 36 },
      { key: 'hazardousWaste', heading: heading('hazardousWaste'), type: 'text', width: 14 },
      { key: 'wastes', heading: heading('wastes'), type: 'text', width: 40 },
      { key: 'eiaApprovals', heading: heading('eiaApprovals'), type: 'text', width: 50 },
      { key: 'contact', heading: heading('contact'), type: 'text', width: 24 },
      { key: 'phone', heading: heading('phone'), type: 'text', width: 18 },
    ],
    rows: rows.map((row) => ({
      name: row.name,
      creditCode: row.creditCode,
      industries: row.industries.join('、'),
      district: nameOf(row.districtCode),
      park: row.park?.name ?? '',
      movedIn: row.movedIn,
      ...writtenProfile(row),
      ...contactOf(contacts.get(row.id)),
    })),
  });
}

function contactOf(found: Pick<Contact, 'kind' | 'name' | 'phone'> | undefined) {
  if (!found) return {};
  return { contact: `${found.name}（${CONTACT_KINDS[found.kind].zh}）`, phone: found.phone ?? '' };
}

function writtenProfile(row: ProfiledRow) {
  const { hazardousWaste, wastewaterLitresPerYear: litres, permitCategory } = row;
  return {
    wastewater: labelOf(WASTEWATER_ROUTES, row.wastewater),
    wastewaterVolume: litres === null ? '' : writeAmount(litres, LITRES_PER_CUBIC_METRE_DIGITS),
    permitCategory: labelOf(PERMIT_CATEGORIES, permitCategory),
    permitNumber: row.permitNumber ?? '',
    permitValidTo: row.permitValidTo,
    pollutants: row.pollutants
      .map(({ pollutant, gramsPerYear }) => {
        const kilograms = writeAmount(gramsPerYear, GRAMS_PER_KILOGRAM_DIGITS);
        return `${POLLUTANTS[pollutant].zh} ${kilograms}`;
      })
      .join('；'),
    hazardousWaste: hazardousWaste === null ? '' : YES_NO[hazardousWaste ? 'yes' : 'no'].zh,
    wastes: row.wastes
      .map(
        ({ code, gramsPerYear }) => `${code} ${writeAmount(gramsPerYear, GRAMS_PER_TONNE_DIGITS)}`,
      )
      .join('；'),
    eiaApprovals: row.eiaApprovals
      .map(
        ({ number, project, document }) => `${number} ${project}（${EIA_DOCUMENTS[document].zh}）`,
      )
      .join('；'),
  };
}

function labelOf<Key extends string>(labels: Readonly<Record<Key, Bilingual>>, key: Key | null) {
  return key === null ? '' : labels[key].zh;
}

function nameOf(code: string): string {
  return code in DISTRICTS ? DISTRICTS[code as keyof typeof DISTRICTS].zh : code;
}

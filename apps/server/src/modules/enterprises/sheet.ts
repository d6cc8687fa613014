import {
  CONTACT_KINDS,
  DISTRICTS,
  ENTERPRISE_COLUMNS,
  type Contact,
  type EnterpriseRow,
} from '@ludao/contracts';
import { writeSheet } from '../../platform/excel/index.ts';

const { name, creditCode, industries, district, park, movedIn, contact, phone } =
  ENTERPRISE_COLUMNS;

/** The list as officers pass it on; contacts are masked as on the screen. */
export function writeEnterprises(
  rows: readonly EnterpriseRow[],
  contacts: ReadonlyMap<string, Pick<Contact, 'kind' | 'name' | 'phone'>>,
): Promise<Buffer> {
  return writeSheet({
    title: '企业名单',
    columns: [
      { key: 'name', heading: name.zh, type: 'text', width: 40 },
      { key: 'creditCode', heading: creditCode.zh, type: 'text', width: 24 },
      { key: 'industries', heading: industries.zh, type: 'text', width: 16 },
      { key: 'district', heading: district.zh, type: 'text', width: 14 },
      { key: 'park', heading: park.zh, type: 'text', width: 36 },
      { key: 'movedIn', heading: movedIn.zh, type: 'date', width: 14 },
      { key: 'contact', heading: contact.zh, type: 'text', width: 24 },
      { key: 'phone', heading: phone.zh, type: 'text', width: 18 },
    ],
    rows: rows.map((row) => ({
      name: row.name,
      creditCode: row.creditCode,
      industries: row.industries.join('、'),
      district: nameOf(row.districtCode),
      park: row.park?.name ?? '',
      movedIn: row.movedIn,
      ...contactOf(contacts.get(row.id)),
    })),
  });
}

function contactOf(found: Pick<Contact, 'kind' | 'name' | 'phone'> | undefined) {
  if (!found) return {};
  return { contact: `${found.name}（${CONTACT_KINDS[found.kind].zh}）`, phone: found.phone ?? '' };
}

function nameOf(code: string): string {
  return code in DISTRICTS ? DISTRICTS[code as keyof typeof DISTRICTS].zh : code;
}

import {
  checkCreditCode,
  EIA_DOCUMENTS,
  ENVELOPE_LIMITS,
  LIABILITIES,
  OF_THE_PARK,
  PERMIT_CATEGORIES,
  POLLUTANTS,
  type Bilingual,
  type HeldCategory,
  type Pollutant,
  type PollutantAmount,
  type StockSheet,
} from '@ludao/contracts';
import { ITEMS, type Cells } from './cells.ts';
import { comparable, type Entry, type Known, type Share, type Tenant } from './model.ts';

const { NONE: _none, ...HELD } = PERMIT_CATEGORIES;
const CATEGORIES: Readonly<Record<HeldCategory, Bilingual>> = HELD;
const POLLUTANT_NAMES = Object.keys(POLLUTANTS) as Pollutant[];

/** What a row says, or null where something is wrong with it; that stands in `cells.faults`. */
export function readEntry(sheet: StockSheet, cells: Cells, known: Known): Entry | null {
  const entry = READERS[sheet](cells, known);
  return cells.faults.length > 0 ? null : entry;
}

const READERS: Readonly<Record<StockSheet, (cells: Cells, known: Known) => Entry | null>> = {
  EIA(cells, known) {
    const title = cells.text('title', 4, 100);
    const approvalNo = cells.text('approvalNo', 2, 60);
    const office = cells.text('office', 2, 100);
    const [approvedOn, inForceFrom, validTo] = (
      ['approvedOn', 'inForceFrom', 'validTo'] as const
    ).map((column) => cells.day(column)) as [string, string, string];
    const liability = cells.option('liability', LIABILITIES);
    const preparer = cells.text('preparer', 2, 100);
    const { industries, digits } = readIndustries(cells);
    const processes = readProcesses(cells, known);
    const conditions = cells.lines('conditions', 500, ENVELOPE_LIMITS.conditions);
    const conclusions = cells.lines('conclusions', 300, ENVELOPE_LIMITS.conclusions);
    const amounts = cells.amounts(ITEMS);
    if (cells.raw('scan') === '') cells.fault('scan', 'REQUIRED');
    if (amounts.length === 0) cells.fault('COD', 'EIA_WITHOUT_TOTALS');
    if (!liability) return null;
    const water = amounts.find(({ item }) => item === 'WASTEWATER');
    return {
      sheet: 'EIA',
      form: {
        parkId: known.park.parkId,
        title,
        historical: true,
        liability,
        preparer,
        summary: '',
        reportFile: null,
        envelope: {
          industries,
          digits,
          processes,
          conditions: conditions.map((text, at) => ({ no: `批复条件${at + 1}`, text, when: '' })),
          totals: gramsOf(amounts),
          wastewaterLitresPerDay: water ? Number(water.amount) : null,
          distances: [],
          conclusions,
        },
      },
      decision: {
        decision: 'APPROVE',
        office,
        words: '',
        approvalNo,
        approvedOn,
        inForceFrom,
        validTo,
        permitNo: null,
      },
    };
  },

  PERMITS(cells, known) {
    const isOfPark = [OF_THE_PARK.zh, OF_THE_PARK.en].includes(comparable(cells.raw('creditCode')));
    const tenant = isOfPark ? null : readTenant(cells, known);
    if (isOfPark && !known.park.hasHolder) cells.fault('creditCode', 'HOLDER_UNKNOWN');
    const site = cells.text('site', 1, 60);
    const category = cells.option('category', CATEGORIES);
    const number = cells.text('number', 1, 40).normalize('NFKC').replace(/\s/g, '').toUpperCase();
    if (number !== '' && !/^[0-9A-Z]{22}$/.test(number)) {
      cells.fault('number', 'PERMIT_NUMBER_FORM');
    }
    const validFrom = cells.day('validFrom');
    const validTo = cells.day('validTo');
    if (validTo !== '' && validTo < validFrom) {
      cells.fault('validTo', 'ENDS_BEFORE_START', { value: validTo, limit: validFrom });
    }
    inPast(cells, 'validFrom', validFrom, known);
    const amounts = gramsOf(cells.amounts(POLLUTANT_NAMES));
    if (category === 'REGISTRATION' && amounts.length > 0) {
      cells.fault(amounts[0]!.pollutant, 'REGISTRATION_WITH_AMOUNTS');
    }
    if (!category || tenant === undefined) return null;
    const { parkId } = known.park;
    const holder = tenant
      ? ({ kind: 'enterprise', id: tenant.enterpriseId } as const)
      : ({ kind: 'park', id: parkId } as const);
    const said = { site, category, number, validFrom, validTo, amounts };
    return { sheet: 'PERMITS', holder, tenant, ...said };
  },

  APPROVALS(cells, known) {
    const tenant = readTenant(cells, known);
    const project = cells.text('project', 2, 100);
    const document = cells.option('document', EIA_DOCUMENTS);
    const number = cells.text('number', 1, 60);
    const office = cells.text('office', 2, 100);
    const approvedOn = cells.day('approvedOn');
    const acceptedOn = cells.day('acceptedOn') || null;
    inPast(cells, 'approvedOn', approvedOn, known);
    inPast(cells, 'acceptedOn', acceptedOn ?? '', known);
    if (acceptedOn !== null && acceptedOn < approvedOn) {
      const params = { value: acceptedOn, limit: approvedOn };
      cells.fault('acceptedOn', 'ACCEPTED_BEFORE_APPROVAL', params);
    }
    if (!tenant || !document) return null;
    const said = { project, document, number, office, approvedOn, acceptedOn };
    return { sheet: 'APPROVALS', tenant, ...said };
  },

  SHARES(cells, known) {
    const tenant = readTenant(cells, known);
    const since = cells.day('since');
    inPast(cells, 'since', since, known);
    const shares = cells.amounts(ITEMS);
    return tenant ? { sheet: 'SHARES', tenant, since, shares } : null;
  },
};

function inPast(cells: Cells, column: string, day: string, { today }: Known): void {
  if (day > today) cells.fault(column, 'DAY_IN_FUTURE', { value: day, limit: today });
}

/** @returns undefined where the code is none of a tenant */
function readTenant(cells: Cells, { tenants }: Known): Tenant | undefined {
  const given = cells.text('creditCode', 1, 40);
  if (given === '') return undefined;
  const checked = checkCreditCode(given);
  if (!checked.ok) {
    const { ok: _ok, reason, ...params } = checked;
    cells.fault('creditCode', `CREDIT_CODE_${reason}`, params);
    return undefined;
  }
  const tenant = tenants.get(checked.code);
  if (!tenant) {
    cells.fault('creditCode', 'NOT_A_TENANT', { value: checked.code });
    return undefined;
  }
  const name = cells.text('name', 1, 200);
  if (name !== '' && comparable(name) !== comparable(tenant.enterprise)) {
    cells.fault('name', 'NAME_DIFFERS', { value: name, limit: tenant.enterprise });
  }
  return tenant;
}

function readIndustries(cells: Cells): { industries: string[]; digits: number | null } {
  const given = cells.text('industries', 3, 200);
  const industries = [...new Set(splitUp(given))];
  const digits = industries[0]?.length ?? null;
  const wrong = industries.find((code) => !/^\d{3,4}$/.test(code) || code.length !== digits);
  if (wrong !== undefined) cells.fault('industries', 'INDUSTRY_DIGITS', { value: wrong });
  if (industries.length > ENVELOPE_LIMITS.industries) {
    cells.fault('industries', 'INDUSTRY_TOO_MANY', { limit: ENVELOPE_LIMITS.industries });
  }
  return { industries, digits };
}

function readProcesses(cells: Cells, { processes }: Known): string[] {
  const names = splitUp(cells.text('processes', 1, 1000));
  return names.flatMap((name) => {
    const key = processes.get(comparable(name));
    if (key === undefined) cells.fault('processes', 'PROCESS_UNKNOWN', { value: name });
    return key ?? [];
  });
}

function splitUp(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[、,;]+/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function gramsOf(shares: readonly Share[]): PollutantAmount[] {
  return shares.flatMap(({ item, amount }) =>
    item === 'WASTEWATER' ? [] : [{ pollutant: item, gramsPerYear: Number(amount) }],
  );
}

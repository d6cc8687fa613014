import {
  APPLICATION_KINDS,
  EMPTY_CONTENT,
  type ApplicationKind,
  type EnterpriseDetail,
  type HeldCategory,
  type Outlet,
  type ParkDetail,
  type PermitApplication,
  type PermitContent,
} from '@ludao/contracts';

/** What is typed into the form; amounts in whole smaller units, 0 while nothing was typed. */
export interface Draft {
  readonly category: HeldCategory;
  readonly content: PermitContent;
  readonly changedOn: string | null;
  readonly reasons: readonly string[];
}

export function draftOf({ category, content, changedOn, reasons }: PermitApplication): Draft {
  return { category, content, changedOn, reasons };
}

/** What the platform knows of an enterprise already, so that nobody types it again. */
export function contentOfEnterprise(enterprise: EnterpriseDetail): PermitContent {
  const { address, industries, wastewater, pollutants } = enterprise;
  return { ...EMPTY_CONTENT, address, industries, wastewater, amounts: pollutants };
}

export function contentOfPark({ address, wastewater }: ParkDetail): PermitContent {
  return { ...EMPTY_CONTENT, address, wastewater };
}

/** The category that an application begins with; the catalogue and the applicant correct it. */
export function firstCategory(
  kind: ApplicationKind,
  known: EnterpriseDetail['permitCategory'],
): HeldCategory {
  if (APPLICATION_KINDS[kind].track === 'REGISTRATION') return 'REGISTRATION';
  return known === 'KEY' ? 'KEY' : 'SIMPLIFIED';
}

/** The next free code of the kind, such as DA002. */
export function nextOutlet(outlets: readonly Outlet[], kind: Outlet['kind']): Outlet {
  const prefix = { AIR_ORGANISED: 'DA', AIR_FUGITIVE: 'WZ', RAINWATER: 'YS' } as const;
  const letters = kind in prefix ? prefix[kind as keyof typeof prefix] : 'DW';
  const taken = new Set(outlets.map(({ code }) => code));
  const numbers = Array.from({ length: 999 }, (_, at) => String(at + 1).padStart(3, '0'));
  const free = numbers.find((number) => !taken.has(`${letters}${number}`)) ?? '999';
  return { code: `${letters}${free}`, kind, name: '', pollutants: [] };
}

/** Rows of text without what is empty. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What is sent: without rows that nobody filled in. */
export function sendable({ content, ...draft }: Draft) {
  return {
    ...draft,
    reasons: [...draft.reasons] as never[],
    content: {
      ...content,
      amounts: content.amounts.filter(({ gramsPerYear }) => gramsPerYear > 0),
      outlets: content.outlets.map((outlet) => ({
        ...outlet,
        pollutants: outlet.pollutants.filter(({ name }) => name.trim() !== ''),
      })),
    },
  };
}

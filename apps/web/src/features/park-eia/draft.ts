import type {
  Envelope,
  FileView,
  Liability,
  ParkEia,
  ParkEiaForm,
  Pollutant,
} from '@ludao/contracts';
import { UNREADABLE } from '../../ui/desk/amount-input.tsx';

/** The form as it is being filled in; amounts that are empty or cannot be read are not sent. */
export interface Draft {
  readonly parkId: string | null;
  readonly title: string;
  readonly historical: boolean;
  readonly liability: Liability;
  readonly preparer: string;
  readonly summary: string;
  readonly report: readonly FileView[];
  readonly industries: readonly string[];
  readonly digits: 3 | 4 | null;
  readonly processes: readonly string[];
  readonly conditions: readonly Envelope['conditions'][number][];
  readonly totals: Readonly<Partial<Record<Pollutant, number | null>>>;
  readonly water: number | null;
  readonly distances: readonly {
    readonly metres: number | null;
    readonly to: string;
    readonly text: string;
  }[];
  readonly conclusions: readonly { readonly text: string }[];
}

export const EMPTY: Draft = {
  parkId: null,
  title: '',
  historical: false,
  liability: 'PARK_ENTITY',
  preparer: '',
  summary: '',
  report: [],
  industries: [],
  digits: null,
  processes: [],
  conditions: [],
  totals: {},
  water: null,
  distances: [],
  conclusions: [],
};

export function draftOf(eia: ParkEia): Draft {
  const { envelope } = eia;
  const { digits } = envelope;
  return {
    parkId: eia.parkId,
    title: eia.title,
    historical: eia.historical,
    liability: eia.liability,
    preparer: eia.preparer,
    summary: eia.summary,
    report: eia.reportFile ? [eia.reportFile] : [],
    industries: envelope.industries,
    digits: digits === 3 || digits === 4 ? digits : null,
    processes: envelope.processes,
    conditions: envelope.conditions,
    totals: Object.fromEntries(
      envelope.totals.map(({ pollutant, gramsPerYear }) => [pollutant, gramsPerYear]),
    ),
    water: envelope.wastewaterLitresPerDay,
    distances: envelope.distances,
    conclusions: envelope.conclusions.map((text) => ({ text })),
  };
}

export type DraftFault = 'parkId' | 'title' | 'industries' | 'totals' | 'conditions' | 'distances';

/** What has to be filled in or corrected before it is kept. */
export function wrongIn(draft: Draft): readonly DraftFault[] {
  const amounts = [...Object.values(draft.totals), draft.water];
  const checks: readonly (readonly [DraftFault, boolean])[] = [
    ['parkId', draft.parkId === null],
    ['title', draft.title.trim().length < 4],
    ['industries', draft.industries.length === 0],
    ['totals', amounts.some((amount) => amount === UNREADABLE)],
    ['conditions', draft.conditions.some(({ no, text }) => !no.trim() || !text.trim())],
    [
      'distances',
      draft.distances.some(({ metres, to, text }) => !metres || !to.trim() || !text.trim()),
    ],
  ];
  return checks.flatMap(([field, wrong]) => (wrong ? [field] : []));
}

export function formOf(draft: Draft): ParkEiaForm {
  return {
    parkId: draft.parkId ?? '',
    title: draft.title.trim(),
    historical: draft.historical,
    liability: draft.liability,
    preparer: draft.preparer.trim(),
    summary: draft.summary.trim(),
    reportFile: draft.report[0]?.id ?? null,
    envelope: {
      industries: [...draft.industries],
      digits: draft.digits,
      processes: [...draft.processes],
      conditions: [...draft.conditions],
      totals: (Object.entries(draft.totals) as [Pollutant, number | null][]).flatMap(
        ([pollutant, gramsPerYear]) =>
          gramsPerYear !== null && gramsPerYear > 0 ? [{ pollutant, gramsPerYear }] : [],
      ),
      wastewaterLitresPerDay: draft.water,
      distances: draft.distances.map(({ metres, to, text }) => ({ metres: metres ?? 0, to, text })),
      conclusions: draft.conclusions.flatMap(({ text }) => (text.trim() ? [text.trim()] : [])),
    },
  };
}

import type { Expression } from '../expression.ts';
import type { Level } from '../level.ts';
import type { Confidence, Layer, NextStep } from '../layer.ts';
import type { Pilot } from './pilot.ts';
import type { RecordMode } from './record-mode.ts';
import type { Text } from '../vocabulary.ts';
import type { BaselineDataset, Park } from './park-model.ts';
export type { BaselineDataset, Park, ParkWideEia } from './park-model.ts';

/** What is left to do once relief in force is counted: a level, or no EIA formality at all. */
export type Outcome = Level | 'EXEMPT';

/**
 * The ways in which a text can relieve a project. `leave_out`: what a shared facility does is not
 * the project's own; `exempt` and `listed`: no formality, by a condition or by a list;
 * `direct_entry`: a park-wide EIA stands for the project's own; `downgrade`: one level lower in a
 * reform area; `cite`: same level, shorter document; `batch`: same level, quicker procedure.
 */
export const RELIEF_KINDS = [
  'leave_out',
  'listed',
  'exempt',
  'direct_entry',
  'downgrade',
  'cite',
  'batch',
] as const;
export type ReliefKind = (typeof RELIEF_KINDS)[number];

/** The head of any text that relieves or any list: where it is from and when it holds. */
export interface Provenance {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly documentNo: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly jurisdiction: string;
  readonly layer: Layer;
  readonly confidence: Confidence;
  /** Invented, for showing how it works; never mixed with what is real. */
  readonly demo: boolean;
}

export interface Relief {
  readonly id: string;
  readonly measure: number;
  readonly kind: ReliefKind;
  readonly title: Text;
  /** The clause, verbatim, and where it stands. */
  readonly quote: string;
  readonly clause: string;
  /** Must hold of the project beside what the kind itself asks. */
  readonly when: Expression;
  readonly levels: readonly Level[];
  /** Grade of reform area that the text reaches, for `downgrade`. */
  readonly grade?: ReformArea['grade'];
  readonly tensions: readonly string[];
  /** What the owner still does under the relief. */
  readonly steps: readonly NextStep[];
}

export interface ReliefPack extends Provenance {
  readonly reliefs: readonly Relief[];
}

/** A condition of a list with the words it carries out. */
export interface Clause {
  readonly no: string;
  readonly text: string;
  /** Absent: the words cannot be decided from the facts, an officer or the owner says. */
  readonly when?: Expression;
}

/** The act by which a draft's relief takes effect somewhere. */
export interface Adoption {
  readonly id: string;
  readonly reliefs: readonly string[];
  readonly jurisdiction: string;
  readonly adoptedBy: string;
  readonly documentNo: string;
  readonly title: string;
  readonly from: string;
  readonly to: string | null;
  /** Parks or areas it is limited to; null for the whole place. */
  readonly objects: readonly string[] | null;
  /** Asked of reform areas below province level (省级统一部署). */
  readonly provincialArrangementNo: string | null;
}

export interface ReformArea {
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly grade: 'provincial_plus' | 'below_province';
  readonly planEia: {
    readonly title: string;
    readonly reviewNo: string;
    readonly reviewedOn: string;
  };
  readonly from: string;
  readonly to: string | null;
  readonly standards: readonly Clause[];
  readonly negativeList: readonly Clause[];
}

export interface SharedFacility {
  readonly id: string;
  readonly name: string;
  readonly park: string;
  readonly operator: string;
  readonly eiaApprovalNo: string | null;
  readonly state: 'building' | 'operating' | 'suspended';
  readonly from: string;
  readonly to: string | null;
  readonly capacity: string;
  /** Facts of the vocabulary that stand for what the facility does. */
  readonly does: readonly string[];
}

/** The bureaus that decide on a document: the city's own, or its branch in the county. */
export const BUREAUS = ['MUNICIPAL_EEB', 'COUNTY_EEB'] as const;
export type Bureau = (typeof BUREAUS)[number];

export interface Office {
  readonly classes: readonly Level[];
  readonly jurisdiction: string;
  readonly from: string;
  readonly to: string | null;
  readonly office: Text;
  /** Empty where the text does not say. */
  readonly decidedBy: readonly Bureau[];
  readonly basis: string;
  readonly confidence: Confidence;
}

export interface Zone {
  readonly code: string;
  readonly name: string;
  readonly category: 'priority' | 'key' | 'general';
  readonly jurisdiction: string;
  readonly access: readonly Clause[];
}

export interface KeyDischargeUnit {
  readonly creditCode: string;
  readonly name: string;
  readonly kinds: readonly string[];
}

/** Who may not prepare an EIA document, by the credit platform 环境影响评价信用平台. */
export interface BarredPreparer {
  /** The credit code of an organisation, or the number of a lead preparer on the platform. */
  readonly code: string;
  readonly kind: 'unit' | 'lead';
  readonly list: 'barred' | 'rectification';
  readonly from: string;
  readonly to: string | null;
  readonly basis: string;
}

/** A number that an authority sets: a limit, or a period of the procedure. */
export interface Parameter {
  readonly id: string;
  /** Which one; see `parametersOf`. */
  readonly parameter: string;
  readonly jurisdiction: string;
  readonly value: number;
  readonly from: string;
  readonly to: string | null;
  readonly basis: string;
}

interface Entries {
  adoptions: Adoption;
  'reform-areas': ReformArea;
  parks: Park;
  facilities: SharedFacility;
  'exclusion-list': Clause;
  zoning: Zone;
  'key-dischargers': KeyDischargeUnit;
  'approval-offices': Office;
  'barred-preparers': BarredPreparer;
  parameters: Parameter;
  'record-modes': RecordMode;
  pilots: Pilot;
}
export type ListTopic = keyof Entries;
export const LIST_TOPICS = [
  'adoptions',
  'reform-areas',
  'parks',
  'facilities',
  'exclusion-list',
  'zoning',
  'key-dischargers',
  'approval-offices',
  'barred-preparers',
  'parameters',
  'record-modes',
  'pilots',
] as const satisfies readonly ListTopic[];

/** A list that an authority keeps. Not entered is not the same as empty: it exempts nobody. */
export type ListPack = {
  [T in ListTopic]: Provenance & {
    readonly topic: T;
    readonly entered: boolean;
    readonly note: Text | null;
    readonly entries: readonly Entries[T][];
  };
}[ListTopic];
export type EntryOf<T extends ListTopic> = Entries[T];

/** Where a project stands, as far as registers and reliefs need it. */
export interface Place {
  /** A park's id, `unlisted` for a park that no list holds, `none` outside parks. */
  readonly park?: string;
  /** A reform area chosen by itself; a listed park brings its own. */
  readonly area?: string;
  /** Code of the zoning unit 管控单元. */
  readonly zone?: string;
  /** Shared facilities that take over part of the work, by id. */
  readonly facilities?: readonly string[];
}

/** What stands in the way, or is still open; texts are looked up by code. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface ReliefFinding {
  readonly relief: string;
  readonly measure: number;
  readonly kind: ReliefKind;
  readonly title: Text;
  readonly quote: string;
  readonly clause: string;
  readonly pack: string;
  readonly source: string;
  readonly layer: Layer;
  readonly confidence: Confidence;
  /**
   * `applies`: in force and counted. `if_adopted`: everything fits but no adoption is on record.
   * `open`: facts are missing. `refused`: it does not fit, with the reasons.
   */
  readonly state: 'applies' | 'if_adopted' | 'open' | 'refused';
  readonly from: Outcome | null;
  readonly to: Outcome | null;
  readonly object: {
    readonly kind: 'area' | 'park' | 'facility';
    readonly id: string;
    readonly name: string;
  } | null;
  readonly adoption: Adoption | null;
  readonly reasons: readonly Reason[];
  readonly missing: readonly string[];
  /** Facts left out because a facility does them. */
  readonly leftOut: readonly string[];
  readonly cites: readonly Citable[];
  readonly steps: readonly NextStep[];
  readonly tensions: readonly string[];
  readonly demo: boolean;
}

/** Something of the park that a document may cite today, or why not. */
export interface Citable {
  readonly id: string;
  readonly kind: BaselineDataset['kind'] | 'conclusions';
  readonly title: string;
  readonly validTo: string | null;
  readonly refusal: Reason | null;
}

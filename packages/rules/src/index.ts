export { Screener } from './screen.ts';
export {
  type Answer,
  type LawInForce,
  type Refused,
  type ScreeningOptions,
  EIA_CATALOGUE,
  PERMIT_CATALOGUE,
} from './screening-answer.ts';
export { type PermitAnswer } from './permit.ts';
export { clocksOf, clockTerms } from './clocks/terms.ts';
export { clockKey, findLength } from './clocks/lengths.ts';
export {
  CLOCK_UNITS,
  type ClockDebtor,
  type ClockDefinition,
  type ClockDirection,
  type ClockExclusion,
  type ClockLength,
  type ClockPack,
  type ClockTerms,
  type ClockUnit,
  type Coded,
} from './clocks/model.ts';
export type { Period, Procedure, ProcedurePack, Step, StepState } from './procedure/model.ts';
export type {
  Adoption,
  BaselineDataset,
  Citable,
  EntryOf,
  SharedFacility,
  ListPack,
  ListTopic,
  BarredPreparer,
  Bureau,
  Office,
  Outcome,
  Parameter,
  Park,
  Place,
  Provenance,
  Reason,
  ReformArea,
  Relief,
  ReliefFinding,
  ReliefPack,
} from './reliefs/model.ts';
export { findAdoption } from './reliefs/registers.ts';
export type { Pilot } from './reliefs/pilot.ts';
export { unevaluated, whyNoPilot } from './reliefs/pilots.ts';
export { recordModeOf } from './reliefs/record-modes.ts';
export { RECORDED_ACTS, type RecordedAct, type RecordMode } from './reliefs/record-mode.ts';
export {
  findParameter,
  parametersOf,
  SHARED_DATA_YEARS,
  BATCH_PARAMETERS,
  ZERO_LAND_BASELINE,
  type KnownParameter,
} from './reliefs/parameters.ts';
export { findPlaceProblems, OUTSIDE_LISTS } from './reliefs/place.ts';
export {
  entriesOf,
  holdsOn,
  inForce,
  isEntered,
  listsNotEntered,
  reaches,
} from './reliefs/registers.ts';
export type {
  AnswerItem,
  Citation,
  ConfirmationNote,
  Missing,
  Status,
  TraceStep,
} from './answer.ts';
export {
  type ItemCase,
  type ItemCaseResult,
  type ItemReport,
  type PackCases,
  type ProjectCase,
  clauseId,
  isNear,
  reportItems,
  runItemCase,
} from './cases.ts';
export { type Change } from './changes.ts';
export type { Expression } from './expression.ts';
export { appliesIn, findEdition, firstDay } from './editions.ts';
export { Engine, type Evaluation } from './evaluate.ts';
export { type FactValue, describeFact, statedFacts } from './fact-value.ts';
export {
  LEVELS,
  levelOf,
  PERMIT_LEVELS,
  rankOf,
  type AnyLevel,
  type Level,
  type PermitLevel,
} from './level.ts';
export { CONFIDENCES, LAYERS, type Confidence, type Layer, type NextStep } from './layer.ts';
export type { Article, Clause, Industry, Item, RulePack, RuleSet } from './pack.ts';
export type { FactInput, FactInputs, InputProblem, ProjectInput } from './input.ts';
export type { Project } from './project.ts';
export {
  isAsked,
  listQuestions,
  nextPage,
  type Limit,
  type Page,
  type Question,
} from './questions.ts';
export { askedKey, nextTurn, type Progress, type Purpose, type Turn } from './interview.ts';
export { FactTable } from './fact-table.ts';
export {
  type BooleanFact,
  type ChoiceFact,
  type Fact,
  type Group,
  type QuantityFact,
  type Text,
  type Unit,
  type Vocabulary,
  type Work,
} from './vocabulary.ts';
export {
  type AliasTable,
  applyProposals,
  buildLexicon,
  excludes,
  type Lexicon,
  MAX_DESCRIPTION,
  type Proposal,
  type ProposalReason,
  recognise,
  type Recognised,
  type Span,
} from './description/index.ts';

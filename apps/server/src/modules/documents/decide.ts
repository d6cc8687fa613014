import type {
  Action,
  DocumentAct,
  DocumentEffect,
  DocumentServing,
  DocumentState,
  DocumentStepName,
  Role,
} from '@ludao/contracts';
import { DOCUMENT_LIMITS, emptyFields } from '@ludao/contracts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { mayReview, type Act } from '../organisations/index.ts';
import type { StoredDocument } from './model.ts';
import type { Template } from './template.ts';

/** From where each step is taken, where it leads, and by which right. */
export const STEPS: Readonly<
  Record<
    DocumentStepName,
    {
      readonly from: readonly DocumentState[];
      /** Null: it stays where it is. */
      readonly to: DocumentState | null;
      readonly right: Action;
    }
  >
> = {
  change: { from: ['DRAFT'], to: 'DRAFT', right: 'update' },
  submit: { from: ['DRAFT'], to: 'SUBMITTED', right: 'update' },
  takeBack: { from: ['SUBMITTED'], to: 'DRAFT', right: 'update' },
  discard: { from: ['DRAFT'], to: 'DISCARDED', right: 'update' },
  review: { from: ['SUBMITTED'], to: 'REVIEWED', right: 'review' },
  sign: { from: ['REVIEWED'], to: 'NUMBERED', right: 'sign' },
  seal: { from: ['NUMBERED'], to: 'SEALED', right: 'issue' },
  handToSeal: { from: ['NUMBERED'], to: null, right: 'issue' },
  collectSeal: { from: ['NUMBERED'], to: 'SEALED', right: 'issue' },
  serve: { from: ['SEALED'], to: 'SERVED', right: 'issue' },
  recordOutside: { from: ['NUMBERED', 'SEALED', 'SERVED'], to: null, right: 'issue' },
};

/** Acts that make somebody an author. */
const AUTHORING: readonly DocumentAct[] = ['DRAFTED', 'CHANGED', 'SUBMITTED'];

/** Acts that a step by that right judges: an author's, and for the signature also the review. */
export function judgedBy(right: Action): readonly DocumentAct[] {
  return right === 'sign' ? [...AUTHORING, 'REVIEWED'] : AUTHORING;
}

/** Who wants to take a step. */
export interface Stepping {
  /** Roles of the asker's posts at the document's own office. */
  readonly roles: readonly Role[];
  /** The asker's act, and those whose work it would judge. */
  readonly act: Act;
  readonly work: readonly Act[];
}

const PART = { update: 'draft', review: 'review', sign: 'sign' } as const;

/** What keeps the asker from the step; undefined where nothing does. */
export function stepFault(
  document: Pick<StoredDocument, 'state' | 'effect' | 'recordMode' | 'officialNumber'>,
  template: Template,
  step: DocumentStepName,
  { roles, act, work }: Stepping,
): Refusal | undefined {
  const { from, right } = STEPS[step];
  if (!from.includes(document.state)) {
    return refuse('DOCUMENT_NOT_THERE', { step, state: document.state, limit: from.join(',') });
  }
  if (document.effect === 'VOID') return refuse('DOCUMENT_VOID');
  if (step === 'recordOutside' && !isWaitingOutside(document))
    return refuse('NOT_TO_ENTER_OUTSIDE');
  if (step === 'serve' && !template.served) return refuse('DOCUMENT_NOT_SERVED_AT_ALL');
  const part = right === 'issue' ? null : PART[right as keyof typeof PART];
  if (part && !template.roles[part].some((role) => roles.includes(role))) {
    return refuse('DOCUMENT_ROLE', { step, roles: template.roles[part].join(',') }, 403);
  }
  const judges = step === 'review' || step === 'sign';
  if (judges && work.some((done) => !mayReview(done, act))) return refuse('OWN_WORK', {}, 403);
  return undefined;
}

/** Whether the official system still has to give its number. */
export function isWaitingOutside({
  recordMode,
  officialNumber,
}: Pick<StoredDocument, 'recordMode' | 'officialNumber'>): boolean {
  return recordMode === 'FRONT' && officialNumber === null;
}

/** Fields that the template does not have, that are too long, or that are no days. */
export function fieldsFault(
  template: Template,
  fields: Readonly<Record<string, string>>,
): Refusal | undefined {
  for (const [key, value] of Object.entries(fields)) {
    const field = template.fields.find((one) => one.key === key);
    if (!field) return refuse('FIELD_UNKNOWN', { field: key }, 422);
    const limit = field.kind === 'text' ? DOCUMENT_LIMITS.text : DOCUMENT_LIMITS.line;
    if (value.length > limit) {
      return refuse('FIELD_TOO_LONG', { field: key, value: value.length, limit }, 422);
    }
    if (field.kind !== 'text' && value.includes('\n')) {
      return refuse('FIELD_ONE_LINE', { field: key }, 422);
    }
    if (field.kind === 'date' && value !== '' && !isDay(value)) {
      return refuse('FIELD_NO_DAY', { field: key, value }, 422);
    }
  }
  return undefined;
}

/** What a draft lacks before anybody need look at it. */
export function completeFault(
  template: Template,
  fields: Readonly<Record<string, string>>,
): Refusal | undefined {
  const empty = emptyFields(template, fields);
  return empty.length > 0
    ? refuse('FIELDS_EMPTY', { field: empty[0]!, fields: empty.join(',') }, 422)
    : undefined;
}

/** Days after its announcement on which a document counts as served: 民事诉讼法 (2023) art. 95. */
const ANNOUNCED_DAYS = 30;

/**
 * From which day an addressee's periods run.
 * @returns the day 'YYYY-MM-DD', or what is missing of the service
 */
export function decideService(
  serving: Pick<DocumentServing, 'way' | 'on' | 'receiver' | 'witness' | 'consent'>,
  signedOn: string,
  today: string,
): { readonly countsFrom: string } | Refusal {
  const { way, on, receiver, witness, consent } = serving;
  if (on < signedOn) {
    return refuse('SERVED_BEFORE_SIGNED', { field: 'on', value: on, limit: signedOn }, 422);
  }
  if (on > today) return refuse('SERVED_IN_FUTURE', { field: 'on', value: on, limit: today }, 422);
  if (receiver === '' && way !== 'LEFT') {
    return refuse('SERVICE_NEEDS_RECEIVER', { field: 'receiver', way }, 422);
  }
  if (way === 'LEFT' && witness === '') {
    return refuse('SERVICE_NEEDS_WITNESS', { field: 'witness' }, 422);
  }
  if (way === 'ELECTRONIC' && !consent) {
    return refuse('SERVICE_NEEDS_CONSENT', { field: 'consent' }, 422);
  }
  return { countsFrom: way === 'ANNOUNCED' ? daysAfter(on, ANNOUNCED_DAYS) : on };
}

/** What a document about another may do to it as it stands. */
export function followUps(
  first: Pick<StoredDocument, 'state' | 'effect'>,
  hasRunning: boolean,
): readonly DocumentEffect[] {
  if (hasRunning || (first.effect !== null && first.effect !== 'CORRECT')) return [];
  switch (first.state) {
    case 'NUMBERED':
    case 'SEALED':
      return ['VOID'];
    case 'SERVED':
    case 'ARCHIVED':
      return ['CORRECT', 'WITHDRAW', 'REVOKE'];
    default:
      return [];
  }
}

/** Whether a document about another is still on its way, so that a second one has to wait. */
export function isRunning({ state, effect }: Pick<StoredDocument, 'state' | 'effect'>): boolean {
  const onItsWay = ['DRAFT', 'SUBMITTED', 'REVIEWED', 'NUMBERED', 'SEALED'].includes(state);
  return onItsWay && effect !== 'VOID';
}

/** Whether a document about another takes effect with this step: when it is served, else sealed. */
export function takesEffect(template: Template, step: DocumentStepName): boolean {
  return (
    template.effect !== null &&
    (template.served ? step === 'serve' : step === 'seal' || step === 'collectSeal')
  );
}

export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime())
    ? date.toISOString().startsWith(text)
    : false;
}

function daysAfter(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

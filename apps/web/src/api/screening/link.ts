import type { Answer, FactInput, ProjectInput } from '@ludao/rules';

/**
 * A screening in progress, or its answer, as it stands in the address. It sits in the fragment,
 * which a browser never sends to a server, so nothing of an anonymous visitor leaves the device
 * until he asks for a PDF.
 */
export interface Screening {
  readonly project: ProjectInput;
  /** The day whose law was asked, `YYYY-MM-DD`. */
  readonly on: string;
  readonly jurisdiction: string;
  /** Groups already asked; what is unknown in them stays unknown. */
  readonly asked: readonly string[];
  /** The invented parks and adoptions of the demonstration are counted too. */
  readonly demo?: boolean | undefined;
  /** The visitor wants the permit category as well. */
  readonly permit?: boolean | undefined;
  /** What was given on this very page, so that Back finds it again. */
  readonly draft?: Draft | undefined;
  /** The answer of that day, and the digest of the rules that gave it. */
  readonly answered?: Answered | undefined;
}

/** By question id; `rest:` keys say what holds for everything not ticked. */
export type Draft = Readonly<Record<string, FactInput>>;

export interface Answered {
  readonly digest: string;
  readonly floor: Answer['floor'];
  readonly ceiling: Answer['ceiling'];
  /** After relief, where that differed from the level of the law. */
  readonly level?: Exclude<Answer['level'], null> | undefined;
}

const VERSION = 1;
const LEVELS = new Set(['NOT_LISTED', 'REGISTRATION', 'FORM', 'REPORT']);
const OUTCOMES = new Set([...LEVELS, 'EXEMPT']);

/** For `#…`: the screening as base64url of its JSON. */
export function writeLink(screening: Screening): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ v: VERSION, ...screening }));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Null when the fragment is empty, cut off or not ours; its values are checked by the engine. */
export function readLink(fragment: string): Screening | null {
  const text = fragment.replace(/^#/, '');
  if (text === '') return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isScreening(value) ? value : null;
  } catch {
    return null;
  }
}

function isScreening(value: unknown): value is Screening {
  if (!isRecord(value) || value['v'] !== VERSION) return false;
  const { project, on, jurisdiction, asked, draft, answered, demo, permit } = value;
  return (
    isRecord(project) &&
    isActivityList(project['industries']) &&
    isActivityList(project['works']) &&
    (project['facts'] === undefined || isRecord(project['facts'])) &&
    (project['place'] === undefined || isRecord(project['place'])) &&
    typeof on === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(on) &&
    typeof jurisdiction === 'string' &&
    /^\d{6}$/.test(jurisdiction) &&
    Array.isArray(asked) &&
    asked.every((group) => typeof group === 'string') &&
    (demo === undefined || typeof demo === 'boolean') &&
    (permit === undefined || typeof permit === 'boolean') &&
    (draft === undefined || isRecord(draft)) &&
    (answered === undefined || isAnswered(answered))
  );
}

function isActivityList(value: unknown): boolean {
  return (
    value === undefined ||
    (Array.isArray(value) &&
      value.every(
        (entry) =>
          typeof entry === 'string' ||
          (isRecord(entry) &&
            (typeof entry['code'] === 'string' || typeof entry['work'] === 'string')),
      ))
  );
}

function isAnswered(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['digest'] === 'string' &&
    LEVELS.has(String(value['floor'])) &&
    LEVELS.has(String(value['ceiling'])) &&
    (value['level'] === undefined || OUTCOMES.has(value['level'] as string))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

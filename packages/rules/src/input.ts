import type { Place } from './reliefs/model.ts';
import type { QuantityInput } from './units.ts';

/** `null` and "unknown" say "I don't know", the same as leaving the fact out. */
export type FactInput = boolean | QuantityInput | readonly string[] | null;
export type FactInputs = Readonly<Record<string, FactInput>>;

/** What a person, a file or a link says of a project; the same shape through every door. */
export interface ProjectInput {
  readonly name?: string;
  /** GB/T 4754 codes, 2 to 4 digits; with facts of their own when there are several. */
  readonly industries?: readonly (
    | string
    | { readonly code: string; readonly facts?: FactInputs }
  )[];
  /** Things to build that are no industry, by id (see the vocabulary's works). */
  readonly works?: readonly (string | { readonly work: string; readonly facts?: FactInputs })[];
  readonly facts?: FactInputs;
  /** The park, reform area, zoning unit and shared facilities, by their ids in the lists. */
  readonly place?: Place;
  /** What is left out: unknown (default), or "no" / none wherever "none" has a meaning. */
  readonly unstated?: 'unknown' | 'no';
}

export interface InputProblem {
  readonly code: string;
  /** JSON pointer into the project. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface IndustryIndex {
  has(code: string): boolean;
}

import type { Expression } from '../expression.ts';

/** A project on a site of its own: what is said of it is then said of the whole site. */
export const NEW_SITE: Expression = { op: 'oneOf', fact: 'nature', options: ['new'] };

/** Letters and digits of a code: those that nobody confuses. */
const SIGNS = /^[0-9A-HJKMNP-TV-Z]$/;
export const CODE_LENGTH = 26;

/** A code as it was typed, read the way it was meant: no case, no blanks, O as 0, I and L as 1. */
export function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—·]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

export type CodeFault =
  | { readonly fault: 'characters'; readonly signs: string }
  | { readonly fault: 'length'; readonly count: number };

/** What is wrong with a code that was read; null for one that can be asked for. */
export function codeFault(code: string): CodeFault | null {
  const foreign = [...new Set(code)].filter((sign) => !SIGNS.test(sign));
  if (foreign.length > 0) return { fault: 'characters', signs: foreign.join('') };
  return code.length === CODE_LENGTH ? null : { fault: 'length', count: code.length };
}

/** In groups that an eye can compare. */
export function spaced(code: string): string {
  return code.replace(/(.{5})(?=.)/g, '$1 ');
}

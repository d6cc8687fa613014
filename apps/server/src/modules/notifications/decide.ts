import { kindOf, type NotificationKind } from '@ludao/contracts';
import type { Cursor } from './model.ts';

const FORMS = {
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  code: /^[0-9A-Za-z][0-9A-Za-z:._/-]{0,63}$/,
  documentNo: /^[^\s{}<>]{1,20}〔\d{4}〕\d{1,5}号$/u,
  date: /^\d{4}-\d{2}-\d{2}$/,
  count: /^\d{1,9}$/,
} as const;

/**
 * What is wrong with the params of a message: a name or free text must not get into it, and its text
 * must not have an empty blank. Undefined where nothing is.
 */
export function findWrongParam(
  kind: NotificationKind,
  params: Readonly<Record<string, string | number>>,
): string | undefined {
  const known = kindOf(kind).params;
  const extra = Object.keys(params).find((name) => !Object.hasOwn(known, name));
  if (extra !== undefined) return extra;
  return Object.entries(known).find(([name, as]) => {
    const value = String(params[name] ?? '');
    return typeof as === 'object' ? !Object.hasOwn(as, value) : !FORMS[as].test(value);
  })?.[0];
}

/** @param text of a form that the contract has checked */
export function readCursor(text: string): Cursor {
  const [part, at, id] = text.split('.');
  return { unread: part === 'u', at: new Date(Number(at)), id: id ?? '' };
}

export function writeCursor(last: {
  readonly id: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}): string {
  return `${last.readAt === null ? 'u' : 'r'}.${last.createdAt.getTime()}.${last.id}`;
}

import type { ListPack } from '@ludao/rules';
import type { Database } from '../../../platform/db.ts';
import { isRefusal, type Refusal } from '../../../platform/refusal.ts';
import { scopeOf, type Session } from '../../../platform/session.ts';
import { digestOf } from '../digest.ts';
import type { Law } from '../entry-decide.ts';
import { checkEntry } from '../entry-decide.ts';
import type { StoredEntry } from '../entry-model.ts';
import { findStored, submitEntry } from '../entry-service.ts';
import { findVersions, IN_FORCE_ENTRIES } from '../entry-store.ts';
import { toList } from '../live-law.ts';
import type { RulebookService } from '../service.ts';
import { RULEPACKS } from '../store.ts';
import { isFree, lastDayOf, readBundle, writeBundle, type Manifest } from './files.ts';

export interface Exported {
  readonly digest: string;
  readonly shippedDigest: string;
  readonly entries: number;
}

/**
 * Writes the set of packs that is in force on a day, what offices entered among them.
 * @returns null where something is in the folder already
 */
export async function exportBundle(
  database: Database,
  { rulebook, screener }: RulebookService,
  { folder, day, now }: { readonly folder: string; readonly day: string; readonly now: Date },
): Promise<Exported | null> {
  if (!isFree(folder)) return null;
  const rows = await database.lookup<StoredEntry & { demo: boolean }>(IN_FORCE_ENTRIES, [day]);
  const demo = (await database.lookup<{ demo: boolean }>('select demo from installation', []))[0];
  const isDemo = demo?.demo ?? false;
  const lists = rows
    .filter(({ topic }) => topic !== 'calendar')
    .map((entry) => toList(entry, screener, isDemo));
  const { digest: shippedDigest } = rulebook.ruleSet;
  const digest = digestOf(shippedDigest, lists);
  writeBundle(folder, RULEPACKS, rows, {
    day,
    exported_at: now.toISOString(),
    digest,
    shipped_digest: shippedDigest,
    demo: isDemo,
  });
  return { digest, shippedDigest, entries: rows.length };
}

export interface Imported {
  readonly manifest: Manifest;
  readonly results: readonly {
    readonly file: string;
    readonly title: string;
    /** `same`: in force here already. */
    readonly outcome: 'submitted' | 'same' | Refusal;
  }[];
}

/**
 * Puts the entries of a bundle before a second person here, in the name of whoever imports them.
 * Nothing of it comes into force by the import itself. Invented entries stay among invented ones.
 * @throws PackError where the bundle is not as it was written
 */
export async function importBundle(
  database: Database,
  law: Law,
  folder: string,
  by: { readonly session: Session; readonly now: Date; readonly causeId: string },
): Promise<Imported | 'demo'> {
  const { manifest, entries } = readBundle(folder);
  const [here] = await database.lookup<{ demo: boolean }>('select demo from installation', []);
  if (manifest.demo !== (here?.demo ?? false)) return 'demo';
  const provenance = `${manifest.day} ${manifest.digest}`;
  // What comes in the same bundle may be referred to, though it is not approved here yet.
  const together = { ...law, ruleSet: { ...law.ruleSet, lists: [...law.ruleSet.lists] } };
  for (const { form, key } of entries) {
    if (form.topic === 'calendar') continue;
    const stored = { ...form, key, version: 0, countsUntil: null } as unknown as StoredEntry;
    const list: ListPack = toList(stored, law, manifest.demo);
    together.ruleSet.lists.push(list);
  }
  const scope = scopeOf(by.session, { action: 'create', resource: 'rulebook_entry' });
  const results = [];
  for (const { file, form } of entries) {
    const outcome = await database.scoped(scope, async (tx) => {
      const { key, content } = checkEntry(form, together);
      const { approved } = await findVersions(tx, form.topic, key);
      const current = approved === null ? undefined : await findStored(tx, approved);
      if (current && isSame(current, content)) return 'same' as const;
      const submission = { ...form, entries: [...form.entries], supersedes: approved };
      const answer = await submitEntry(tx, submission, by, together, provenance);
      return isRefusal(answer) ? answer : ('submitted' as const);
    });
    results.push({ file, title: form.sourceTitle, outcome });
  }
  return { manifest, results };
}

/** The same rows from the same document for the same days. */
function isSame(
  current: StoredEntry,
  content: Pick<StoredEntry, 'entries' | 'sourceNo' | 'effectiveFrom' | 'effectiveTo'>,
): boolean {
  const text = (one: typeof content, to: string | null) =>
    JSON.stringify([one.sourceNo, one.effectiveFrom, to, sorted(one.entries)]);
  return text(current, lastDayOf(current)) === text(content, content.effectiveTo);
}

/** The database keeps the fields of a row in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return fields.map(([name, part]) => [name, sorted(part)]);
}

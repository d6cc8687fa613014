import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { EntryForm } from '@ludao/contracts';
import { PackError, writeYaml } from '@ludao/rules/load';
import { z } from 'zod';
import { PackFolder } from '../files.ts';
import type { StoredEntry, Submission } from '../entry-model.ts';

/** What a bundle says of itself; every other file in it is named here with its digest. */
const manifestSchema = z.strictObject({
  format: z.literal('ludao-rulebook-1'),
  day: z.iso.date(),
  exported_at: z.iso.datetime(),
  /** Of the packs with the entries in force on the day. */
  digest: z.string(),
  /** Of the packs alone, which come with the software. */
  shipped_digest: z.string(),
  demo: z.boolean(),
  files: z.array(z.strictObject({ file: z.string(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

const MANIFEST = 'bundle.yaml';
const ENTERED = 'entered';
const ENTRY = 'entry.yaml';

/** A list of an entry stands beside it, so that a bundle loads like any folder of rule packs. */
const entrySchema = z.strictObject({
  key: z.string(),
  form: EntryForm.omit({ supersedes: true }),
});

export interface BundledEntry {
  readonly file: string;
  readonly key: string;
  readonly form: Submission;
}

/** Writes packs and entries with their digests. @throws Error where the folder is not empty */
export function writeBundle(
  folder: string,
  rulepacks: string,
  entries: readonly StoredEntry[],
  head: Omit<Manifest, 'files' | 'format'>,
): void {
  cpSync(rulepacks, folder, {
    recursive: true,
    filter: (path) => relative(rulepacks, path).split(/[/\\]/)[0] !== 'demo',
  });
  for (const [index, entry] of entries.entries()) writeEntry(folder, entry, index, head.demo);
  const files = filesIn(folder).map((file) => ({ file, sha256: hashOf(join(folder, file)) }));
  const manifest: Manifest = { format: 'ludao-rulebook-1', ...head, files };
  writeFileSync(join(folder, MANIFEST), writeYaml(manifest));
}

/** Every file as it was written, and the entries in it. @throws PackError naming the file at fault */
export function readBundle(folder: string): {
  readonly manifest: Manifest;
  readonly entries: readonly BundledEntry[];
} {
  const pack = new PackFolder(folder);
  const manifest = read(pack, MANIFEST, manifestSchema);
  const named = new Map(manifest.files.map(({ file, sha256 }) => [file, sha256]));
  for (const file of filesIn(folder)) {
    if (file === MANIFEST) continue;
    if (named.get(file) === hashOf(join(folder, file))) named.delete(file);
    else throw fault(file, 'bundle.altered', 'is not as the bundle was written');
  }
  const [missing] = named.keys();
  if (missing !== undefined) throw fault(missing, 'bundle.missing', 'is named but not there');
  const files = manifest.files.filter(({ file }) => file.endsWith(`/${ENTRY}`));
  const entries = files.map(({ file }): BundledEntry => {
    const { key, form } = read(pack, file, entrySchema);
    return { file, key, form };
  });
  return { manifest, entries };
}

/** Whether a new bundle may be written there. */
export function isFree(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

function writeEntry(folder: string, entry: StoredEntry, index: number, demo: boolean): void {
  const { topic, key, district, entries, wholeList } = entry;
  const until = lastDayOf(entry);
  const form = {
    topic,
    district,
    wholeList,
    sourceTitle: entry.sourceTitle,
    sourceNo: entry.sourceNo,
    issuer: entry.issuer,
    sourceDate: entry.sourceDate,
    sourceWhere: entry.sourceWhere,
    layer: entry.layer,
    confidence: entry.confidence,
    effectiveFrom: entry.effectiveFrom,
    effectiveTo: until,
    entries,
  };
  // Keys may be in Chinese, names of folders may not.
  const place = join(folder, ENTERED, topic, String(index + 1).padStart(4, '0'));
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, ENTRY), writeYaml({ key, form }));
  if (topic === 'calendar') return;
  const list = {
    title: entry.sourceTitle,
    issuer: entry.issuer,
    document_no: entry.sourceNo,
    effective_from: entry.effectiveFrom,
    effective_to: until,
    jurisdiction: district,
    layer: entry.layer,
    confidence: entry.confidence,
    demo,
  };
  writeFileSync(join(place, 'list.yaml'), writeYaml({ topic, list, entered: true, entries }));
}

/** The document's own end, or the day before a later version began. */
export function lastDayOf({
  effectiveTo,
  countsUntil,
}: Pick<StoredEntry, 'effectiveTo' | 'countsUntil'>): string | null {
  return [effectiveTo, countsUntil].filter((day) => day !== null).toSorted()[0] ?? null;
}

function read<T>(pack: PackFolder, file: string, schema: z.ZodType<T>): T {
  const source = pack.open(file);
  const content = source.read(schema);
  if (content === null) throw new PackError(source.diagnostics);
  return content;
}

function fault(file: string, code: string, message: string): PackError {
  return new PackError([{ file, line: 1, column: 1, code, message: `${file} ${message}` }]);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

import { ROUTES } from '@ludao/contracts';
import type { ProjectCase } from '@ludao/rules';
import type { Api } from '../../platform/api.ts';
import { isUniqueViolation, type Tx } from '../../platform/db.ts';
import { isRefusal, notFound, refuse } from '../../platform/refusal.ts';
import { readUpload } from '../../platform/upload.ts';
import { previewYear } from './calendar-preview.ts';
import { checkSheet } from './entry-check.ts';
import { checkEntry } from './entry-decide.ts';
import { previewEntry, type CompareLaws } from './entry-preview.ts';
import * as service from './entry-service.ts';
import { writeEntries, writeRows } from './entry-sheet.ts';
import type { LiveLaw } from './live-law.ts';
import type { SampledEnterprise } from './preview-sample.ts';

/** More entries than an office makes in a lifetime. */
const MOST_ROWS = 10_000;
/** The workbook's own limit is smaller; this one ends a transfer. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_ENTERPRISES = 200;

/** What the entries need of the rest of the program. */
export interface EntriesDeps {
  readonly law: LiveLaw;
  readonly compare: CompareLaws;
  readonly cases: () => readonly ProjectCase[];
  readonly sampleEnterprises: (
    tx: Tx,
    district: string,
    limit: number,
  ) => Promise<readonly SampledEnterprise[]>;
}

/** What offices enter into the rulebook, and who approves it. */
export function registerEntries(api: Api, deps: EntriesDeps): void {
  const { law } = deps;
  registerReading(api, deps);

  api.serve(ROUTES.submitEntry, async ({ body, session, now, request, scoped }) => {
    const asking = { session, now, causeId: request.id };
    try {
      return await scoped((tx) => service.submitEntry(tx, body, asking, law.current()));
    } catch (error) {
      // Another county has the key, out of the asker's sight, or a colleague in the same moment.
      if (!isUniqueViolation(error, 'rulebook_entry_version_unique')) throw error;
      return refuse('ENTRY_KEY_TAKEN', { value: checkEntry(body, law.current()).key });
    }
  });

  api.serve(ROUTES.decideEntry, async ({ params, body, session, now, today, request, scoped }) => {
    const asking = { session, now, today, causeId: request.id };
    const decided = await scoped((tx) =>
      service.decide(tx, params.id, body, asking, law.current()),
    );
    // Only what is committed becomes law.
    if (!isRefusal(decided)) await law.reload();
    return decided;
  });

  api.serve(ROUTES.withdrawEntry, ({ params, session, now, today, request, scoped }) =>
    scoped((tx) => service.withdraw(tx, params.id, { session, now, today, causeId: request.id })),
  );

  api.serve(ROUTES.getEntryTemplate, ({ query, today }) => {
    const { topic, district, from = today } = query;
    const { ruleSet } = law.current();
    return writeRows(topic, [], { ruleSet, on: from, jurisdiction: district });
  });

  api.serve(ROUTES.checkEntryFile, async ({ body, query, today, scoped }) => {
    const file = await readUpload(body, MOST_BYTES);
    if (isRefusal(file)) return file;
    const asked = { ...query, from: query.from ?? today };
    const checked = await checkSheet(file.bytes, asked, law.current());
    if (isRefusal(checked)) return checked;
    const { key, ...check } = checked;
    const current = await scoped((tx) => service.findCurrentList(tx, query.topic, key));
    return { ...check, current };
  });
}

function registerReading(api: Api, deps: EntriesDeps): void {
  const { law, compare, cases, sampleEnterprises } = deps;

  api.serve(ROUTES.listEntries, async ({ query, scoped }) => ({
    ...(await scoped((tx) => service.listEntries(tx, query))),
    digest: law.current().ruleSet.digest,
  }));

  api.serve(ROUTES.exportEntries, async ({ query, scoped }) => {
    const all = { ...query, page: 1, size: MOST_ROWS };
    const { rows, total } = await scoped((tx) => service.listEntries(tx, all));
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writeEntries(rows);
  });

  api.serve(ROUTES.getEntry, async ({ params, session, today, scoped }) => {
    const entry = await scoped((tx) => service.findEntry(tx, params.id, { session, today }));
    return entry ?? notFound();
  });

  api.serve(ROUTES.exportEntryRows, async ({ params, today, scoped }) => {
    const entry = await scoped((tx) => service.findStored(tx, params.id));
    if (!entry) return notFound();
    const { topic, entries, district } = entry;
    const { ruleSet } = law.current();
    return writeRows(topic, entries, {
      ruleSet,
      on: today,
      jurisdiction: district,
    });
  });

  api.serve(ROUTES.previewEntry, async ({ params, today, scoped }) => {
    const found = await scoped(async (tx) => {
      const entry = await service.findStored(tx, params.id);
      if (!entry) return null;
      if (entry.topic === 'calendar') return { entry, year: await previewYear(tx, entry, today) };
      return {
        entry,
        enterprises: await sampleEnterprises(tx, entry.district, MOST_ENTERPRISES),
      };
    });
    if (!found) return notFound();
    if ('year' in found) return found.year;
    // Outside of the transaction: nothing is held open while projects are answered.
    const [before, after] = [law.without(found.entry), law.with(found.entry)];
    const tick = () => performance.now();
    return previewEntry({ ...found, before, after, cases: cases(), today, tick }, compare);
  });
}

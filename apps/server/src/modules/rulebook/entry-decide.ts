import type { EntryDecision, EntryForm } from '@ludao/contracts';
import type { FactTable, ListPack, RuleSet } from '@ludao/rules';
import { loadList, Source } from '@ludao/rules/load';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { mayReview, type Act } from '../organisations/index.ts';
import { ENTERED_CONFIDENCE, ENTERED_LAYER, type StoredEntry } from './entry-model.ts';

/** The law that an entry is checked against. */
export interface Law {
  readonly ruleSet: RuleSet;
  readonly table: FactTable;
}

type Content = Pick<EntryForm, 'topic' | 'district' | 'body' | 'sourceTitle' | 'sourceNo'>;

/** Whether an entry may be submitted: read by the same loader as the files of the rulebook. */
export function decideSubmission(
  form: Content,
  law: Law,
): { readonly key: string; readonly from: string } | Refusal {
  const read = readEntry('entered', form, law.table, { from: '1949-10-01', to: null, demo: false });
  if ('diagnostics' in read) {
    const { code, message } = read.diagnostics[0]!;
    return refuse('ENTRY_INVALID', { reason: code, value: message }, 422);
  }
  const [entry] = read.list.entries as unknown as [
    { id: string; jurisdiction: string; from: string; to: string | null; reliefs: string[] },
  ];
  if (entry.jurisdiction !== form.district) {
    return refuse('ENTRY_OTHER_DISTRICT', { value: entry.jurisdiction }, 422);
  }
  if (entry.to !== null && entry.to < entry.from) {
    return refuse('ENTRY_ENDS_BEFORE_START', { value: entry.to, limit: entry.from }, 422);
  }
  const known = new Set(law.ruleSet.reliefs.flatMap(({ reliefs }) => reliefs.map(({ id }) => id)));
  const unknown = entry.reliefs.find((id) => !known.has(id));
  if (unknown !== undefined) return refuse('ENTRY_RELIEF_UNKNOWN', { value: unknown }, 422);
  return { key: entry.id, from: entry.from };
}

/** Nobody approves his own work, nor does anybody in his name. */
export function decideEntry(
  entry: StoredEntry,
  decision: EntryDecision,
  { work, review }: { readonly work: Act; readonly review: Act },
): { readonly state: 'APPROVED' | 'REJECTED'; readonly reason: string | null } | Refusal {
  if (entry.state !== 'SUBMITTED') return refuse('ENTRY_DECIDED');
  if (!mayReview(work, review)) return refuse('OWN_WORK', {}, 403);
  return decision.decision === 'approve'
    ? { state: 'APPROVED', reason: null }
    : { state: 'REJECTED', reason: decision.reason };
}

/** One entry as a list of its own, in the shape and through the loader of a list's file. */
export function readEntry(
  id: string,
  { topic, district, body, sourceTitle, sourceNo }: Content,
  table: FactTable,
  counts: { readonly from: string; readonly to: string | null; readonly demo: boolean },
): { readonly list: ListPack } | { readonly diagnostics: Source['diagnostics'] } {
  const file = {
    topic,
    list: {
      title: sourceTitle,
      issuer: typeof body['adoptedBy'] === 'string' ? body['adoptedBy'] : sourceTitle,
      document_no: sourceNo,
      effective_from: counts.from,
      effective_to: counts.to,
      jurisdiction: district,
      layer: ENTERED_LAYER,
      confidence: ENTERED_CONFIDENCE,
      demo: counts.demo,
    },
    entered: true,
    entries: [body],
  };
  const source = new Source(id, JSON.stringify(file));
  const list = loadList(id, source, table);
  return list ? { list } : { diagnostics: source.diagnostics };
}

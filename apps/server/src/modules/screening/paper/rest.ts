import { reasonText } from '@ludao/contracts/reason-texts';
import { screeningZh } from '@ludao/contracts/screening-zh';
import { levelText } from '@ludao/contracts/texts';
import { LEVELS, rankOf, type Period } from '@ludao/rules';
import { heading, list, text, type Block, type Entry, type Section } from './blocks.ts';
import { packOf } from './law.ts';
import { fill, unsure, where, type FactWords, type Told } from './words.ts';

const { answer: words, procedure: procedureWords } = screeningZh;

/** What the owner does next; nothing where no formality is left. */
export function writeNextSteps(told: Told): Section | null {
  const { level, law } = told.answer;
  if (!level || level === 'EXEMPT') return null;
  const steps = packOf(told, law.pack)?.nextSteps[level] ?? [];
  if (steps.length === 0) return null;
  const entries = steps.map(({ text: step, cite }) => ({ text: step.zh, cite }));
  return { title: words.next, caution: false, blocks: [list(entries, 'numbers')] };
}

/** What an officer may have to confirm; the higher level stands until then. */
export function writeConfirmations({ answer }: Told): Section | null {
  const { confirm, presumed } = answer;
  if (confirm.length === 0 && presumed.length === 0) return null;
  const notes = confirm.map(({ state, text: note, lowerReading }) => {
    const lower = lowerReading
      ? ` ${fill(words.lowerReading, { level: levelText(lowerReading, 'zh') })}`
      : '';
    return (state === 'open' ? `${words.ifSo} ` : '') + note.zh + lower;
  });
  const items = [...notes, ...(presumed.length > 0 ? [words.presumed] : [])];
  return { title: words.confirm, caution: true, blocks: [list(items)] };
}

/** Which single fact, if it were otherwise, would put the project under another level. */
export function writeChanges({ answer, screener }: Told, facts: FactWords): Section | null {
  const { statutoryLevel: statutory, changes } = answer;
  if (!statutory || changes.length === 0) return null;
  const isBeside = (fact: string) => screener.table.getFact(fact).group === 'also';
  const levels = LEVELS.filter((other) => changes.some(({ level }) => level === other)).reverse();
  const blocks: Block[] = [text(words.changesHint, 'hint')];
  for (const other of levels) {
    const all = changes.filter(({ level }) => level === other);
    const own = all.filter(({ fact }) => !isBeside(fact)).map((change) => facts.change(change));
    const beside = new Set(
      all
        .filter(({ fact }) => isBeside(fact))
        .map((change) =>
          typeof change.to === 'string' ? facts.label(change.fact) : facts.change(change),
        ),
    );
    const rises = rankOf(other) > rankOf(statutory);
    const title = rises ? words.wouldRise : words.wouldFall;
    blocks.push(heading(fill(title, { level: levelText(other, 'zh') })));
    if (own.length > 0) blocks.push(list(own));
    if (beside.size > 0) {
      const sentence = own.length > 0 ? words.changeBeside : words.changeBesideOnly;
      blocks.push(
        text(fill(sentence, { list: [...beside].join(screeningZh.listSeparator) }), 'fine'),
      );
    }
  }
  return { title: words.changes, caution: false, blocks };
}

/** Who decides, what to bring, how long it takes, and step by step how the class was found. */
export function writeProcedure({ answer }: Told): Section | null {
  const { procedure, level } = answer;
  if (!procedure || !level) return null;
  const { offices, documents, periods, steps } = procedure;
  const blocks: Block[] = [];
  if (offices.length > 0) {
    const entries = offices.map(({ office, basis, confidence }): Entry => ({
      text: office.zh,
      cite: basis,
      ...unsure(confidence),
    }));
    blocks.push(heading(procedureWords.office), list(entries));
  }
  if (documents.length > 0) {
    const entries = documents.map(({ text: document, cite, confidence }): Entry => ({
      text: document.zh,
      cite,
      ...unsure(confidence),
    }));
    blocks.push(heading(procedureWords.documents), list(entries));
  }
  if (periods.length > 0) {
    const head = [procedureWords.event, procedureWords.length, procedureWords.basis];
    blocks.push(heading(procedureWords.periods), {
      kind: 'table',
      head,
      rows: periods.map(rowOf),
    });
  }
  const entries = steps.map(({ title, cite, state, detail, confidence }): Entry => ({
    text: title.zh,
    cite,
    state: [state, procedureWords[`state_${state}`]],
    ...(detail ? { detail: reasonText(detail, 'zh') } : {}),
    ...unsure(confidence),
  }));
  blocks.push(heading(procedureWords.steps), list(entries, 'numbers'));
  return { title: procedureWords.title, caution: false, blocks };
}

function rowOf({ event, excludes, unit, value, cite, confidence }: Period): Entry[] {
  const length =
    unit === 'at_once' ? procedureWords.at_once : fill(procedureWords[unit], { count: value });
  return [
    { text: event.zh, ...(excludes ? { detail: excludes.zh } : {}) },
    { text: length },
    { text: cite, ...unsure(confidence) },
  ];
}

/** Everything that was said of the project, so that the print stands by itself. */
export function writeFacts({ answer, stated }: Told, facts: FactWords): Section {
  const used = new Set(answer.factsUsed.map(({ fact }) => fact));
  const yes = stated.filter(({ value }) => value !== false);
  const no = stated.filter(({ value }) => value === false);
  const blocks: Block[] = [];
  if (yes.length > 0) {
    const rows = yes.map((value) => ({
      left: facts.label(value.fact) + where(value.activity),
      right: facts.value(value),
      ...(used.has(value.fact) ? { tag: words.usedFact } : {}),
    }));
    blocks.push({ kind: 'pairs', rows });
  }
  if (no.length > 0) {
    const labels = facts.labels(no.map(({ fact }) => fact));
    blocks.push(text(`${words.saidNo} ${labels}`, 'fine'));
  }
  if (answer.assumed.length > 0) {
    const intro = fill(words.assumed, { count: answer.assumed.length });
    blocks.push(text(intro + words.colon + facts.labels(answer.assumed), 'fine'));
  }
  blocks.push(text(fill(words.digest, { digest: answer.digest.slice(0, 16) }), 'fine'));
  return { title: words.facts, caution: false, blocks };
}

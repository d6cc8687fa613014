import { reasonText, tensionText } from '@ludao/contracts/reason-texts';
import { screeningZh } from '@ludao/contracts/screening-zh';
import { levelText } from '@ludao/contracts/texts';
import type { ReliefFinding } from '@ludao/rules';
import { list, text, type Block, type Section } from './blocks.ts';
import { quote } from './law.ts';
import { fill, join, type FactWords, type Told } from './words.ts';

const { answer: answerWords, relief: words } = screeningZh;
const ORDER = ['applies', 'if_adopted', 'open', 'refused'] as const;
const MARKS = { applies: '✓', if_adopted: '◇', open: '？', refused: '×' } as const;

/** As many as the page names. */
const NAMED = 8;

/** Every relief that was looked at: counted, waiting for an adoption, open or refused, and why. */
export function writeReliefs({ answer }: Told, facts: FactWords): Section | null {
  const { reliefs } = answer;
  if (reliefs.length === 0) return null;
  const shown = ORDER.flatMap((state) => reliefs.filter((relief) => relief.state === state));
  return {
    title: words.title,
    caution: false,
    blocks: [text(words.hint, 'hint'), ...shown.map((relief) => blockOf(relief, facts))],
  };
}

function blockOf(relief: ReliefFinding, facts: FactWords): Block {
  const { state, from, to, title, reasons, missing, leftOut, cites, steps, tensions } = relief;
  const name = (key: string) =>
    key === 'place' || key === 'zoning' ? words[`missing_${key}`] : facts.label(key);
  const isDone = state === 'applies' || state === 'if_adopted';
  const blocks: Block[] = [];
  if (reasons.length > 0) blocks.push(list(reasons.map((reason) => reasonText(reason, 'zh'))));
  if (missing.length > 0) {
    const rest = missing.length - NAMED;
    const named = join(missing.slice(0, NAMED).map(name));
    blocks.push(
      text(
        rest > 0
          ? fill(words.toKnowMore, { list: named, count: rest })
          : fill(words.toKnow, { list: named }),
      ),
    );
  }
  if (leftOut.length > 0 && state === 'applies') {
    blocks.push(text(fill(words.leftOut, { list: facts.labels(leftOut) })));
  }
  if (cites.length > 0) blocks.push({ kind: 'pairs', rows: cites.map(pairOf) });
  if (steps.length > 0 && isDone) {
    blocks.push(list(steps.map(({ text: step, cite }) => ({ text: step.zh, cite }))));
  }
  blocks.push(clauseOf(relief));
  if (tensions.length > 0) {
    blocks.push(
      text(words.tensions, 'hint'),
      list(
        tensions.map((code) => `${code} ${tensionText(code, 'zh')}`),
        'small',
      ),
    );
  }
  const change =
    from && to && from !== to
      ? fill(words.change, { from: levelText(from, 'zh'), to: levelText(to, 'zh') })
      : '';
  return {
    kind: 'relief',
    state,
    mark: MARKS[state],
    title: title.zh,
    standing: words[`state_${state}`],
    change,
    blocks,
  };
}

/** What a document may cite on this day, and what not, with the reason. */
function pairOf({ kind, title, validTo, refusal }: ReliefFinding['cites'][number]) {
  const usable = validTo ? fill(words.usableUntil, { day: validTo }) : words.usable;
  return {
    left: words[`cite_${kind}`] + answerWords.colon + title,
    right: refusal ? reasonText(refusal, 'zh') : usable,
  };
}

function clauseOf({ source, clause, object, quote: law, adoption }: ReliefFinding): Block {
  const head = `《${source}》${clause}${object ? ` · ${object.name}` : ''}`;
  if (!adoption) return quote(head, law);
  const { title, documentNo, adoptedBy, from, to, provincialArrangementNo } = adoption;
  const adopted = fill(words.adoption, {
    title,
    number: documentNo,
    by: adoptedBy,
    from,
    to: to ?? words.noEnd,
  });
  const arrangement = provincialArrangementNo
    ? fill(words.arrangement, { number: provincialArrangementNo })
    : '';
  return quote(head, law, [adopted + arrangement]);
}

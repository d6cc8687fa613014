import { screeningZh } from '@ludao/contracts/screening-zh';
import { levelText, permitLevelText } from '@ludao/contracts/texts';
import { listsNotEntered, type AnswerItem, type Item } from '@ludao/rules';
import { heading, list, text, type Block, type Pair, type Section } from './blocks.ts';
import { fill, levelOrRange, type Told } from './words.ts';

const { answer: words, permit: permitWords } = screeningZh;

/** The law that decided, word for word, with the part of the cell that did it marked. */
export function writeReasons(told: Told): Section {
  const { answer } = told;
  const deciding = answer.items.filter(({ decides }) => decides);
  const others = answer.items.filter(
    ({ decides, via, floor }) => !decides && (via !== 'fact' || floor !== 'NOT_LISTED'),
  );
  const nothingReached = answer.level === 'NOT_LISTED';
  const blocks = [
    ...deciding.flatMap(quoteOf),
    ...answer.articles.map(({ no, text: law }): Block => quote(no, law)),
    ...(deciding.length === 0 && answer.level === null ? [text(words.nothingYet)] : []),
  ];
  if (others.length > 0) {
    const rows = others.map((item): Pair => ({
      left: fill(words.item, { number: item.item, name: shorten(item.name) }),
      right:
        item.ceiling === 'NOT_LISTED' ? words.doesNotReach : levelOrRange(item.floor, item.ceiling),
      ...(nothingReached ? { cells: cellsOf(itemOf(told, item.item)) } : {}),
    }));
    const title = nothingReached ? words.notReached : words.alsoLooked;
    blocks.push(heading(title), { kind: 'pairs', rows });
  }
  return { title: words.why, caution: false, blocks };
}

function quoteOf({ citation, sensitiveArea, printed, via }: AnswerItem): Block[] {
  if (!citation) return [];
  const { item, name, level, quote: decisive, notes } = citation;
  const at = citation.text.indexOf(decisive);
  const isAboutAreas = sensitiveArea && decisive.includes('环境敏感区');
  return [
    {
      kind: 'quote',
      source: fill(words.cell, { number: item, name, column: levelText(level, 'zh') }),
      law: [citation.text.slice(0, at), decisive, citation.text.slice(at + decisive.length)],
      fine: [
        ...notes.map((note) => fill(words.note, { text: note })),
        ...(isAboutAreas ? [fill(words.areas, { text: sensitiveArea })] : []),
        ...(printed ? [] : [words[`via_${via}`]]),
      ],
    },
  ];
}

export function quote(source: string, law: string, fine: readonly string[] = []): Block {
  return { kind: 'quote', source, law: [law, '', ''], fine };
}

/** Law that this edition does not carry out, and lists that nobody has entered. */
export function writeCoverage(told: Told): Section {
  const { answer, screener } = told;
  const blocked = answer.status === 'beyond_edition';
  const items = packOf(told, answer.law.pack)?.items ?? [];
  const blocks: Block[] = [];
  if (answer.unencoded.length > 0) {
    const rows = answer.unencoded.map(({ item, name }): Pair => ({
      left: fill(words.item, { number: item, name }),
      right: '',
      cells: cellsOf(itemOf(told, item)),
    }));
    blocks.push(text(words.unencoded), { kind: 'pairs', rows });
  }
  if (answer.beyond.length > 0) {
    blocks.push(text(fill(words.beyondCodes, { codes: answer.beyond.join(' ') })));
  }
  const done = items.filter(({ executable }) => executable).length;
  blocks.push(text(fill(words.covered, { done, all: items.length })));
  const open = listsNotEntered(screener.ruleSet, answer.on, answer.jurisdiction);
  if (open.length > 0) {
    blocks.push(
      text(fill(words.notEntered, { count: open.length }), 'hint'),
      list(
        open.map(({ title, note }) => title + (note ? words.colon + note.zh : '')),
        'small',
      ),
    );
  }
  return { title: blocked ? words.beyond : words.coverage, caution: blocked, blocks };
}

/** Which discharge permit the same project needs, as far as what was said decides it. */
export function writePermit(told: Told): Section | null {
  const { permit } = told.answer;
  if (!permit) return null;
  const { level, floor, ceiling, law } = permit;
  const range = {
    floor: permitLevelText(floor, 'zh'),
    ceiling: permitLevelText(ceiling, 'zh'),
  };
  const blocks = [text(nameOf(), 'level')];
  if (permit.wholeSiteUnknown) blocks.push(text(permitWords.wholeSite));
  for (const { item, citation, decides } of permit.items) {
    if (!decides || !citation) continue;
    const source = { number: item, name: citation.name, title: law.title };
    blocks.push(quote(fill(permitWords.cell, source), citation.quote));
  }
  const steps = level ? packOf(told, law.pack)?.nextSteps[level] : undefined;
  if (steps) {
    blocks.push(
      list(
        steps.map(({ text: step, cite }) => ({ text: step.zh, cite })),
        'numbers',
      ),
    );
  }
  for (const { state, text: note } of permit.confirm) {
    if (state === 'applies') blocks.push(text(note.zh, 'fine'));
  }
  return { title: permitWords.title, caution: false, blocks };

  function nameOf(): string {
    if (level) return permitLevelText(level, 'zh');
    if (!permit!.wholeSiteUnknown) return fill(words.fromTo, range);
    return floor === 'NOT_LISTED' ? permitWords.byWholeSite : fill(permitWords.atLeast, range);
  }
}

export function packOf({ screener }: Told, pack: string) {
  return screener.ruleSet.packs.find(({ id }) => id === pack);
}

function itemOf(told: Told, number: number): Item | undefined {
  return packOf(told, told.answer.law.pack)?.items.find(({ no }) => no === number);
}

/** The printed cells of an item, word for word, for a person to read. */
function cellsOf(item: Item | undefined): [string, string][] {
  return (['REPORT', 'FORM', 'REGISTRATION'] as const).flatMap((level) => {
    const cell = item?.cells[level];
    return cell ? [[levelText(level, 'zh'), cell] as [string, string]] : [];
  });
}

function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

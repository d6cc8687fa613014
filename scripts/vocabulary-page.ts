import type { Fact, Item, RulePack, Text, Vocabulary } from '@ludao/rules';

/** The generated part of the vocabulary page: units, facts by group, works, contradictions, items. */
export function writeVocabulary(words: Vocabulary, catalogues: readonly RulePack[]): string {
  const items = catalogues.flatMap((pack) => pack.items);
  const units = table(
    ['unit', '中文', 'English', 'may be written', 'largest believed'],
    words.units
      .filter(({ id }) => words.facts.some((fact) => takes(fact, id)))
      .map(({ id, label, multipliers, max }) => [
        asCode(id),
        label.zh,
        label.en,
        Object.keys(multipliers).map(asCode).join(' '),
        max.toLocaleString('en'),
      ]),
  );
  const groups = words.groups.map(({ id, ask, help }) =>
    [
      `### ${id}`,
      `${ask.zh} · ${ask.en}${help ? `\n\n${help.zh} ${help.en}` : ''}`,
      table(
        ['key', 'type', '中文', 'English', 'notes'],
        words.facts.filter(({ group }) => group === id).flatMap(rowsOf),
      ),
    ].join('\n\n'),
  );
  const works = table(
    ['id', '中文', 'English', 'item'],
    words.works.map(({ id, label }) => {
      const own = items.filter((item) => item.works.includes(id));
      return [asCode(id), label.zh, label.en, own.map(({ no }) => no).join(' ')];
    }),
  );
  const contradictions = table(
    ['中文', 'English', 'facts'],
    words.contradictions.map(({ when, text }) => [
      text.zh,
      text.en,
      factsIn(when, words).map(asCode).join(' '),
    ]),
  );
  const silence = table(
    ['while', 'silence about these is not “no”'],
    [
      ...words.cores.map(({ of, facts }) => [of.map(asCode).join(' '), asList(facts)]),
      ...words.twins.map(({ when, facts }) => [
        `${factsIn(when, words).map(asCode).join(' ')} is said`,
        asList(facts),
      ]),
    ],
  );
  const confirmations = table(
    ['code', '中文', 'English'],
    [...confirmationsOf(catalogues)].map(([code, text]) => [asCode(code), text.zh, text.en]),
  );
  const carriedOut = catalogues.map(({ title, items: own }) =>
    [
      `### ${title}`,
      table(
        ['item', '项目类别', 'codes', 'works', 'reads these facts'],
        own.filter(({ executable }) => executable).map((item) => rowOfItem(item, words)),
      ),
    ].join('\n\n'),
  );
  return [
    `## Units\n\n${units}`,
    `## Facts\n\n${groups.join('\n\n')}`,
    `## Works\n\n${works}`,
    `## What contradicts itself\n\n${contradictions}`,
    `## Where silence is not “no”\n\nOf a code or work: what it is about. Of a fact: what says nearly the same. Say one of them, be it \`false\`, and the others count as “no” again where \`unstated: "no"\` is written.\n\n${silence}`,
    `## What an officer may have to confirm\n\n${confirmations}`,
    `## The items that are carried out\n\n${carriedOut.join('\n\n')}`,
  ].join('\n\n');
}

function asList(keys: readonly string[]): string {
  return keys.map(asCode).join(' ');
}

/** By code; where items say it each in their own words, the first stands for all. */
function confirmationsOf(catalogues: readonly RulePack[]): Map<string, Text> {
  const found = new Map<string, Text>();
  for (const { confirmations, items } of catalogues) {
    const own = items.flatMap((item) => item.confirmations);
    for (const { code, text } of [...confirmations, ...own]) {
      if (!found.has(code)) found.set(code, text);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function takes(fact: Fact, unit: string): boolean {
  return fact.type === 'quantity' && fact.unit === unit && !fact.derived;
}

function rowsOf(fact: Fact): string[][] {
  const { key, label, help } = fact;
  const explained = (language: 'zh' | 'en') =>
    help ? `${label[language]}<br>${help[language]}` : label[language];
  const type = { boolean: 'yes/no', choice: 'one of:', quantity: '' }[fact.type];
  const unit = fact.type === 'quantity' ? `amount, ${asCode(fact.unit)}` : '';
  const row = [
    asCode(key),
    type + unit,
    explained('zh'),
    explained('en'),
    notesOf(fact).join('; '),
  ];
  if (fact.type !== 'choice') return [row];
  const options = fact.options.map(({ id, label: name }) => [
    `↳ ${asCode(id)}`,
    'option',
    name.zh,
    name.en,
    id === fact.neutral ? 'taken when left out with `unstated: "no"`' : '',
  ]);
  return [row, ...options];
}

function notesOf(fact: Fact): string[] {
  const notes = fact.scope === 'activity' ? ['each activity'] : [];
  if (fact.type === 'boolean') {
    if (fact.codes?.yes.length) notes.push(`yes by ${fact.codes.yes.map(asCode).join(' ')}`);
    if (fact.codes?.maybe.length)
      notes.push(`say it for ${fact.codes.maybe.map(asCode).join(' ')}`);
    if (fact.presumed !== undefined) notes.push(`presumed ${fact.presumed ? 'yes' : 'no'}`);
  } else if (fact.type === 'choice') {
    if (fact.neutral === undefined) notes.push('stays unknown when left out');
    if (fact.coreOf) notes.push(`must be said for ${fact.coreOf.map(asCode).join(' ')}`);
  } else if (fact.derived) {
    const parts = Object.entries(fact.derived).map(([key, share]) => `${asCode(key)} ÷ ${share}`);
    notes.push(`never given: ${parts.join(' + ')}`);
  } else if (!fact.zeroWhenUnstated) notes.push('stays unknown when left out');
  return notes;
}

function rowOfItem(item: Item, words: Vocabulary): string[] {
  const { clauses, confirmations, gate, attachWhen } = item;
  const all = factsIn([gate, attachWhen, clauses, confirmations], words);
  const facts = all.filter((key) => !key.startsWith('area.')).map(asCode);
  const areas = all.length > facts.length ? [asCode('area.…')] : [];
  const codes = item.codes.map(
    (own) => `${asCode(own.code)}${own.star ? '★' : ''}${own.printed ? '' : '°'}`,
  );
  const joins = attachWhen ? [`joins by ${factsIn(attachWhen, words).map(asCode).join(' ')}`] : [];
  return [
    String(item.no),
    item.name.replaceAll('\n', ''),
    [...codes, ...joins].join(' '),
    item.works.map(asCode).join(' '),
    [...facts, ...areas].join(' '),
  ];
}

/** The keys of all facts that occur anywhere in a parsed condition, in the vocabulary's order. */
function factsIn(conditions: unknown, { facts }: Vocabulary): string[] {
  const text = JSON.stringify(conditions);
  const keys = new Set([...text.matchAll(/"fact":"([^"]+)"/g)].map(([, key]) => key!));
  return facts.map(({ key }) => key).filter((key) => keys.has(key));
}

function asCode(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ');
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

import { formatDiagnostic, PackError } from '@ludao/rules/load';
import { openRulebook, shippedLaw, type RulebookService } from '../modules/rulebook/index.ts';
import { runPacksExport, runPacksImport } from './packs-bundle.ts';
import { readFlags } from './usage.ts';

/** `ludao packs`: what law is loaded, and whether its cases hold; 1 when one does not. */
export function runPacks(args: string[]): Promise<number> | number {
  if (args[0] === 'export') return runPacksExport(args.slice(1));
  if (args[0] === 'import') return runPacksImport(args.slice(1));
  const { values } = readFlags(args, {
    json: { type: 'boolean' },
    folder: { type: 'string' },
  });
  let list;
  try {
    list = (values.folder === undefined ? shippedLaw() : openRulebook(values.folder)).listPacks();
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    if (values.json)
      process.stdout.write(`${JSON.stringify({ diagnostics: error.diagnostics }, null, 2)}\n`);
    for (const diagnostic of error.diagnostics)
      process.stderr.write(`${formatDiagnostic(diagnostic)}\n`);
    return 1;
  }
  if (values.json) process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
  else {
    const lines = [...list.packs.map(describe), ...describeOthers(list)];
    process.stdout.write(`${lines.join('\n')}\nsha256 ${list.digest}\n`);
  }
  return list.packs.some(({ casesFailed }) => casesFailed > 0) ? 1 : 0;
}

type PackList = ReturnType<RulebookService['listPacks']>;
type Pack = PackList['packs'][number];

function measuresOf(reliefs: PackList['reliefs'][number]['reliefs']): string {
  const numbers = new Set(reliefs.map(({ measure }) => measure));
  return [...numbers]
    .toSorted((a, b) => a - b)
    .map((number) => `M${number}`)
    .join(' ');
}

/** Reliefs, lists, clocks and tables, a line each with what it holds. */
function describeOthers({ reliefs, lists, tables, clocks }: PackList): string[] {
  return [
    ...reliefs.map(
      ({ title, documentNo, layer, reliefs: own }) =>
        `${title} · ${documentNo} · ${layer} · ${own.length} reliefs (${measuresOf(own)})`,
    ),
    ...lists.map(
      ({ title, topic, entered, entries }) =>
        `${title} · ${topic} · ${entered ? `${entries} entries` : 'not entered'}`,
    ),
    ...clocks.map(
      ({ title, documentNo, clocks: own }) => `${title} · ${documentNo} · clocks ${own.join(' ')}`,
    ),
    ...tables.map(({ title, documentNo, rows }) => `${title} · ${documentNo} · ${rows} rows`),
  ];
}

function describe(pack: Pack): string {
  const until = pack.effectiveTo ?? '—';
  const lines = [
    pack.title,
    `  ${pack.issuer} ${pack.documentNo} · edition ${pack.edition} · ${pack.effectiveFrom} … ${until}`,
    `  ${pack.jurisdiction} · ${pack.layer} · ${pack.confidence} · ${pack.id}`,
    `  items ${pack.itemsExecutable}/${pack.itemsPrinted} executable · cases ${pack.casesPassed} passed, ${pack.casesFailed} failed`,
  ];
  for (const item of pack.items.filter(({ levels }) => levels.some(({ hit }) => hit))) {
    const mark = item.executable ? '✓' : '✗';
    lines.push(`  ${mark} ${String(item.item).padStart(3)} ${item.name.slice(0, 24)}`);
    for (const { level, hit, nearMiss } of item.levels) {
      lines.push(`        ${level.padEnd(12)} hit ${place(hit)} · near miss ${place(nearMiss)}`);
    }
  }
  return [...lines, ...pack.failures.map((failure) => `  ! ${failure}`)].join('\n');
}

function place(at: string | null): string {
  return at?.split('/').at(-1) ?? '—';
}

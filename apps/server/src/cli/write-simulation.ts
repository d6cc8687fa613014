import { stripVTControlCharacters } from 'node:util';
import type { Language } from '@ludao/contracts/texts';
import type { FactTable } from '@ludao/rules';
import {
  SCALES,
  STANDINGS,
  type Both,
  type Changed,
  type Scale,
  type Simulation,
  type Standing,
} from '../modules/simulation/index.ts';
import {
  causeText,
  headLines,
  positionText,
  problemLine,
  sayIn,
  sideLine,
  standingText,
} from './simulation-texts.ts';

/** A result as plain text for a terminal: counts from A to B, what changes, and why. */
export function writeSimulation(
  simulation: Simulation,
  tables: Both<FactTable>,
  language: Language,
): string {
  const say = sayIn(language);
  const { changed, list, refused, refusals } = simulation;
  const lines = [
    ...[0, 1].map((at) => {
      const side = at as 0 | 1;
      return `${sideLine(simulation, side, language)} · sha256 ${simulation.sides[side].digest.slice(0, 12)}`;
    }),
    ...headLines(simulation, language),
  ];
  for (const scale of SCALES) {
    lines.push('', say('matrix', { scale: say(scale) }));
    lines.push(...matrixLines(simulation, scale, language));
  }
  lines.push(
    '',
    changed === 0 ? say('none_changed') : say('changed', { changed }) + more(changed, list.length),
  );
  for (const change of list) lines.push(...changeLines(change, tables, language));
  if (refused > 0) {
    lines.push('', say('refusals', { refused }) + more(refused, refusals.length));
    for (const { line, problems } of refusals) {
      const reasons = problems.map((problem) => problemLine(problem, language));
      lines.push(`  ${say('line', { line })}: ${reasons.join('; ')}`);
    }
  }
  return `${lines.join('\n')}\n`;

  function more(all: number, shown: number): string {
    return shown < all ? (language === 'zh' ? '，' : ', ') + say('listed', { shown }) : '';
  }
}

/** Standings that occur on either side, in the order of the scale. */
export function standingsMet({ matrices }: Simulation, scale: Scale): Standing[] {
  const matrix = matrices[scale];
  return STANDINGS[scale].filter(
    (standing) => matrix[standing] || Object.values(matrix).some((row) => row[standing]),
  );
}

function matrixLines(simulation: Simulation, scale: Scale, language: Language): string[] {
  const met = standingsMet(simulation, scale);
  const matrix = simulation.matrices[scale];
  const name = (standing: Standing) => standingText(scale, standing, language);
  const cells = met.map((from) => met.map((to) => matrix[from]?.[to] ?? 0));
  const table = [
    ['A \\ B', ...met.map(name), sayIn(language)('total')],
    ...met.map((from, at) => {
      const row = cells[at]!;
      return [name(from), ...row.map(String), String(row.reduce((sum, cell) => sum + cell, 0))];
    }),
  ];
  const widths = table[0]!.map((_, column) =>
    Math.max(...table.map((row) => widthOf(row[column]!))),
  );
  return table.map((row) =>
    `  ${row.map((cell, at) => (at === 0 ? pad(cell, widths[at]!, false) : pad(cell, widths[at]!, true))).join('  ')}`.trimEnd(),
  );
}

function changeLines(change: Changed, tables: Both<FactTable>, language: Language): string[] {
  const say = sayIn(language);
  const { line, name, scales, causes } = change;
  // A name comes from a file: it must not move the cursor.
  const title = name === null ? '' : ` ${stripVTControlCharacters(name).replace(/\p{Cc}/gu, ' ')}`;
  const steps = scales.map((scale) => {
    const [a, b] = [0, 1].map((side) => positionText(change, side as 0 | 1, scale, language));
    return `    ${say(scale)}: ${a} → ${b}`;
  });
  const reasons = causes.flatMap((own, side) =>
    own.map(
      (cause) =>
        `    ${say('because', { side: 'AB'[side]! })} ${causeText(cause, tables[side as 0 | 1], language)}`,
    ),
  );
  return [`  ${say('line', { line })}${title}`, ...steps, ...reasons];
}

/** Columns on a terminal: a Chinese letter takes two. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0);
}

function pad(text: string, width: number, isRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return isRight ? space + text : text + space;
}

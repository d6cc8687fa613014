import type { Language } from '@ludao/contracts/texts';
import type { FactTable } from '@ludao/rules';
import {
  SCALES,
  type Both,
  type Changed,
  type Scale,
  type Simulation,
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
import { standingsMet } from './write-simulation.ts';

/** Everything stands in the page: it opens without a network and prints on A4. */
const STYLE = `
@page { size: A4; margin: 16mm 14mm }
body { font: 10.5pt/1.5 system-ui, "Noto Sans SC", "Microsoft YaHei", sans-serif; color: #1a1a1a; max-width: 182mm; margin: 8mm auto; padding: 0 4mm }
h1 { font-size: 16pt; margin: 0 0 2mm }
h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid }
table { border-collapse: collapse; width: 100%; break-inside: auto }
th, td { border: 0.2mm solid #767676; padding: 1mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
tr { break-inside: avoid }
thead { display: table-header-group }
td.n { text-align: right; font-variant-numeric: tabular-nums }
td.same { background: #f0f0f0 }
td.moved { font-weight: 700 }
ul { margin: 0; padding-left: 4mm }
.note { color: #4a4a4a }
@media print { body { margin: 0; padding: 0; max-width: none } }
`;

/** One page of HTML in one language: which packs, the counts from A to B, what changes and why. */
export function writeReport(
  simulation: Simulation,
  tables: Both<FactTable>,
  language: Language,
): string {
  const say = sayIn(language);
  const { today, sides, changed, list, refused, refusals } = simulation;
  const shown = (all: number, some: number) =>
    some < all ? ` (${escape(say('listed', { shown: some }))})` : '';
  const packs = sides.map(
    ({ digest, titles }, at) =>
      `<tr><th scope="row">${escape(sideLine(simulation, at as 0 | 1, language))}</th><td>${titles.map(escape).join('<br>')}</td><td>${digest}</td></tr>`,
  );
  const body = [
    `<h1>${escape(say('title'))}</h1>`,
    `<p class="note">${escape(say('made', { today }))} · ${escape(say('note'))}</p>`,
    `<table><thead><tr><th scope="col">A / B</th><th scope="col">${escape(say('packs'))}</th><th scope="col">${escape(say('digest'))} (sha256)</th></tr></thead><tbody>${packs.join('')}</tbody></table>`,
    ...headLines(simulation, language).map((line) => `<p>${escape(line)}</p>`),
    ...SCALES.map((scale) => matrixOf(simulation, scale, language)),
    `<h2>${escape(changed === 0 ? say('none_changed') : say('changed', { changed }))}${shown(changed, list.length)}</h2>`,
    ...(list.length > 0 ? [changesOf(list, tables, language)] : []),
    ...(refused > 0
      ? [
          `<h2>${escape(say('refusals', { refused }))}${shown(refused, refusals.length)}</h2>`,
          `<ul>${refusals.map(({ line, problems }) => `<li>${escape(say('line', { line }))}: ${problems.map((problem) => escape(problemLine(problem, language))).join('; ')}</li>`).join('')}</ul>`,
        ]
      : []),
  ];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(say('title'))}</title>
<style>${STYLE}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

function matrixOf(simulation: Simulation, scale: Scale, language: Language): string {
  const say = sayIn(language);
  const met = standingsMet(simulation, scale);
  const head = met.map(
    (standing) => `<th scope="col">${escape(standingText(scale, standing, language))}</th>`,
  );
  const rows = met.map((from) => {
    const cells = met.map((to) => {
      const count = simulation.matrices[scale][from]?.[to] ?? 0;
      const kind = from === to ? ' same' : count > 0 ? ' moved' : '';
      return `<td class="n${kind}">${count}</td>`;
    });
    return `<tr><th scope="row">${escape(standingText(scale, from, language))}</th>${cells.join('')}</tr>`;
  });
  return `<h2>${escape(say('matrix', { scale: say(scale) }))}</h2>
<table><thead><tr><td>A \\ B</td>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function changesOf(list: readonly Changed[], tables: Both<FactTable>, language: Language): string {
  const say = sayIn(language);
  const rows = list.map((change) => {
    const steps = change.scales.map((scale) => {
      const [a, b] = [0, 1].map((side) => positionText(change, side as 0 | 1, scale, language));
      return `<li>${escape(say(scale))}: ${escape(a!)} → ${escape(b!)}</li>`;
    });
    const reasons = change.causes.flatMap((own, side) =>
      own.map(
        (cause) =>
          `<li>${'AB'[side]}: ${escape(causeText(cause, tables[side as 0 | 1], language))}</li>`,
      ),
    );
    return `<tr><td>${escape(say('line', { line: change.line }))}<br>${escape(change.name ?? '')}</td><td><ul>${steps.join('')}</ul></td><td><ul>${reasons.join('')}</ul></td></tr>`;
  });
  return `<table><thead><tr><th scope="col">${escape(say('project'))}</th><th scope="col">A → B</th><th scope="col">${escape(say('reasons'))}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

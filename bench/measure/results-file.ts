import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RESULTS = fileURLToPath(new URL('../results.md', import.meta.url));

const INTRODUCTION = `# Bench results

Each section is written by \`npm run bench -- NAME\` and holds that bench's last run. Absolute
figures belong to the machine they were measured on and move by a fifth or more between hours;
the ratios come from one interleaved run and are what to compare. Nothing in the tests depends on
any of these timings.
`;

/** Replaces one bench's section; the other sections stay as they are. */
export function writeSection(name: string, body: string, file = RESULTS): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : INTRODUCTION;
  writeFileSync(file, withSection(text, name, body));
}

/** A section that is not there yet is added at the end. */
export function withSection(text: string, name: string, body: string): string {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const section = `${begin}\n${body.trim()}\n${end}`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 && to < 0) return `${text.trimEnd()}\n\n${section}\n`;
  if (from < 0 || to < from) throw new Error(`the markers of section "${name}" are not a pair`);
  return text.slice(0, from) + section + text.slice(to + end.length);
}

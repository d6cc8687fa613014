import { fileURLToPath } from 'node:url';
import { placeholdersOf } from '@ludao/contracts';
import { PackError } from '@ludao/rules/load';
import { PackFolder } from '../rulebook/index.ts';
import { editionsOf, overlaps } from './editions.ts';
import { templateSchema, type RawTemplate } from './template-schema.ts';
import type { Template, Templates } from './template.ts';

const PACKS = fileURLToPath(new URL('../../../../../rulepacks', import.meta.url));

/** Filled in by the program, not by a person. */
export const GIVEN = ['first_number', 'first_title', 'first_day'] as const;
const OFFICE = ['review_authority', 'court'];

/** @throws PackError naming file and place of every fault */
export function openTemplates(root = PACKS): Templates {
  const folder = new PackFolder(root);
  const paths = new Set(
    ['shaoxing', 'zhejiang', 'national'].flatMap((issuer) =>
      folder.subfolders(`${issuer}/document-templates`),
    ),
  );
  const sources = [...paths].flatMap((path) => folder.yamlFiles(path));
  const templates: Template[] = [];
  for (const source of sources) {
    const raw = source.read(templateSchema);
    if (!raw) continue;
    const template = toTemplate(raw);
    for (const [where, key] of lostPlaceholders(template)) {
      source.report([where], 'template.field_unknown', `{{${key}}} is no field of the template`);
    }
    if (template.adverse !== template.remedies.length > 0) {
      source.report(
        ['remedies'],
        'template.remedies',
        'remedies stand where it burdens, and only there',
      );
    }
    if (templates.some((other) => overlaps(other, template))) {
      source.report(['effective_from'], 'template.overlap', 'two editions count on one day');
    }
    templates.push(template);
  }
  const faults = sources.flatMap(({ diagnostics }) => diagnostics);
  if (faults.length > 0) throw new PackError(faults);
  return editionsOf(templates);
}

function lostPlaceholders(template: Template): [string, string][] {
  const fields = template.fields.map(({ key }) => key);
  const given = template.effect === null ? [] : GIVEN;
  const known: readonly string[] = [...fields, ...given];
  const lost = (where: string, text: string, also: readonly string[] = []) =>
    placeholdersOf(text)
      .filter((key) => !known.includes(key) && !also.includes(key))
      .map((key): [string, string] => [where, key]);
  return [
    ...lost('title', template.title),
    ...template.body.flatMap(({ text, when }) =>
      lost('body', `${text}${when === null ? '' : `{{${when}}}`}`),
    ),
    ...template.remedies.flatMap(({ text }) => lost('remedies', text, OFFICE)),
  ];
}

function toTemplate(raw: RawTemplate): Template {
  return {
    kind: raw.kind,
    edition: raw.edition,
    effectiveFrom: raw.effective_from,
    effectiveTo: raw.effective_to,
    name: raw.name,
    use: raw.use,
    series: raw.series,
    adverse: raw.adverse,
    served: raw.served,
    effect: raw.effect,
    clocks: raw.clocks,
    act: raw.act,
    roles: raw.roles,
    retentionYears: raw.retention_years,
    restsOn: raw.rests_on,
    title: raw.title,
    fields: raw.fields,
    body: raw.body.map((part) =>
      typeof part === 'string' ? { text: part, when: null } : { text: part.text, when: part.when },
    ),
    remedies: raw.remedies,
  };
}

import { fileURLToPath } from 'node:url';
import { placeholdersOf } from '@ludao/contracts';
import { PackError } from '@ludao/rules/load';
import { PackFolder } from '../../rulebook/index.ts';
import { editionsOf, overlaps } from '../editions.ts';
import { certificateSchema, type RawCertificate } from './template-schema.ts';
import { GIVEN, type CertificateTemplate, type CertificateTemplates } from './template.ts';

const PACKS = fileURLToPath(new URL('../../../../../../rulepacks', import.meta.url));

/** @throws PackError naming file and place of every fault */
export function openCertificateTemplates(root = PACKS): CertificateTemplates {
  const folder = new PackFolder(root);
  const sources = ['shaoxing', 'zhejiang', 'national']
    .flatMap((issuer) => folder.subfolders(`${issuer}/certificate-templates`))
    .flatMap((path) => folder.yamlFiles(path));
  const templates: CertificateTemplate[] = [];
  for (const source of sources) {
    const raw = source.read(certificateSchema);
    if (!raw) continue;
    const template = toTemplate(raw);
    const keys = template.fields.map(({ key }) => key);
    const known: readonly string[] = [...keys, ...GIVEN];
    template.body.forEach((text, at) => {
      for (const key of placeholdersOf(text).filter((one) => !known.includes(one))) {
        source.report(
          ['body', at],
          'template.field_unknown',
          `{{${key}}} is no field of the template`,
        );
      }
    });
    if (new Set(known).size < known.length) {
      source.report(['fields'], 'template.field_twice', 'two fields have one key');
    }
    if (templates.some((other) => overlaps(other, template))) {
      source.report(['effective_from'], 'template.overlap', 'two editions count on one day');
    }
    if (templates.some(({ kind, pattern }) => pattern === raw.pattern && kind !== raw.kind)) {
      source.report(['pattern'], 'template.pattern_taken', 'two kinds would give the same numbers');
    }
    templates.push(template);
  }
  const faults = sources.flatMap(({ diagnostics }) => diagnostics);
  if (faults.length > 0) throw new PackError(faults);
  return editionsOf(templates);
}

function toTemplate(raw: RawCertificate): CertificateTemplate {
  const { effective_from, effective_to, rests_on, ...rest } = raw;
  return {
    ...rest,
    effectiveFrom: effective_from,
    effectiveTo: effective_to,
    restsOn: rests_on,
  };
}

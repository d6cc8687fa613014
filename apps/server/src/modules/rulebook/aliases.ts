import type { AliasTable } from '@ludao/rules';
import type { Source } from '@ludao/rules/load';
import { z } from 'zod';

const schema = z.strictObject({
  aliases: z.record(z.string(), z.array(z.string().min(1))),
  words: z.record(z.string(), z.array(z.string()).min(1)),
  steps: z.array(z.string().min(2)),
  fillers: z.array(z.string().min(1)),
});

/** Reads aliases.yaml; a code that the industry table lacks is reported at its line. */
export function loadAliases(source: Source, known: ReadonlySet<string>): AliasTable | null {
  const raw = source.read<AliasTable>(schema);
  if (!raw) return null;
  for (const code of Object.keys(raw.aliases)) {
    if (!known.has(code)) source.report(['aliases', code], 'alias.code', `no class ${code}`);
  }
  for (const [word, codes] of Object.entries(raw.words)) {
    codes.forEach((code, index) => {
      if (!known.has(code)) source.report(['words', word, index], 'alias.code', `no class ${code}`);
    });
  }
  return source.diagnostics.length > 0 ? null : raw;
}

/** What of a template says how its paper reads; the server prints by it, a screen previews by it. */
export interface PaperTemplate {
  readonly title: string;
  readonly fields: readonly {
    readonly key: string;
    readonly kind: 'line' | 'text' | 'date';
    readonly required: boolean;
  }[];
  /** Paragraphs; one with `when` is left out where that field is empty. */
  readonly body: readonly { readonly text: string; readonly when: string | null }[];
  readonly remedies: readonly { readonly text: string }[];
}

type Fields = Readonly<Record<string, string>>;

export function titleOf(template: PaperTemplate, fields: Fields): string {
  return fill(template.title, template, fields).join('');
}

/** The paper as it is printed: paragraphs in order, an empty one left out. */
export function compose(template: PaperTemplate, fields: Fields): readonly string[] {
  return template.body
    .filter(({ when }) => when === null || fields[when])
    .flatMap(({ text }) => fill(text, template, fields));
}

export function remediesOf(
  template: PaperTemplate,
  office: { readonly reviewAuthority: string; readonly court: string },
): string[] {
  const said: Fields = { review_authority: office.reviewAuthority, court: office.court };
  return template.remedies.map(({ text }) =>
    text.replace(/\{\{([a-z_]+)\}\}/g, (_, key: string) => said[key] ?? ''),
  );
}

/** Required fields that are empty. */
export function emptyFields(template: PaperTemplate, fields: Fields): readonly string[] {
  return template.fields
    .filter(({ key, required }) => required && !fields[key]?.trim())
    .map(({ key }) => key);
}

export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{([a-z_]+)\}\}/g)].map(([, key]) => key!);
}

/** A field of several lines is as many paragraphs; days read as they do on paper. */
function fill(text: string, template: PaperTemplate, fields: Fields): string[] {
  const kinds = new Map(template.fields.map(({ key, kind }) => [key, kind]));
  const [only, ...more] = placeholdersOf(text);
  if (only && more.length === 0 && kinds.get(only) === 'text') {
    const [before, after] = text.split(`{{${only}}}`) as [string, string];
    const lines = (fields[only] ?? '').split('\n').map((line) => line.trim());
    const said = lines.filter((line) => line !== '');
    if (said.length === 0) return before + after === '' ? [] : [before + after];
    return said.map(
      (line, at) => (at === 0 ? before : '') + line + (at === said.length - 1 ? after : ''),
    );
  }
  const filled = text.replace(/\{\{([a-z_]+)\}\}/g, (_, key: string) => {
    const value = fields[key] ?? '';
    return kinds.get(key) === 'date' || key === 'first_day' ? dayZh(value) : value.trim();
  });
  return [filled];
}

/** 'YYYY-MM-DD' as it stands on a Chinese paper; anything else as it is. */
export function dayZh(iso: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso;
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

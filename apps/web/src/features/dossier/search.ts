/** The day of the file, kept in the page's address. */
export function readFileSearch({ asOf }: Record<string, unknown>): { asOf?: string } {
  return typeof asOf === 'string' && /^\d{4}-\d\d-\d\d$/.test(asOf) ? { asOf } : {};
}

/** The id of a field of the form on the page, whose own parts have ids, too. */
export const fieldId = (field: string): string => `filing-${field}`;

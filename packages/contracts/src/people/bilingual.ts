/** A text in both languages; Chinese is the source. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

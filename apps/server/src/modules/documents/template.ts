import type { Bilingual, DocumentEffect, Role } from '@ludao/contracts';
import type { RecordedAct } from '@ludao/rules';
import type { Edition, Editions } from './editions.ts';
import type { RawTemplate } from './template-schema.ts';

export interface TemplateField {
  readonly key: string;
  readonly name: Bilingual;
  readonly hint: Bilingual | null;
  readonly kind: 'line' | 'text' | 'date';
  readonly required: boolean;
}

/** One kind of document in one edition: what is asked, what is printed, who does which step. */
export interface Template extends Edition {
  readonly name: Bilingual;
  readonly use: Bilingual;
  readonly series: string;
  readonly adverse: boolean;
  readonly served: boolean;
  readonly effect: DocumentEffect | null;
  /** Periods of the addressee that begin with the service. */
  readonly clocks: readonly string[];
  /** Of what an official system records; null for the office's own papers. */
  readonly act: RecordedAct | null;
  readonly roles: Readonly<Record<'draft' | 'review' | 'sign', readonly Role[]>>;
  readonly retentionYears: number | null;
  readonly restsOn: RawTemplate['rests_on'];
  readonly title: string;
  readonly fields: readonly TemplateField[];
  /** Paragraphs; one with `when` is left out where that field is empty. */
  readonly body: readonly { readonly text: string; readonly when: string | null }[];
  readonly remedies: RawTemplate['remedies'];
}

/** All editions of all templates. */
export type Templates = Editions<Template>;

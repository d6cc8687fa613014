import type { ArchiveItem } from '@ludao/contracts';
import { packedItemOf, type Packable } from '../../../platform/pack.ts';

/** A file of a packed volume before it is packed. */
export interface Packed extends Packable {
  /** The document that it belongs to; null for what the packing adds. */
  readonly document: string | null;
}

export function itemOf({ document, ...file }: Packed): ArchiveItem {
  return { ...packedItemOf(file), document };
}

/** By its first bytes; undefined for what is no paper. */
export function endingOf(bytes: Buffer): 'pdf' | 'jpg' | 'png' | undefined {
  const head = bytes.subarray(0, 4).toString('latin1');
  if (head === '%PDF') return 'pdf';
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpg';
  return head === '\u0089PNG' ? 'png' : undefined;
}

/** Pages of a PDF as typst writes it, with its page tree in plain text. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

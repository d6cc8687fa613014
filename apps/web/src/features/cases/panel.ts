import type { CaseView } from '@ludao/contracts';

/** What the part of a case that its kind has of its own is handed. */
export interface PanelProps {
  readonly found: CaseView;
}

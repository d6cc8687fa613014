import { DEFAULT_JURISDICTION, type ScreeningRequest } from '@ludao/contracts';
import type { Answer, ProjectInput, Refused, Screener } from '@ludao/rules';

/** The law, and the law with the invented entries of the demonstration. */
export interface Screeners {
  readonly screener: Screener;
  demoScreener(): Screener;
}

/**
 * Answers one request: what the law asks of the project on the day (`today` unless it says
 * otherwise). Every door goes through here, so every door gives the same answer.
 */
export function screen(law: Screeners, request: ScreeningRequest, today: string): Answer | Refused {
  const { on, jurisdiction, explain, demo, ...project } = request;
  return screenerFor(law, { demo }).screen(project as ProjectInput, {
    on: on ?? today,
    jurisdiction: jurisdiction ?? DEFAULT_JURISDICTION,
    explain: explain ?? false,
  });
}

/** The rules that a request is answered by. */
export function screenerFor(law: Screeners, { demo }: Pick<ScreeningRequest, 'demo'>): Screener {
  return demo ? law.demoScreener() : law.screener;
}

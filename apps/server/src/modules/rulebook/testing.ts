import { openRulebook, type RulebookService } from './service.ts';

let opened: RulebookService | null = null;

/** The law that ships, loaded once per test file: it is only read. */
export function theRulebook(): RulebookService {
  opened ??= openRulebook();
  return opened;
}

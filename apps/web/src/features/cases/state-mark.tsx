import { CASE_STATES, type CaseState } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';

const SIGNS: Readonly<Record<CaseState, readonly [IconName, string]>> = {
  DRAFT: ['edit', 'waits'],
  INCOMPLETE: ['edit', 'waits'],
  PREPARED: ['warn', 'waits'],
  FILED: ['check', 'done'],
  APPROVED: ['check', 'done'],
  EXEMPT: ['check', 'done'],
  SUBMITTED: ['file', 'moves'],
  ACCEPTED: ['file', 'moves'],
  INTENT: ['file', 'moves'],
  PROPOSED: ['file', 'moves'],
  NOT_ACCEPTED: ['stop', 'ended'],
  REFUSED: ['stop', 'ended'],
  VOID: ['stop', 'ended'],
  SUPERSEDED: ['info', 'quiet'],
  WITHDRAWN: ['info', 'quiet'],
  DISCARDED: ['info', 'quiet'],
};

/** Where a case stands: by colour, by sign and in words. */
export function StateMark({ state }: { readonly state: CaseState }) {
  const { i18n } = useTranslation();
  const [icon, tone] = SIGNS[state];
  return (
    <span className={`case-state ${tone}`} data-state={state}>
      <Icon name={icon} size={16} />
      {CASE_STATES[state][currentLanguage(i18n)]}
    </span>
  );
}

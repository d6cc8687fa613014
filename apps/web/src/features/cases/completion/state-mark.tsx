import { COMPLETION_STATES, type CompletionState } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon, type IconName } from '../../../ui/desk/icons.tsx';

const SIGNS: Readonly<Record<CompletionState, readonly [IconName, string]>> = {
  COMPLETED: ['edit', 'waits'],
  COMMISSIONING: ['file', 'moves'],
  RECTIFYING: ['warn', 'waits'],
  QUALIFIED: ['edit', 'waits'],
  PUBLISHED: ['eye', 'moves'],
  FILED: ['check', 'done'],
  ABANDONED: ['info', 'quiet'],
};

/** Where an acceptance stands: by colour, by sign and in words. */
export function CompletionMark({ state }: { readonly state: CompletionState }) {
  const { i18n } = useTranslation();
  const [icon, tone] = SIGNS[state];
  return (
    <span className={`case-state ${tone}`} data-state={state}>
      <Icon name={icon} size={16} />
      {COMPLETION_STATES[state][currentLanguage(i18n)]}
    </span>
  );
}

import { ENTRY_STATES, type EntryHead } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';

const ICONS: Readonly<Record<EntryHead['state'], IconName>> = {
  SUBMITTED: 'question',
  APPROVED: 'check',
  REJECTED: 'out',
  WITHDRAWN: 'close',
};

/** Where an entry stands, in words and a sign. */
export function EntryState({ state }: { readonly state: EntryHead['state'] }) {
  const { i18n } = useTranslation();
  return (
    <span className={`entry-state ${state.toLowerCase()}`}>
      <Icon name={ICONS[state]} size={16} /> {ENTRY_STATES[state][currentLanguage(i18n)]}
    </span>
  );
}

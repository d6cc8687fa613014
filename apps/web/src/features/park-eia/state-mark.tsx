import { PARK_EIA_STATES, type ParkEiaState } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';

const ICONS: Readonly<Record<ParkEiaState, IconName>> = {
  DRAFT: 'edit',
  SUBMITTED: 'eye',
  RETURNED: 'warn',
  PROPOSED: 'key',
  IN_FORCE: 'check',
  REFUSED: 'close',
  STOPPED: 'warn',
  SUPERSEDED: 'file',
  EXPIRED: 'file',
  DISCARDED: 'close',
};

/** Where a park-wide EIA stands, in words and with a sign. */
export function StateMark({ state }: { readonly state: ParkEiaState }) {
  const { i18n } = useTranslation('parkEia');
  return (
    <span className={`eia-state ${state.toLowerCase()}`}>
      <Icon name={ICONS[state]} size={15} /> {PARK_EIA_STATES[state][currentLanguage(i18n)]}
    </span>
  );
}

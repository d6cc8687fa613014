import {
  APPLICATION_STATES,
  PERMIT_STATES,
  type ApplicationState,
  type PermitState,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';

const SIGNS: Readonly<Record<PermitState, IconName>> = {
  APPLIED: 'edit',
  IN_FORCE: 'check',
  EXPIRED: 'stop',
  CANCELLED: 'stop',
  NOT_GRANTED: 'empty',
};

/** How a permit stands: a word and a sign, beside the colour. */
export function StateMark({ state }: { readonly state: PermitState }) {
  const { i18n } = useTranslation('permits');
  return (
    <span className={`permit-state ${state.toLowerCase()}`}>
      <Icon name={SIGNS[state]} size={16} /> {PERMIT_STATES[state][currentLanguage(i18n)]}
    </span>
  );
}

const APPLICATION_SIGNS: Readonly<Record<ApplicationState, IconName>> = {
  DRAFT: 'edit',
  SUBMITTED: 'upload',
  INCOMPLETE: 'warn',
  ACCEPTED: 'eye',
  PROPOSED: 'people',
  TO_RECORD: 'hand',
  IN_FORCE: 'check',
  REFUSED: 'stop',
  DECLINED: 'stop',
  WITHDRAWN: 'close',
};

export function ApplicationMark({ state }: { readonly state: ApplicationState }) {
  const { i18n } = useTranslation('permits');
  return (
    <span className={`permit-state application ${state.toLowerCase()}`}>
      <Icon name={APPLICATION_SIGNS[state]} size={16} />{' '}
      {APPLICATION_STATES[state][currentLanguage(i18n)]}
    </span>
  );
}

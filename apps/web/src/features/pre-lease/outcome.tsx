import { PRE_LEASE_OUTCOMES, type PreLeaseOutcome } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';

const ICONS: Readonly<Record<PreLeaseOutcome, IconName>> = {
  STOP: 'stop',
  OPEN: 'question',
  CONDITIONAL: 'lease',
  CLEAR: 'check',
};

/** By colour, by sign and in words. */
export function Outcome(props: { readonly outcome: PreLeaseOutcome; readonly size?: number }) {
  const { i18n } = useTranslation();
  const { outcome, size = 17 } = props;
  return (
    <span className={`outcome ${outcome.toLowerCase()}`} data-outcome={outcome}>
      <Icon name={ICONS[outcome]} size={size} />
      {PRE_LEASE_OUTCOMES[outcome][currentLanguage(i18n)]}
    </span>
  );
}

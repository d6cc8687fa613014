import { ADMISSION_STATES, type AdmissionState } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';

const ICONS: Readonly<Record<AdmissionState, IconName>> = {
  ADMITTED: 'check',
  REFUSED: 'warn',
  LEFT: 'out_of_here',
};
const TONES = { ADMITTED: 'clear', REFUSED: 'conditional', LEFT: 'left' } as const;

/** What became of an application, in words and with a sign. */
export function Outcome({
  state,
  size = 16,
}: {
  readonly state: AdmissionState;
  readonly size?: number;
}) {
  const { i18n } = useTranslation('admissions');
  return (
    <span className={`outcome ${TONES[state]}`}>
      <Icon name={ICONS[state]} size={size} /> {ADMISSION_STATES[state][currentLanguage(i18n)]}
    </span>
  );
}

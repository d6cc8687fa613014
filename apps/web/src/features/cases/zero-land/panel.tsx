import { useTranslation } from 'react-i18next';
import type { PanelProps } from '../panel.ts';
import { StateMark } from '../state-mark.tsx';

/** A retrofit without new land: where it stands. */
export function ZeroLandPanel({ found: { state } }: PanelProps) {
  const { t } = useTranslation('cases');
  return (
    <section className="sheet" aria-labelledby="zero-land">
      <h2 id="zero-land">{t('panel.zeroLand')}</h2>
      <p>
        <StateMark state={state} />
      </p>
    </section>
  );
}

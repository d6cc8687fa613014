import { useTranslation } from 'react-i18next';
import type { PanelProps } from '../panel.ts';
import { StateMark } from '../state-mark.tsx';

/** A report form or report book: where it stands. */
export function ApprovalPanel({ found: { state } }: PanelProps) {
  const { t } = useTranslation('cases');
  return (
    <section className="sheet" aria-labelledby="approval">
      <h2 id="approval">{t('panel.approval')}</h2>
      <p>
        <StateMark state={state} />
      </p>
    </section>
  );
}

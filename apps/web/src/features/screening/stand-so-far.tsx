import { levelText } from '@ludao/contracts/texts';
import { levelOf, type Engine, type Project } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

/** What is certain already, so that nobody wonders why another question comes. */
export function StandSoFar(props: { readonly engine: Engine; readonly project: Project }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const { floor, ceiling } = props.engine.evaluate(props.project);
  return (
    <p className="so-far">
      {t('wizard.soFar', {
        floor: levelText(levelOf(floor), language),
        ceiling: levelText(levelOf(ceiling), language),
      })}
    </p>
  );
}

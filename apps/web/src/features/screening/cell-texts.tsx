import { levelText } from '@ludao/contracts/texts';
import type { Item } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

/** The printed cells of an item, word for word, for a person to read. */
export function CellTexts(props: { readonly texts: Item['cells'] | undefined }) {
  const { i18n } = useTranslation();
  const language = currentLanguage(i18n);
  const { texts } = props;
  if (!texts) return null;
  return (
    <dl className="cells">
      {(['REPORT', 'FORM', 'REGISTRATION'] as const)
        .filter((level) => texts[level])
        .map((level) => (
          <div key={level}>
            <dt>{levelText(level, language)}</dt>
            <dd>{texts[level]}</dd>
          </div>
        ))}
    </dl>
  );
}

import type { FactInput, Question, Unit } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { AmountField } from './amount-field.tsx';
import { idOf, type FieldProps } from './form.ts';

/** "None" was the tick left empty; for a project about such works it is no answer at all. */
function hidesNeutral({ byTick, fact }: Question): boolean {
  return byTick || (fact.type === 'choice' && fact.coreOf !== undefined);
}

/** A choice, a yes-no question by itself, or an amount. "I don't know" is always there. */
export function QuestionField(props: FieldProps & { readonly unit: Unit | null }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const { question, value, onGive, flagged, unit } = props;
  const { fact } = question;
  if (unit) return <AmountField {...props} unit={unit} />;
  const id = idOf(question);
  const options =
    fact.type === 'choice'
      ? fact.options
          .filter(
            ({ id: option }) =>
              question.options.includes(option) &&
              (option !== fact.neutral || !hidesNeutral(question)),
          )
          .map((option) => ({ value: option.id as FactInput, text: option.label[language] }))
      : [
          { value: true, text: t('yes') },
          { value: false, text: t('no') },
        ];
  return (
    <fieldset id={id} className={flagged ? 'flagged' : undefined}>
      <legend>{fact.label[language]}</legend>
      {fact.help && <p className="hint">{fact.help[language]}</p>}
      {flagged && <p className="problem">{t('wizard.chooseOne')}</p>}
      {[...options, { value: null, text: t('unknown') }].map((option) => (
        <label key={option.text} className="option">
          <input
            type="radio"
            name={id}
            checked={value === option.value}
            onChange={() => onGive(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

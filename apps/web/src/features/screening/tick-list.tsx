import type { Question } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { isTicked, restIdOf, tickIdOf, type Rest } from './form.ts';
import type { Draft } from '../../api/screening/link.ts';

const RESTS: readonly Rest[] = ['none', 'unknown'];

/** Ticks for yes; what is left unticked is a "no" only when the visitor says so. */
export function TickList(props: {
  readonly questions: readonly Question[];
  readonly activity: number;
  readonly draft: Draft;
  readonly onGive: (id: string, value: Draft[string]) => void;
  readonly unanswered: string | null;
}) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const ticked = props.questions.filter((question) => isTicked(question, props.draft));
  const restId = restIdOf(props.activity);
  const missing = props.unanswered === restId;
  return (
    <>
      <fieldset className="ticks">
        <legend>{t('ticks.legend')}</legend>
        {props.questions.map((question) => {
          const id = tickIdOf(question);
          return (
            <label key={id} className="option">
              <input
                type="checkbox"
                checked={isTicked(question, props.draft)}
                onChange={(event) => props.onGive(id, event.target.checked ? true : null)}
              />
              <span>
                {question.fact.label[language]}
                {question.fact.help && <small>{question.fact.help[language]}</small>}
              </span>
            </label>
          );
        })}
      </fieldset>
      {ticked.length < props.questions.length && (
        <fieldset id={restId} className={missing ? 'rest flagged' : 'rest'}>
          <legend>{ticked.length > 0 ? t('ticks.rest') : t('ticks.all')}</legend>
          {missing && <p className="problem">{t('wizard.chooseOne')}</p>}
          {RESTS.map((rest) => (
            <label key={rest} className="option">
              <input
                type="radio"
                name={restId}
                checked={props.draft[restId] === rest}
                onChange={() => props.onGive(restId, rest)}
              />
              <span>{t(ticked.length > 0 ? `ticks.rest_${rest}` : `ticks.all_${rest}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

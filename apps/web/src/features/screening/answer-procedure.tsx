import { reasonText } from '@ludao/contracts/reason-texts';
import type { Answer, Period } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

/** Who decides, what to bring, how long it takes, and step by step how the class was found. */
export function ProcedureOf({ answer }: { readonly answer: Answer }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const { procedure } = answer;
  if (!procedure || !answer.level) return null;
  const { offices, documents, periods, steps } = procedure;
  return (
    <section className="card" aria-labelledby="procedure">
      <h2 id="procedure">{t('procedure.title')}</h2>
      {offices.length > 0 && (
        <>
          <h3>{t('procedure.office')}</h3>
          <ul>
            {offices.map(({ office, basis, confidence }) => (
              <li key={office.zh}>
                {office[language]} <cite>{basis}</cite> <Confidence of={confidence} />
              </li>
            ))}
          </ul>
        </>
      )}
      {documents.length > 0 && (
        <>
          <h3>{t('procedure.documents')}</h3>
          <ul>
            {documents.map(({ text, cite, confidence }) => (
              <li key={text.zh}>
                {text[language]} <cite>{cite}</cite> <Confidence of={confidence} />
              </li>
            ))}
          </ul>
        </>
      )}
      {periods.length > 0 && (
        <>
          <h3>{t('procedure.periods')}</h3>
          <table className="periods">
            <thead>
              <tr>
                <th scope="col">{t('procedure.event')}</th>
                <th scope="col">{t('procedure.length')}</th>
                <th scope="col">{t('procedure.basis')}</th>
              </tr>
            </thead>
            <tbody>
              {periods.map((period) => (
                <tr key={`${period.id} ${period.event.zh}`}>
                  <td>
                    {period.event[language]}
                    {period.excludes && <small> {period.excludes[language]}</small>}
                  </td>
                  <td>
                    <Length of={period} />
                  </td>
                  <td>
                    {period.cite} <Confidence of={period.confidence} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <details className="steps-of-law" open>
        <summary>{t('procedure.steps')}</summary>
        <ol>
          {steps.map(({ code, title, cite, state, detail, confidence }) => (
            <li key={code} data-step={code} data-state={state}>
              {title[language]} <cite>{cite}</cite>{' '}
              <span className={`state ${state}`}>{t(`procedure.state_${state}`)}</span>
              {detail && <> {reasonText(detail, language)}</>} <Confidence of={confidence} />
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function Length({ of }: { readonly of: Period }) {
  const { t } = useTranslation('screening');
  if (of.unit === 'at_once') return t('procedure.at_once');
  return t(`procedure.${of.unit}`, { count: of.value });
}

/** What was not read in the original is marked; what was needs no mark. */
function Confidence({ of }: { readonly of: string }) {
  const { t } = useTranslation('screening');
  if (of === 'verified') return null;
  return <span className="unverified">{t(`confidence.${of}`)}</span>;
}

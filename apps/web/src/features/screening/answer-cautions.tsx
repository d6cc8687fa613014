import { levelText } from '@ludao/contracts/texts';
import { listsNotEntered, type Answer, type Screener } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { CellTexts } from './cell-texts.tsx';

/** What an officer may have to confirm; the higher level stands until then. */
export function Confirmations({ answer }: { readonly answer: Answer }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  if (answer.confirm.length === 0 && answer.presumed.length === 0) return null;
  return (
    <section className="card caution">
      <h2>{t('answer.confirm')}</h2>
      <ul>
        {answer.confirm.map(({ code, item, text, state, lowerReading }) => (
          <li key={`${code} ${item}`}>
            {state === 'open' && `${t('answer.ifSo')} `}
            {text[language]}
            {lowerReading && (
              <strong>
                {' '}
                {t('answer.lowerReading', { level: levelText(lowerReading, language) })}
              </strong>
            )}
          </li>
        ))}
        {answer.presumed.length > 0 && <li>{t('answer.presumed')}</li>}
      </ul>
    </section>
  );
}

/** Law that this edition of the software does not carry out: said, never passed over. */
export function NotCovered(props: { readonly answer: Answer; readonly screener: Screener }) {
  const { t } = useTranslation('screening');
  const { answer, screener } = props;
  const pack = screener.ruleSet.packs.find(({ id }) => id === answer.law.pack);
  const items = pack?.items ?? [];
  const done = items.filter(({ executable }) => executable).length;
  const blocked = answer.status === 'beyond_edition';
  return (
    <section className={blocked ? 'card caution' : 'card quiet-card'}>
      <h2>{blocked ? t('answer.beyond') : t('answer.coverage')}</h2>
      {answer.unencoded.length > 0 && (
        <>
          <p>{t('answer.unencoded')}</p>
          <ul>
            {answer.unencoded.map(({ item, name }) => (
              <li key={item} lang="zh-CN">
                {t('answer.item', { number: item, name })}
                <CellTexts texts={items.find(({ no }) => no === item)?.cells} />
              </li>
            ))}
          </ul>
        </>
      )}
      {answer.beyond.length > 0 && (
        <p>{t('answer.beyondCodes', { codes: answer.beyond.join(' ') })}</p>
      )}
      <p>{t('answer.covered', { done, all: items.length })}</p>
      <NotEntered screener={screener} answer={answer} />
    </section>
  );
}

/** Lists that nobody has entered exempt nothing and check nothing: named, with what that means. */
function NotEntered(props: { readonly answer: Answer; readonly screener: Screener }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const { answer, screener } = props;
  const { on, jurisdiction } = answer;
  const open = listsNotEntered(screener.ruleSet, on, jurisdiction);
  if (open.length === 0) return null;
  return (
    <details className="fine">
      <summary>{t('answer.notEntered', { count: open.length })}</summary>
      <ul>
        {open.map(({ id, title, note }) => (
          <li key={id}>
            {title}
            {note && `${t('answer.colon')}${note[language]}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

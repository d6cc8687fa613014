import { levelText } from '@ludao/contracts/texts';
import type { Answer, AnswerItem, Screener } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { CellTexts } from './cell-texts.tsx';

/** The law that decided, word for word, with the part of the cell that did it marked. */
export function Reasons(props: { readonly answer: Answer; readonly screener: Screener }) {
  const { answer, screener } = props;
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const deciding = answer.items.filter(({ decides }) => decides);
  const pack = screener.ruleSet.packs.find(({ id }) => id === answer.law.pack);
  const cellsOf = ({ item }: AnswerItem) => pack?.items.find(({ no }) => no === item)?.cells;
  const others = answer.items.filter(
    ({ decides, via, floor }) => !decides && (via !== 'fact' || floor !== 'NOT_LISTED'),
  );
  return (
    <section className="card">
      <h2>{t('answer.why')}</h2>
      {deciding.map((item) => (
        <Deciding key={`${item.item} ${item.activity}`} item={item} />
      ))}
      {answer.articles.map(({ no, text }) => (
        <blockquote key={no} lang="zh-CN">
          <p className="source">{no}</p>
          <p>{text}</p>
        </blockquote>
      ))}
      {deciding.length === 0 && answer.level === null && <p>{t('answer.nothingYet')}</p>}
      {others.length > 0 && (
        <>
          <h3>{t(answer.level === 'NOT_LISTED' ? 'answer.notReached' : 'answer.alsoLooked')}</h3>
          <ul className="items">
            {others.map((item) => (
              <li key={`${item.item} ${item.activity} ${item.via}`}>
                <div lang="zh-CN">
                  {t('answer.item', { number: item.item, name: shorten(item.name) })}
                  {answer.level === 'NOT_LISTED' && <CellTexts texts={cellsOf(item)} />}
                </div>
                <span>
                  {item.floor === item.ceiling
                    ? item.floor === 'NOT_LISTED'
                      ? t('answer.doesNotReach')
                      : levelText(item.floor, language)
                    : t('answer.fromTo', {
                        floor: levelText(item.floor, language),
                        ceiling: levelText(item.ceiling, language),
                      })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Deciding({ item }: { readonly item: AnswerItem }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const { citation } = item;
  if (!citation) return null;
  const [before, after] = citation.text.split(citation.quote);
  return (
    <blockquote lang="zh-CN">
      <p className="source">
        {t('answer.cell', {
          number: citation.item,
          name: citation.name,
          column: levelText(citation.level, language),
        })}
      </p>
      <p className="law">
        {before}
        <mark>{citation.quote}</mark>
        {after}
      </p>
      {citation.notes.map((note) => (
        <p key={note} className="fine">
          {t('answer.note', { text: note })}
        </p>
      ))}
      {item.sensitiveArea && citation.quote.includes('环境敏感区') && (
        <p className="fine">{t('answer.areas', { text: item.sensitiveArea })}</p>
      )}
      {!item.printed && <p className="fine">{t(`answer.via_${item.via}`)}</p>}
    </blockquote>
  );
}

function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

import type { ScreeningAnswer } from '@ludao/contracts';
import { levelText } from '@ludao/contracts/texts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

/** The clauses that decided, word for word, and the exact rules that were asked. */
export function LawSheet({ answer }: { readonly answer: ScreeningAnswer }) {
  const { t, i18n } = useTranslation('preLease');
  const language = currentLanguage(i18n);
  const deciding = answer.items.flatMap(({ decides, citation, activity }) =>
    decides && citation ? [{ ...citation, activity }] : [],
  );
  const counted = answer.reliefs.filter(({ state }) => state === 'applies');
  const { law, digest } = answer;
  return (
    <section className="sheet law-sheet" aria-labelledby="law">
      <h2 id="law">{t('law.title')}</h2>
      {deciding.length === 0 && counted.length === 0 && (
        <p className="quiet-text">{t('law.none')}</p>
      )}
      {deciding.map(({ item, name, level, text, quote, activity }) => {
        const [before, after] = text.split(quote);
        return (
          <blockquote key={`${item} ${activity}`} lang="zh-CN">
            <p className="source">
              {t('law.cell', { number: item, name, column: levelText(level, language) })}
            </p>
            <p>
              {before}
              <mark>{quote}</mark>
              {after}
            </p>
          </blockquote>
        );
      })}
      {counted.map(({ relief, source, clause, quote, adoption }) => (
        <blockquote key={relief} lang="zh-CN">
          <p className="source">
            《{source}》{clause}
            {adoption && ` · ${adoption.documentNo}`}
          </p>
          <p>{quote}</p>
        </blockquote>
      ))}
      {answer.confirm
        .filter(({ state }) => state === 'applies')
        .map(({ code, item, text }) => (
          <p key={`${code} ${item}`}>
            <strong>{t('law.confirm')}</strong> {text[language]}
          </p>
        ))}
      <p className="fine">
        {t('law.source', { title: law.title, number: law.documentNo })}
        <br />
        {t('law.digest')} <code className="digest">{digest}</code>
      </p>
    </section>
  );
}

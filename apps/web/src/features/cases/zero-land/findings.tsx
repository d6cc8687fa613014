import {
  GRAMS_PER_TONNE_DIGITS,
  PERMIT_CHANGES,
  POLLUTANTS,
  RETROFIT_BARS,
  RETROFIT_QUESTIONS,
  writeAmount,
  type RetrofitView,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { Notice } from '../../../ui/desk/notice.tsx';

const tonnes = (grams: number | null) => writeAmount(grams ?? 0, GRAMS_PER_TONNE_DIGITS);

/** What the declaration comes to: all that stands against it, and all that is still to be said. */
export function Findings({ retrofit: { findings } }: { readonly retrofit: RetrofitView }) {
  const { t, i18n } = useTranslation('retrofits');
  const language = currentLanguage(i18n);
  const { verdict, bars, open, permit } = findings;
  const tone = { EXEMPT: 'good', NOT_EXEMPT: 'caution', OPEN: 'info' } as const;
  return (
    <div className="retrofit-findings" data-verdict={verdict}>
      <Notice tone={tone[verdict]} title={t(`verdict.${verdict}`)}>
        {bars.length > 0 && (
          <ul>
            {bars.map(({ code, pollutant, before, after, by }) => (
              <li key={`${code} ${pollutant}`}>
                {pollutant
                  ? t('grows', {
                      pollutant: POLLUTANTS[pollutant][language],
                      before: tonnes(before),
                      after: tonnes(after),
                      by: tonnes(by),
                    })
                  : code === 'NEW_LAND'
                    ? t('newLand', { count: by ?? 0 })
                    : RETROFIT_BARS[code][language]}{' '}
                <span className="fine">{RETROFIT_BARS[code].cite}</span>
              </li>
            ))}
          </ul>
        )}
        {bars.length > 0 && <p>{t('thenNormal')}</p>}
        {bars.length === 0 && open.length > 0 && <Open open={open} />}
      </Notice>
      {permit.change === 'DUE' && (
        <Notice tone="caution" title={t('permitDue')}>
          <ul>
            {permit.reasons.map((reason) => (
              <li key={reason}>
                {PERMIT_CHANGES[reason][language]}{' '}
                <span className="fine">
                  {t('permitLaw', { clause: PERMIT_CHANGES[reason].clause })}
                </span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function Open({ open }: Pick<RetrofitView['findings'], 'open'>) {
  const { t, i18n } = useTranslation('retrofits');
  const language = currentLanguage(i18n);
  const named = open.flatMap(({ pollutant }) => (pollutant ? POLLUTANTS[pollutant][language] : []));
  const others = open.filter(({ pollutant }) => pollutant === null);
  return (
    <ul>
      {others.map(({ code }) => (
        <li key={code}>{RETROFIT_QUESTIONS[code][language]}</li>
      ))}
      {named.length > 0 && (
        <li>{t('amountsOpen', { pollutants: named.join(language === 'zh' ? '、' : ', ') })}</li>
      )}
    </ul>
  );
}

import type { IssuingOffice, IssuingOffices } from '@ludao/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { today } from '../../../ui/today.ts';
import { numberOf } from './pattern.ts';
import { SeriesForm } from './series-form.tsx';
import { VoidForm } from './void-form.tsx';

/** Every series that a template asks for, set or not. */
export function SeriesList(props: {
  readonly office: IssuingOffice;
  readonly codes: IssuingOffices['codes'];
}) {
  const { office, codes } = props;
  return (
    <ul className="series-list">
      {codes.map(({ code, kinds }) => (
        <li key={code}>
          <Series
            office={office}
            code={code}
            kinds={kinds}
            series={office.series.find((one) => one.code === code)}
          />
        </li>
      ))}
    </ul>
  );
}

function Series(props: {
  readonly office: IssuingOffice;
  readonly code: string;
  readonly kinds: IssuingOffices['codes'][number]['kinds'];
  readonly series: IssuingOffice['series'][number] | undefined;
}) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const [open, setOpen] = useState<'set' | 'void' | null>(null);
  const { office, code, kinds, series } = props;
  const year = Number(today().slice(0, 4));
  const last = series?.years.find((one) => one.year === year)?.last ?? 0;
  const names = kinds.map((name) => name[language]).join(language === 'zh' ? '、' : ', ');
  return (
    <>
      <div className="series-head">
        <div>
          <strong>{names}</strong>
          {series ? (
            <p>
              <span className="code">{series.pattern}</span>{' '}
              <span className="quiet-text">
                {t('set.next', { number: numberOf(series.pattern, year, last + 1) })}
              </span>
            </p>
          ) : (
            <p className="series-missing">{t('set.notSet')}</p>
          )}
          {series && (
            <p className="fine">
              {series.years.length === 0
                ? t('set.noYears')
                : series.years
                    .map(({ year: of, last: upTo, voided }) =>
                      t('set.years', { year: of, last: upTo, voided }),
                    )
                    .join('；')}
            </p>
          )}
        </div>
        {office.may.update && open === null && (
          <div className="series-actions">
            <Button
              type={series ? 'default' : 'primary'}
              aria-label={`${t(series ? 'set.change' : 'set.set')} ${names}`}
              onClick={() => setOpen('set')}
            >
              {t(series ? 'set.change' : 'set.set')}
            </Button>
            {series && (
              <Button aria-label={`${t('set.void')} ${names}`} onClick={() => setOpen('void')}>
                {t('set.void')}
              </Button>
            )}
          </div>
        )}
      </div>
      {open === 'set' && (
        <SeriesForm office={office.id} code={code} series={series} onDone={() => setOpen(null)} />
      )}
      {open === 'void' && series && (
        <VoidForm
          office={office.id}
          code={code}
          next={numberOf(series.pattern, year, last + 1)}
          year={year}
          onDone={() => setOpen(null)}
        />
      )}
    </>
  );
}

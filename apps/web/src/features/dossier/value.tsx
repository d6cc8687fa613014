import type { DossierCell, DossierValue } from '@ludao/contracts';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { showCount, showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';

/** The values of one cell; `blank` stands where nothing is on record. */
export function Cell({ values, blank }: { readonly values: DossierCell; readonly blank: string }) {
  if (values.length === 0) return <span className="quiet-text">{blank}</span>;
  if (values.length === 1) return <Value value={values[0]!} />;
  return (
    <ul className="file-values">
      {values.map((value, at) => (
        // Values have no name of their own, and never move.
        <li key={at}>
          <Value value={value} />
        </li>
      ))}
    </ul>
  );
}

function Value({ value }: { readonly value: DossierValue }) {
  const { t, i18n } = useTranslation('dossier');
  const language = currentLanguage(i18n);
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'words':
      return value[language];
    case 'mark':
      return <span className={`file-mark ${value.tone}`}>{value[language]}</span>;
    case 'code':
      return <span className="credit-code">{value.code}</span>;
    case 'day':
      return <span className="file-day">{showDay(value.day, i18n.language)}</span>;
    case 'span':
      return <Span from={value.from} to={value.to} />;
    case 'number':
      return (
        <span className="file-number">
          {showCount(value.value, i18n.language)} {value.unit?.[language]}
        </span>
      );
    case 'county':
      return t(`desk:counties.${value.code}`, { defaultValue: value.code });
    case 'industry':
      return (
        <Fragment>
          <span className="code">{value.code}</span> {value.name}
        </Fragment>
      );
    case 'link':
      return <Target value={value} />;
  }
}

function Span({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const { t, i18n } = useTranslation('dossier');
  const begins = from === null ? t('unknown') : showDay(from, i18n.language);
  return to === null
    ? t('onwards', { from: begins })
    : t('span', { from: begins, to: showDay(to, i18n.language) });
}

function Target({ value: { to, id, text } }: { readonly value: DossierValue & { kind: 'link' } }) {
  const params = { id };
  switch (to) {
    case 'enterprise':
      return (
        <Link to="/enterprises/$id/file" params={params}>
          {text}
        </Link>
      );
    case 'park':
      return (
        <Link to="/parks/$id/file" params={params}>
          {text}
        </Link>
      );
    case 'pre_lease':
      return (
        <Link to="/pre-lease/$id" params={params}>
          {text}
        </Link>
      );
  }
}

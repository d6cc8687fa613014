import {
  CONCENTRATION_UNITS,
  GRAMS_PER_KILOGRAM_DIGITS,
  OUTLET_KINDS,
  POLLUTANTS,
  WASTEWATER_ROUTES,
  writeAmount,
  type PermitContent,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { useIndustryNames } from '../../api/industry-names.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';

/** What is permitted, as on a certificate: outlets, annual amounts, where the water goes, duties. */
export function Certificate(props: {
  readonly content: PermitContent;
  readonly isRegistration: boolean;
}) {
  const { t, i18n } = useTranslation('permits');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { content, isRegistration } = props;
  const names = useIndustryNames(content.industries);
  const unknown = <span className="quiet-text">{desk('unknown')}</span>;
  return (
    <div className="permit-content">
      <Facts
        rows={[
          { name: t('content.address'), value: content.address || unknown },
          {
            name: t('content.industries'),
            value:
              content.industries.length > 0
                ? content.industries.map((code) => `${code} ${names.get(code) ?? ''}`).join('、')
                : unknown,
          },
          {
            name: t('content.wastewater'),
            value: content.wastewater ? WASTEWATER_ROUTES[content.wastewater][language] : unknown,
          },
        ]}
      />
      {(!isRegistration || content.outlets.length > 0) && <Outlets content={content} />}
      {content.amounts.length > 0 && (
        <table className="amounts">
          <caption>{t('content.amounts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('content.pollutant')}</th>
              <th scope="col" className="end">
                {t('content.perYear')}
              </th>
            </tr>
          </thead>
          <tbody>
            {content.amounts.map(({ pollutant, gramsPerYear }) => (
              <tr key={pollutant}>
                <th scope="row">{POLLUTANTS[pollutant][language]}</th>
                <td className="end">{writeAmount(gramsPerYear, GRAMS_PER_KILOGRAM_DIGITS)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isRegistration && <Lines title={t('content.standards')} lines={content.standards} />}
      <Lines title={t('content.measures')} lines={content.measures} />
      {!isRegistration && <Lines title={t('content.monitoring')} lines={content.monitoring} />}
      {!isRegistration && <Lines title={t('content.ledger')} lines={content.ledger} />}
    </div>
  );
}

function Outlets({ content: { outlets } }: { readonly content: PermitContent }) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  if (outlets.length === 0) return <p className="quiet-text">{t('content.noOutlets')}</p>;
  return (
    // Wider than a phone: it is scrolled there, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('content.outlets')}>
      <table className="amounts outlets">
        <caption>{t('content.outlets')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('content.outlet')}</th>
            <th scope="col">{t('content.pollutant')}</th>
            <th scope="col" className="end">
              {t('content.concentration')}
            </th>
            <th scope="col">{t('content.standard')}</th>
          </tr>
        </thead>
        {outlets.map(({ code, kind, name, pollutants }) => (
          <tbody key={code}>
            {(pollutants.length > 0 ? pollutants : [null]).map((pollutant, at) => (
              <tr key={pollutant?.name ?? ''}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={Math.max(1, pollutants.length)}>
                    <span className="code">{code}</span> {name}
                    <small className="under">{OUTLET_KINDS[kind][language]}</small>
                  </th>
                )}
                <td>{pollutant?.name ?? '—'}</td>
                <td className="end">
                  {pollutant?.concentration
                    ? `${pollutant.concentration} ${
                        pollutant.unit === 'NONE'
                          ? ''
                          : CONCENTRATION_UNITS[pollutant.unit][language]
                      }`
                    : '—'}
                </td>
                <td>{pollutant?.standard ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="permit-lines">
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

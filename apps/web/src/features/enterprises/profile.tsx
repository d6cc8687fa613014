import {
  EIA_DOCUMENTS,
  PERMIT_CATEGORIES,
  POLLUTANTS,
  WASTE_ROUTES,
  type EnterpriseDetail,
} from '@ludao/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { showDay } from '../../i18n/dates.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { asCubicMetres, asKilograms, asTonnes } from './amounts.ts';
import { useWasteNames } from './waste-names.ts';

type Part = { readonly enterprise: EnterpriseDetail };

/** Permit, discharge, waste, approvals and further sites, as far as they are filled in. */
export function ProfileSections({ enterprise, permit }: Part & { readonly permit?: ReactNode }) {
  const { sites } = enterprise;
  return (
    <>
      <Discharge enterprise={enterprise} permit={permit} />
      <Wastes enterprise={enterprise} />
      <Approvals enterprise={enterprise} />
      {sites.length > 0 && <Sites enterprise={enterprise} />}
    </>
  );
}

function Discharge({ enterprise, permit }: Part & { readonly permit?: ReactNode }) {
  const { t, i18n } = useTranslation('profile');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { permitCategory, permitNumber, permitValidTo, pollutants } = enterprise;
  const litres = enterprise.wastewaterLitresPerYear;
  const blank = <span className="quiet-text">{desk('unknown')}</span>;
  const typed = [
    {
      name: t('permitCategory'),
      value: permitCategory ? PERMIT_CATEGORIES[permitCategory][language] : blank,
    },
    {
      name: t('permitNumber'),
      value: permitNumber ? <span className="code">{permitNumber}</span> : blank,
    },
    {
      name: t('permitValidTo'),
      value: permitValidTo ? showDay(permitValidTo, i18n.language) : blank,
    },
  ];
  return (
    <section className="sheet" aria-labelledby="discharge">
      <div className="section-head">
        <h2 id="discharge">{t('discharge')}</h2>
        {enterprise.may.update && (
          <LinkButton
            icon="edit"
            to="/enterprises/$id/edit"
            params={{ id: enterprise.id }}
            hash="environment"
          >
            {t('fillIn')}
          </LinkButton>
        )}
      </div>
      <Facts
        rows={[
          ...(permit ? [{ name: t('permitOnRecord'), value: permit }] : typed),
          {
            name: t('wastewaterLitresPerYear'),
            value: litres === null ? blank : t('cubicMetres', { amount: asCubicMetres(litres) }),
          },
        ]}
      />
      {pollutants.length > 0 && (
        <table className="amounts">
          <caption>{t('pollutants')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('pollutant')}</th>
              <th scope="col" className="end">
                {t('kilogramsPerYear')}
              </th>
            </tr>
          </thead>
          <tbody>
            {pollutants.map(({ pollutant, gramsPerYear }) => (
              <tr key={pollutant}>
                <th scope="row">{POLLUTANTS[pollutant][language]}</th>
                <td className="end">{t('kilograms', { amount: asKilograms(gramsPerYear) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Wastes({ enterprise: { wastes, hazardousWaste } }: Part) {
  const { t, i18n } = useTranslation('profile');
  const language = currentLanguage(i18n);
  const { names, edition } = useWasteNames(wastes.map(({ code }) => code));
  const isUnlisted = edition && wastes.some(({ code }) => !names.has(code));
  return (
    <section className="sheet" aria-labelledby="wastes">
      <h2 id="wastes">{t('wastes')}</h2>
      {wastes.length === 0 && (
        <p className="quiet-text">{t(hazardousWaste === false ? 'noWaste' : 'wasteUnknown')}</p>
      )}
      {wastes.length > 0 && (
        <table className="amounts">
          <thead>
            <tr>
              <th scope="col">{t('wasteCode')}</th>
              <th scope="col">{t('wasteName')}</th>
              <th scope="col">{t('wasteRoute')}</th>
              <th scope="col" className="end">
                {t('tonnesPerYear')}
              </th>
            </tr>
          </thead>
          <tbody>
            {wastes.map(({ code, gramsPerYear, route }) => (
              <tr key={code}>
                <th scope="row" className="code">
                  {code}
                </th>
                <td>{names.get(code)?.name ?? (edition && t('unlisted'))}</td>
                <td>{route ? WASTE_ROUTES[route][language] : t('routeUnknown')}</td>
                <td className="end">{t('tonnes', { amount: asTonnes(gramsPerYear) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isUnlisted && <p className="fine">{t('unlistedHint', { title: edition.title })}</p>}
    </section>
  );
}

function Approvals({ enterprise: { eiaApprovals } }: Part) {
  const { t, i18n } = useTranslation('profile');
  const language = currentLanguage(i18n);
  const day = (date: string) => showDay(date, i18n.language);
  return (
    <section className="sheet" aria-labelledby="approvals">
      <h2 id="approvals">{t('eiaApprovals')}</h2>
      {eiaApprovals.length === 0 && <p className="quiet-text">{t('noApprovals')}</p>}
      {eiaApprovals.length > 0 && (
        <table className="amounts">
          <thead>
            <tr>
              <th scope="col">{t('project')}</th>
              <th scope="col">{t('document')}</th>
              <th scope="col">{t('number')}</th>
              <th scope="col">{t('approvedOn')}</th>
              <th scope="col">{t('acceptedOn')}</th>
            </tr>
          </thead>
          <tbody>
            {eiaApprovals.map(({ project, document, number, approvedOn, acceptedOn }) => (
              <tr key={number}>
                <th scope="row">{project}</th>
                <td>{EIA_DOCUMENTS[document][language]}</td>
                <td>{number}</td>
                <td>{day(approvedOn)}</td>
                <td>{acceptedOn ? day(acceptedOn) : t('notAccepted')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Sites({ enterprise: { sites } }: Part) {
  const { t } = useTranslation('profile');
  return (
    <section className="sheet" aria-labelledby="sites">
      <h2 id="sites">{t('sites')}</h2>
      <Facts
        rows={sites.map(({ name, address, longitude, latitude }) => ({
          name,
          value: longitude && latitude ? `${address}（${longitude}°E，${latitude}°N）` : address,
        }))}
      />
    </section>
  );
}

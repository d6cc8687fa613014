import {
  BUILD_KINDS,
  DECLARATIONS,
  IMPACTS,
  WAN_DIGITS,
  writeAmount,
  type FilingView,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Facts } from '../../../ui/desk/facts.tsx';

/** The form as it was filled in, and who declared what. */
export function FiledForm({ filing }: { readonly filing: FilingView }) {
  const { t, i18n } = useTranslation('cases');
  const language = currentLanguage(i18n);
  const { form, declared, isMasked, catalogueItem, basis } = filing;
  const wan = (cents: number | null) =>
    cents === null ? '—' : t('form.wan', { amount: writeAmount(cents, WAN_DIGITS) });
  return (
    <section className="sheet filed-form" aria-labelledby="filed-form">
      <h2 id="filed-form">{t('form.title')}</h2>
      <Facts
        rows={[
          { name: t('form.nature'), value: form.nature ? BUILD_KINDS[form.nature][language] : '—' },
          {
            name: t('form.floorAreaM2'),
            value: form.floorAreaM2 === null ? '—' : `${form.floorAreaM2} m²`,
          },
          { name: t('form.investmentCents'), value: wan(form.investmentCents) },
          {
            name: t('form.environmentalInvestmentCents'),
            value: wan(form.environmentalInvestmentCents),
          },
          {
            name: t('form.operationOn'),
            value: form.operationOn ? showDay(form.operationOn, i18n.language) : '—',
          },
          { name: t('form.content'), value: <span className="lines">{form.content || '—'}</span> },
          ...form.impacts.map(({ kind, measure, destination }) => ({
            name: IMPACTS[kind][language],
            value: destination ? t('form.measureTo', { measure, destination }) : measure,
          })),
          { name: t('form.catalogueItem'), value: catalogueItem },
          { name: t('form.basis'), value: basis },
          { name: t('form.legalRepresentative'), value: form.legalRepresentative || '—' },
          {
            name: t('form.contact'),
            value: [form.contact, form.phone].filter(Boolean).join('　') || '—',
          },
          ...(declared
            ? [
                {
                  name: t('form.declared'),
                  value: (
                    <>
                      <ul className="declared">
                        {declared.what.map((one) => (
                          <li key={one}>{DECLARATIONS[one][language]}</li>
                        ))}
                      </ul>
                      {form.legalRepresentative}　{showDay(declared.on, i18n.language)}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {isMasked && <p className="fine">{t('form.masked')}</p>}
    </section>
  );
}

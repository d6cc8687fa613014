import type { Envelope } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIndustryNames } from '../../api/industry-names.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { CUBIC_METRE, useAmounts } from './amounts.ts';
import { writeAmount } from '@ludao/contracts';

/** What the EIA allows, in words. */
export function EnvelopeView({ envelope }: { readonly envelope: Envelope }) {
  const { t, i18n } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const names = useIndustryNames(envelope.industries);
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const { nameOf, unitOf, show } = useAmounts();
  const processName = (key: string) =>
    vocabulary?.facts.find((fact) => fact.key === key)?.label[language] ?? key;
  const { processes, conditions, totals, wastewaterLitresPerDay, distances, conclusions } =
    envelope;
  const list = (items: readonly string[]) =>
    items.length === 0 ? (
      desk('none')
    ) : (
      <ul className="plain">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  return (
    <section className="sheet" aria-labelledby="envelope">
      <h2 id="envelope">{t('envelope')}</h2>
      <Facts
        rows={[
          {
            name: t('industries'),
            value: list(envelope.industries.map((code) => `${code} ${names.get(code) ?? ''}`)),
          },
          {
            name: t('digits'),
            value:
              envelope.digits === null
                ? t('form.digitsOfPlace')
                : t('form.digitsOf', { count: envelope.digits }),
          },
          {
            name: t('processes'),
            value:
              processes.length === 0
                ? t('processesFree')
                : processes.map(processName).join(t('separator')),
          },
          {
            name: t('conditions'),
            value: list(conditions.map(({ no, text }) => `${no}　${text}`)),
          },
          {
            name: t('totals'),
            value: list(
              totals.map(
                ({ pollutant, gramsPerYear }) =>
                  `${nameOf(pollutant)} ${show(pollutant, gramsPerYear)} ${unitOf(pollutant)}`,
              ),
            ),
          },
          {
            name: t('water'),
            value:
              wastewaterLitresPerDay === null
                ? desk('none')
                : `${writeAmount(wastewaterLitresPerDay, CUBIC_METRE)} ${t('unit.water')}`,
          },
          {
            name: t('distances'),
            value: list(
              distances.map(
                ({ metres, to, text }) => `${t('metres', { count: metres })}（${to}）：${text}`,
              ),
            ),
          },
          { name: t('conclusions'), value: list(conclusions) },
        ]}
      />
    </section>
  );
}

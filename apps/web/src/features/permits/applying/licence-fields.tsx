import {
  GRAMS_PER_KILOGRAM_DIGITS,
  PERMIT_CATEGORIES,
  POLLUTANTS,
  ROUTES,
  type HeldCategory,
  type PermitContent,
  type Pollutant,
} from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { AmountInput } from '../../../ui/desk/amount-input.tsx';
import { RowEditor } from '../../../ui/desk/row-editor.tsx';
import type { Part } from './change-fields.tsx';
import { OutletsEditor } from './outlets-editor.tsx';
import { LinesField, PlaceFields } from './place-fields.tsx';

/** All that a permit lists (排污许可管理条例第十三条). */
export function LicenceFields(part: Part) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const { draft, faultOf, onChange } = part;
  const { content, category } = draft;
  const set = (next: Partial<PermitContent>) =>
    onChange({ ...draft, content: { ...content, ...next } });
  const free = (Object.keys(POLLUTANTS) as Pollutant[]).filter(
    (key) => !content.amounts.some(({ pollutant }) => pollutant === key),
  );
  const fault = faultOf('category');
  return (
    <>
      <PlaceFields {...part} />
      <div className={fault ? 'field flagged' : 'field'} id="category">
        <span className="field-label" id="category-label">
          {t('content.category')}
        </span>
        <Radio.Group
          aria-labelledby="category-label"
          options={(['SIMPLIFIED', 'KEY'] as const).map((value) => ({
            value,
            label: PERMIT_CATEGORIES[value][language],
          }))}
          value={category}
          onChange={({ target }) => onChange({ ...draft, category: target.value as HeldCategory })}
        />
        <Proposal industries={content.industries} />
        {fault && <p className="fault">{fault}</p>}
      </div>
      <OutletsEditor
        outlets={content.outlets}
        fault={faultOf('outlets')}
        onChange={(outlets) => set({ outlets })}
      />
      <RowEditor
        id="amounts"
        label={t('content.amounts')}
        hint={t('form.amountsHint')}
        fault={faultOf('amounts')}
        rows={content.amounts}
        most={Object.keys(POLLUTANTS).length}
        add={t('form.addAmount')}
        remove={({ pollutant }) => t('form.remove', { what: POLLUTANTS[pollutant][language] })}
        make={() => ({ pollutant: free[0] ?? 'COD', gramsPerYear: 0 })}
        onChange={(amounts) => set({ amounts })}
      >
        {({ pollutant, gramsPerYear }, change) => (
          <>
            <div className="cell">
              <span className="cell-label">{t('content.pollutant')}</span>
              <Select
                aria-label={t('content.pollutant')}
                options={(Object.keys(POLLUTANTS) as Pollutant[])
                  .filter((key) => key === pollutant || free.includes(key))
                  .map((value) => ({ value, label: POLLUTANTS[value][language] }))}
                value={pollutant}
                onChange={(chosen: Pollutant) => change({ pollutant: chosen })}
              />
            </div>
            <div className="cell">
              <span className="cell-label">{t('content.perYear')}</span>
              <AmountInput
                wiring={{ 'aria-label': `${POLLUTANTS[pollutant][language]} kg/a` }}
                digits={GRAMS_PER_KILOGRAM_DIGITS}
                unit="kg/a"
                value={gramsPerYear === 0 ? null : gramsPerYear}
                onChange={(grams) => change({ gramsPerYear: grams ?? 0 })}
              />
            </div>
          </>
        )}
      </RowEditor>
      <LinesField {...part} name="measures" />
      <LinesField {...part} name="monitoring" />
      <LinesField {...part} name="ledger" />
    </>
  );
}

/** What the permit catalogue says of these industries, as far as the codes alone decide it. */
function Proposal({ industries }: { readonly industries: readonly string[] }) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const { data } = useQuery({
    queryKey: ['permit-proposal', industries],
    enabled: industries.length > 0,
    staleTime: Infinity,
    queryFn: ({ signal }) => ask(ROUTES.screen, { body: { industries: [...industries] } }, signal),
  });
  const permit = data?.permit;
  if (!permit) return null;
  const name = (level: string) =>
    level === 'NOT_LISTED'
      ? PERMIT_CATEGORIES.NONE[language]
      : PERMIT_CATEGORIES[level as HeldCategory][language];
  return (
    <p className="hint" role="status">
      {permit.level
        ? t('form.proposal', { level: name(permit.level) })
        : t('form.proposalRange', { floor: name(permit.floor), ceiling: name(permit.ceiling) })}
    </p>
  );
}

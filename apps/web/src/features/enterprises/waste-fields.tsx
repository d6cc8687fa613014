import {
  GRAMS_PER_TONNE_DIGITS,
  PROFILE_LIMITS,
  ROUTES,
  WASTE_ROUTES,
  type WasteRoute,
} from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { AmountInput } from '../../ui/desk/amount-input.tsx';
import { useLater } from '../../ui/desk/later.ts';
import { RowEditor } from '../../ui/desk/row-editor.tsx';
import type { Part } from './profile-fields.tsx';
import { useWasteNames } from './waste-names.ts';

/** Hazardous waste by the codes of the national list, with tonnes a year and who takes it. */
export function WasteFields({ draft, faultOf, notes, onChange }: Part) {
  const { t, i18n } = useTranslation('profile');
  const language = currentLanguage(i18n);
  return (
    <RowEditor
      id="wastes"
      label={t('wastes')}
      hint={t('wastesHint')}
      fault={faultOf('wastes')}
      note={notes.wastes}
      rows={draft.wastes}
      most={PROFILE_LIMITS.wastes}
      add={t('addWaste')}
      remove={({ code }, at) => t('remove', { what: code || t('rowNumber', { at: at + 1 }) })}
      make={() => ({ code: '', gramsPerYear: 0, route: null })}
      onChange={(wastes) =>
        onChange(wastes.length > 0 ? { wastes, hazardousWaste: true } : { wastes })
      }
    >
      {({ code, gramsPerYear, route }, set, at) => (
        <>
          <div className="cell wide">
            <span className="cell-label">{t('wasteCode')}</span>
            <WasteCode code={code} at={at} onChange={(next) => set({ code: next })} />
          </div>
          <div className="cell">
            <span className="cell-label">{t('amount')}</span>
            <AmountInput
              wiring={{
                'aria-label': t('amountOf', { what: code || t('rowNumber', { at: at + 1 }) }),
              }}
              digits={GRAMS_PER_TONNE_DIGITS}
              unit={t('perYear.tonnes')}
              value={gramsPerYear === 0 ? null : gramsPerYear}
              onChange={(grams) => set({ gramsPerYear: grams ?? 0 })}
            />
          </div>
          <div className="cell">
            <span className="cell-label">{t('wasteRoute')}</span>
            <Select
              aria-label={t('wasteRoute')}
              allowClear
              placeholder={t('routeUnknown')}
              options={(Object.keys(WASTE_ROUTES) as WasteRoute[]).map((value) => ({
                value,
                label: WASTE_ROUTES[value][language],
              }))}
              value={route}
              onChange={(chosen: WasteRoute | undefined) => set({ route: chosen ?? null })}
            />
          </div>
        </>
      )}
    </RowEditor>
  );
}

/** Found by word, pinyin or code; a code of a later list can be typed as it is. */
function WasteCode(props: {
  readonly code: string;
  readonly at: number;
  readonly onChange: (code: string) => void;
}) {
  const { t } = useTranslation('profile');
  const { code } = props;
  const [word, find] = useLater('');
  const { data } = useQuery({
    queryKey: ['wastes', 'find', word],
    enabled: word !== '',
    queryFn: ({ signal }) => ask(ROUTES.findWastes, { query: { q: word, limit: 20 } }, signal),
  });
  const { names, edition } = useWasteNames([code]);
  const known = names.get(code);
  return (
    <>
      <AutoComplete
        aria-label={t('wasteCodeAt', { at: props.at + 1 })}
        style={{ width: '100%' }}
        options={(data?.wastes ?? []).map((waste) => ({
          value: waste.code,
          label: `${waste.code} ${waste.name}：${waste.description}`,
        }))}
        placeholder={t('wasteCodeHint')}
        value={code}
        onSearch={find}
        onChange={(next: string) => props.onChange(next.normalize('NFKC').trim())}
      />
      {known && (
        <span className="cell-hint">{`${known.category} ${known.name}：${known.description}`}</span>
      )}
      {!known && edition && (
        <span className="cell-hint caution">{t('unlistedHint', { title: edition.title })}</span>
      )}
    </>
  );
}

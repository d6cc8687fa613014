import { WASTEWATER_ROUTES, type PermitContent, type WastewaterRoute } from '@ludao/contracts';
import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { IndustryPicker } from '../../../api/industry-picker.tsx';
import { currentLanguage } from '../../../i18n/index.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { linesOf } from '../draft.ts';
import type { Part } from './change-fields.tsx';

/** Where it is, what is made there, and where the wastewater goes. */
export function PlaceFields({ draft, faultOf, onChange }: Part) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const { content } = draft;
  const set = (next: Partial<PermitContent>) =>
    onChange({ ...draft, content: { ...content, ...next } });
  const fault = faultOf('wastewater');
  return (
    <>
      <Field id="address" label={t('content.address')} fault={faultOf('address')}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={200}
            value={content.address}
            onChange={({ target }) => set({ address: target.value })}
          />
        )}
      </Field>
      <Field
        id="industries"
        label={t('content.industries')}
        hint={t('form.industriesHint')}
        fault={faultOf('industries')}
      >
        {(wiring) => (
          <IndustryPicker
            wiring={wiring}
            value={content.industries}
            onChange={(industries) => set({ industries })}
          />
        )}
      </Field>
      <div className={fault ? 'field flagged' : 'field'} id="wastewater">
        <span className="field-label" id="wastewater-label">
          {t('content.wastewater')}
        </span>
        <Radio.Group
          className="choices"
          aria-labelledby="wastewater-label"
          options={(Object.keys(WASTEWATER_ROUTES) as WastewaterRoute[]).map((value) => ({
            value,
            label: WASTEWATER_ROUTES[value][language],
          }))}
          value={content.wastewater}
          onChange={({ target }) => set({ wastewater: target.value as WastewaterRoute })}
        />
        {fault && <p className="fault">{fault}</p>}
      </div>
    </>
  );
}

/** Several lines of text, one duty or measure to a line. */
export function LinesField({
  name,
  draft,
  faultOf,
  onChange,
}: Part & { readonly name: 'measures' | 'monitoring' | 'ledger' | 'standards' }) {
  const { t } = useTranslation('permits');
  const lines = draft.content[name];
  return (
    <Field
      id={name}
      label={t(`content.${name}`)}
      hint={t(`form.${name}Hint`)}
      fault={faultOf(name)}
    >
      {(wiring) => (
        <Input.TextArea
          {...wiring}
          rows={Math.max(2, lines.length)}
          defaultValue={lines.join('\n')}
          onChange={({ target }) =>
            onChange({ ...draft, content: { ...draft.content, [name]: linesOf(target.value) } })
          }
        />
      )}
    </Field>
  );
}

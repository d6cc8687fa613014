import { ENVELOPE_LIMITS } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { IndustryPicker } from '../../api/industry-picker.tsx';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Field } from '../../ui/desk/field.tsx';
import { RowEditor } from '../../ui/desk/row-editor.tsx';
import type { Draft, DraftFault } from './draft.ts';

/** Which industry, which processes, under which conditions. */
export function EnvelopeFields(props: {
  readonly draft: Draft;
  readonly faultOf: (field: DraftFault) => string | undefined;
  readonly onChange: (next: Partial<Draft>) => void;
}) {
  const { t, i18n } = useTranslation('parkEia');
  const language = currentLanguage(i18n);
  const { draft, faultOf, onChange } = props;
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const processes = (vocabulary?.facts ?? []).filter(
    ({ key, type }) => type === 'boolean' && key.startsWith('process.'),
  );
  return (
    <section aria-labelledby="who-fits">
      <h2 id="who-fits">{t('form.whoFits')}</h2>
      <Field
        id="industries"
        label={t('industries')}
        hint={t('form.industriesHint')}
        fault={faultOf('industries')}
      >
        {(wiring) => (
          <IndustryPicker
            wiring={wiring}
            value={draft.industries}
            onChange={(industries) => onChange({ industries })}
          />
        )}
      </Field>
      <Field id="digits" label={t('digits')} hint={t('form.digitsHint')}>
        {(wiring) => (
          <Select
            {...wiring}
            options={[
              { value: 0, label: t('form.digitsOfPlace') },
              { value: 4, label: t('form.digitsOf', { count: 4 }) },
              { value: 3, label: t('form.digitsOf', { count: 3 }) },
            ]}
            value={draft.digits ?? 0}
            onChange={(digits: 0 | 3 | 4) => onChange({ digits: digits === 0 ? null : digits })}
          />
        )}
      </Field>
      <Field id="processes" label={t('processes')} hint={t('form.processesHint')}>
        {(wiring) => (
          <Select
            {...wiring}
            mode="multiple"
            maxCount={ENVELOPE_LIMITS.processes}
            showSearch={{ optionFilterProp: 'label' }}
            options={processes.map(({ key, label }) => ({ value: key, label: label[language] }))}
            value={[...draft.processes]}
            onChange={(chosen: string[]) => onChange({ processes: chosen })}
          />
        )}
      </Field>
      <RowEditor
        id="conditions"
        label={t('conditions')}
        hint={t('form.conditionsHint')}
        fault={faultOf('conditions')}
        rows={draft.conditions}
        most={ENVELOPE_LIMITS.conditions}
        add={t('form.addCondition')}
        remove={({ no }, at) => t('form.remove', { what: no || `${t('conditions')} ${at + 1}` })}
        make={() => ({
          no: t('form.conditionNo', { count: draft.conditions.length + 1 }),
          text: '',
          when: '',
        })}
        onChange={(conditions) => onChange({ conditions })}
      >
        {(row, set) => (
          <>
            <label>
              <span className="cell-label">{t('condition.no')}</span>
              <Input
                maxLength={40}
                value={row.no}
                onChange={(event) => set({ no: event.target.value })}
              />
            </label>
            <label className="wide">
              <span className="cell-label">{t('condition.text')}</span>
              <Input
                maxLength={500}
                value={row.text}
                onChange={(event) => set({ text: event.target.value })}
              />
            </label>
            <label className="wide">
              <span className="cell-label">{t('condition.when')}</span>
              <Input
                className="code"
                maxLength={500}
                value={row.when}
                onChange={(event) => set({ when: event.target.value })}
              />
            </label>
          </>
        )}
      </RowEditor>
    </section>
  );
}

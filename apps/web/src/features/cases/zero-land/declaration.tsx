import {
  PERMIT_CHANGES,
  RETROFIT_BASELINES,
  RETROFIT_KINDS,
  type Bilingual,
  type FileView,
  type PermitChange,
  type RetrofitForm,
  type RetrofitKind,
  type RetrofitView,
} from '@ludao/contracts';
import { Button, Input, Radio, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FileUpload } from '../../../api/file-upload.tsx';
import { currentLanguage } from '../../../i18n/index.ts';
import { AmountInput, UNREADABLE } from '../../../ui/desk/amount-input.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { Refused } from '../refused.tsx';
import { AmountsTable, rowOf } from './amounts.tsx';
import { Findings } from './findings.tsx';
import { useRetrofitStep } from './queries.ts';

/** The declaration: filled in, checked against the law, then declared. */
export function Declaration({ retrofit }: { readonly retrofit: RetrofitView }) {
  const { t, i18n } = useTranslation('retrofits');
  const language = currentLanguage(i18n);
  const [form, setForm] = useState(() => withKnownAmounts(retrofit));
  const [files, setFiles] = useState<readonly FileView[]>(
    retrofit.landFile ? [retrofit.landFile] : [],
  );
  const [isSaved, setSaved] = useState(form === retrofit.form);
  const step = useRetrofitStep(retrofit);
  const unreadable = [
    form.newLandM2,
    ...form.amounts.flatMap((row) => [row.beforeGrams, row.afterGrams]),
  ].includes(UNREADABLE);
  const set = (next: Partial<RetrofitForm>) => {
    setForm((now) => ({ ...now, ...next }));
    setSaved(false);
  };

  function save(event: FormEvent): void {
    event.preventDefault();
    if (step.isPending || unreadable) return;
    step.mutate({ step: 'save', form }, { onSuccess: () => setSaved(true) });
  }

  const { restriction, baseline, permit } = retrofit;
  const isReady = isSaved && retrofit.findings.verdict === 'EXEMPT' && !restriction;
  return (
    <section className="sheet case-form" aria-labelledby="zero-land">
      <h2 id="zero-land">{t('declaration')}</h2>
      {restriction && (
        <Notice tone="caution" title={t('restricted', { number: restriction.documentNo })} />
      )}
      <form onSubmit={save} noValidate>
        <Field id="kind" label={t('kind')}>
          {(wiring) => (
            <Select<RetrofitKind>
              {...wiring}
              placeholder={t('choose')}
              options={optionsOf(RETROFIT_KINDS, language)}
              value={form.kind}
              onChange={(kind) => set({ kind })}
            />
          )}
        </Field>
        <Field id="facility" label={t('facility')} hint={t('facilityHint')}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={100}
              autoComplete="off"
              value={form.facility}
              onChange={(event) => set({ facility: event.target.value })}
            />
          )}
        </Field>
        <Field id="works" label={t('works')} hint={t('worksHint')}>
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              rows={3}
              maxLength={1000}
              value={form.works}
              onChange={(event) => set({ works: event.target.value })}
            />
          )}
        </Field>
        {form.kind !== 'WASTE_GAS' && (
          <YesNo
            id="centralPlant"
            label={t('centralPlant')}
            value={form.centralPlant}
            onChange={(centralPlant) => set({ centralPlant })}
          />
        )}
        <Field id="newLand" label={t('newLandM2')} hint={t('newLandHint')}>
          {(wiring) => (
            <AmountInput
              wiring={wiring}
              digits={0}
              unit="m²"
              value={form.newLandM2}
              onChange={(newLandM2) => set({ newLandM2 })}
            />
          )}
        </Field>
        <FileUpload
          id="landFile"
          label={t('landFile')}
          purpose="retrofit-land"
          files={files}
          onChange={(next) => {
            setFiles(next);
            set({ landFile: next[0]?.id ?? null });
          }}
        />
        <Field
          id="baseline"
          label={t('baseline')}
          hint={t('baselineHint', {
            baseline: RETROFIT_BASELINES[baseline.baseline][language],
            basis: baseline.basis || t('baselineUnset'),
          })}
        >
          {(wiring) => (
            <Select
              {...wiring}
              options={optionsOf(RETROFIT_BASELINES, language)}
              value={form.baseline ?? baseline.baseline}
              onChange={(next: NonNullable<RetrofitForm['baseline']>) => set({ baseline: next })}
            />
          )}
        </Field>
        {permit && <p className="fine">{t('permitKnown', { number: permit.number })}</p>}
        <AmountsTable amounts={form.amounts} onChange={(amounts) => set({ amounts })} />
        <fieldset className="declarations">
          <legend>{t('changes')}</legend>
          <p className="fine">{t('changesHint')}</p>
          {(Object.keys(PERMIT_CHANGES) as PermitChange[]).map((name) => (
            <YesNo
              key={name}
              id={`change-${name}`}
              label={PERMIT_CHANGES[name][language]}
              value={form.changes[name]}
              onChange={(value) => set({ changes: { ...form.changes, [name]: value } })}
            />
          ))}
        </fieldset>
        <div className="form-actions">
          <Button htmlType="submit" size="large" disabled={unreadable} aria-busy={step.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
      {isSaved && <Findings retrofit={retrofit} />}
      <Refused error={step.error} />
      {isReady && (
        <div className="form-actions">
          <Button
            type="primary"
            size="large"
            aria-busy={step.isPending}
            onClick={() => !step.isPending && step.mutate({ step: 'declare' })}
          >
            {t('declare')}
          </Button>
          <p className="fine">{t('declareHint')}</p>
        </div>
      )}
    </section>
  );
}

/** The permitted amounts that the platform knows stand there already; the applicant checks them. */
function withKnownAmounts({ form, permit }: RetrofitView): RetrofitForm {
  if (!permit || form.amounts.length > 0) return form;
  const amounts = permit.amounts.map(({ pollutant, gramsPerYear }) => ({
    ...rowOf([], pollutant),
    beforeGrams: gramsPerYear,
  }));
  return { ...form, amounts };
}

function optionsOf<Key extends string>(
  words: Readonly<Record<Key, Bilingual>>,
  language: keyof Bilingual,
) {
  return (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value][language] }));
}

function YesNo(props: {
  readonly id: string;
  readonly label: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean) => void;
}) {
  const { t } = useTranslation('retrofits');
  const { id } = props;
  return (
    <div className="field yes-no" id={id}>
      <span className="field-label" id={`${id}-label`}>
        {props.label}
      </span>
      <Radio.Group
        name={id}
        aria-labelledby={`${id}-label`}
        options={[
          { value: true, label: t('yes') },
          { value: false, label: t('no') },
        ]}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value as boolean)}
      />
    </div>
  );
}

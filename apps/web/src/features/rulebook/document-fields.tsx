import { ENTRY_LAYERS, type EntryForm } from '@ludao/contracts';
import { CONFIDENCE_NAMES, LAYER_NAMES } from '@ludao/contracts/law-words';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Field } from '../../ui/desk/field.tsx';
import type { DocumentDraft, DocumentField } from './draft.ts';

type TextField = Exclude<DocumentField, 'district' | 'layer' | 'confidence'>;

/** Where the word for a field of the document stands. */
export const DOCUMENT_LABELS: Readonly<Record<DocumentField, string>> = {
  district: 'county',
  sourceTitle: 'form.documentTitle',
  sourceNo: 'form.documentNo',
  issuer: 'issuer',
  sourceDate: 'sourceDate',
  sourceWhere: 'sourceWhere',
  layer: 'layer',
  confidence: 'confidence',
  effectiveFrom: 'form.from',
  effectiveTo: 'form.to',
};
const HINTS: Readonly<Partial<Record<TextField, string>>> = {
  sourceNo: 'form.documentNoHint',
  issuer: 'form.issuerHint',
  sourceWhere: 'form.whereHint',
  effectiveFrom: 'form.fromHint',
  effectiveTo: 'form.toHint',
};
const OPTIONAL: readonly DocumentField[] = ['sourceDate', 'sourceWhere', 'effectiveTo'];

/** The document that an entry rests on, where it holds and from when. */
export function DocumentFields(props: {
  readonly topic: EntryForm['topic'];
  readonly value: DocumentDraft;
  /** A new version holds where the old one does. */
  readonly fixedDistrict: boolean;
  readonly faultOf: (field: DocumentField) => string | undefined;
  readonly onChange: (next: Partial<DocumentDraft>) => void;
}) {
  const { t, i18n } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const language = currentLanguage(i18n);
  const { value, faultOf, onChange } = props;
  const text = (field: TextField, type: 'text' | 'date' = 'text') => (
    <Field
      id={field}
      label={t(DOCUMENT_LABELS[field])}
      optional={OPTIONAL.includes(field) ? desk('optional') : undefined}
      hint={HINTS[field] && t(HINTS[field])}
      fault={faultOf(field)}
    >
      {(wiring) => (
        <Input
          {...wiring}
          type={type}
          autoComplete="off"
          maxLength={field === 'sourceWhere' ? 300 : 200}
          value={value[field]}
          onChange={({ target }) => onChange({ [field]: target.value })}
        />
      )}
    </Field>
  );
  const select = (
    field: 'district' | 'layer' | 'confidence',
    options: readonly { readonly value: string; readonly label: string }[],
    disabled = false,
  ) => (
    <Field id={field} label={t(DOCUMENT_LABELS[field])} fault={faultOf(field)}>
      {(wiring) => (
        <Select
          {...wiring}
          disabled={disabled}
          placeholder={t('form.choose')}
          options={[...options]}
          value={value[field]}
          onChange={(chosen: string) => onChange({ [field]: chosen })}
        />
      )}
    </Field>
  );
  const counties = session.districts.map((code) => ({
    value: code,
    label: desk(`counties.${code}`, { defaultValue: code }),
  }));
  const named = (names: readonly string[], words: typeof LAYER_NAMES) =>
    names.map((name) => ({ value: name, label: words[name]?.[language] ?? name }));
  return (
    <section aria-labelledby="document">
      <h2 id="document">{t('form.document')}</h2>
      {text('sourceTitle')}
      <div className="two">
        {text('sourceNo')}
        {text('issuer')}
        {text('sourceDate', 'date')}
        {text('sourceWhere')}
        {select('layer', named(ENTRY_LAYERS, LAYER_NAMES))}
        {select('confidence', named(Object.keys(CONFIDENCE_NAMES), CONFIDENCE_NAMES))}
        {select('district', counties, props.fixedDistrict)}
        {props.topic !== 'calendar' && (
          <>
            {text('effectiveFrom', 'date')}
            {text('effectiveTo', 'date')}
          </>
        )}
      </div>
      {props.topic === 'calendar' && <p className="fine">{t('form.fromCalendar')}</p>}
    </section>
  );
}

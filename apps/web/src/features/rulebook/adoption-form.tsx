import { Button, Checkbox, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { makeId, wrongIn, type Draft, type DraftField } from './adoption.ts';
import type { NamedRelief } from './reliefs.ts';

interface Props {
  readonly draft: Draft;
  readonly reliefs: readonly NamedRelief[];
  readonly refused: readonly Fault[];
  readonly busy: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onSubmit: () => void;
}

/** What a document adopts, where, from when; with the document that it rests on. */
export function AdoptionForm(props: Props) {
  const { t } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const { draft } = props;
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const faults = missing.length > 0 ? missing : props.refused;
  const faultOf = (field: DraftField) => faults.find((fault) => fault.field === field)?.text;
  const set = (next: Partial<Draft>) => {
    const now = { ...draft, ...next };
    // The id follows the number until somebody writes his own; a new version keeps its key.
    const follows =
      draft.supersedes === null && draft.id === makeId(draft.district, draft.documentNo);
    const made = follows && !('id' in next) ? { id: makeId(now.district, now.documentNo) } : {};
    props.onChange({ ...now, ...made });
    const changed = { ...next, ...made };
    setMissing((before) => before.filter(({ field }) => field === null || !(field in changed)));
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (props.busy) return;
    const arranged = props.reliefs.filter(({ grade }) => grade === 'below_province');
    const ids = arranged.map(({ id }) => id);
    const wrong = wrongIn(draft, ids).map((field) => ({ field, text: t(`form.fault.${field}`) }));
    setMissing(wrong);
    if (wrong.length === 0) props.onSubmit();
  }

  const text = (field: Exclude<DraftField, 'reliefs' | 'district'>, more: object = {}) => (
    <TextField
      field={field}
      value={draft[field]}
      fault={faultOf(field)}
      onChange={(value) => set({ [field]: value })}
      {...more}
    />
  );
  const isVersion = draft.supersedes !== null;
  return (
    <form className="sheet rulebook-form" onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <section aria-labelledby="document">
        <h2 id="document">{t('form.document')}</h2>
        {text('title')}
        <div className="two">
          {text('documentNo', { hint: t('form.documentNoHint') })}
          {text('adoptedBy', { hint: t('form.adoptedByHint') })}
          <Field id="district" label={t('county')} fault={faultOf('district')}>
            {(wiring) => (
              <Select
                {...wiring}
                disabled={isVersion}
                placeholder={t('form.choose')}
                options={session.districts.map((value) => ({
                  value,
                  label: desk(`counties.${value}`, { defaultValue: value }),
                }))}
                value={draft.district}
                onChange={(district: string) => set({ district })}
              />
            )}
          </Field>
          {text('id', {
            hint: t(isVersion ? 'form.idFixed' : 'form.idHint'),
            disabled: isVersion,
          })}
          {text('from', { type: 'date', hint: t('form.fromHint') })}
          {text('to', { type: 'date', optional: true, hint: t('form.toHint') })}
        </div>
      </section>
      <section aria-labelledby="adopts">
        <h2 id="adopts">{t('form.adopts')}</h2>
        <Reliefs
          reliefs={props.reliefs}
          value={draft.reliefs}
          fault={faultOf('reliefs')}
          onChange={(reliefs) => set({ reliefs })}
        />
        {text('arrangementNo', { optional: true, hint: t('form.arrangementHint') })}
      </section>
      <section aria-labelledby="source">
        <h2 id="source">{t('form.source')}</h2>
        <p className="fine">{t('form.sourceHint')}</p>
        <div className="two">
          {text('sourceTitle', { optional: true })}
          {text('sourceNo', { optional: true })}
        </div>
      </section>
      <div className="form-actions">
        <Button type="primary" size="large" htmlType="submit" aria-busy={props.busy}>
          {t(props.busy ? 'form.busy' : 'form.submit')}
        </Button>
        <LinkButton to="/rulebook" search={{}}>
          {desk('cancel')}
        </LinkButton>
      </div>
    </form>
  );
}

/** Where the word for a field is not its own name. */
const LABELS: Readonly<Partial<Record<DraftField, string>>> = {
  title: 'documentTitle',
  from: 'form.from',
  to: 'form.to',
};

function TextField(props: {
  readonly field: Exclude<DraftField, 'reliefs' | 'district'>;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly disabled?: boolean;
  readonly type?: 'date';
}) {
  const { t } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  return (
    <Field
      id={props.field}
      label={t(LABELS[props.field] ?? props.field)}
      optional={props.optional ? desk('optional') : undefined}
      hint={props.hint}
      fault={props.fault}
    >
      {(wiring) => (
        <Input
          {...wiring}
          type={props.type ?? 'text'}
          autoComplete="off"
          maxLength={200}
          disabled={props.disabled ?? false}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function Reliefs(props: {
  readonly reliefs: readonly NamedRelief[];
  readonly value: readonly string[];
  readonly fault: string | undefined;
  readonly onChange: (ids: string[]) => void;
}) {
  const { t, i18n } = useTranslation('rulebook');
  const language = currentLanguage(i18n);
  return (
    <fieldset className={props.fault ? 'field flagged' : 'field'} id="reliefs">
      <legend className="field-label">{t('reliefs')}</legend>
      <Checkbox.Group
        className="relief-list"
        value={[...props.value]}
        onChange={(ids) => props.onChange(ids.map(String))}
        options={props.reliefs.map(({ id, title, clause, source }) => ({
          value: id,
          label: (
            <>
              {title[language]}{' '}
              <small>
                《{source}》{clause}
              </small>
            </>
          ),
        }))}
      />
      {props.fault && (
        <p className="fault">
          <Icon name="warn" size={16} />
          {props.fault}
        </p>
      )}
    </fieldset>
  );
}

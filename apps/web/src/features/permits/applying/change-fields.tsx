import {
  BASIC_CHANGES,
  CANCEL_REASONS,
  REAPPLY_REASONS,
  type ApplicationKind,
} from '@ludao/contracts';
import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { Field } from '../../../ui/desk/field.tsx';
import type { Draft } from '../draft.ts';
import { today } from '../../../ui/today.ts';

export interface Part {
  readonly draft: Draft;
  readonly faultOf: (key: string) => string | undefined;
  readonly onChange: (draft: Draft) => void;
}

type Reason = { readonly zh: string; readonly en: string; readonly cite?: string };

const REASONS: Readonly<Partial<Record<ApplicationKind, Readonly<Record<string, Reason>>>>> = {
  REAPPLY: REAPPLY_REASONS,
  CHANGE_BASIC: BASIC_CHANGES,
  CANCEL: CANCEL_REASONS,
};

/** Why it is applied for, and since when it is so. */
export function ChangeFields({
  kind,
  draft,
  faultOf,
  onChange,
}: Part & { readonly kind: ApplicationKind }) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const reasons = REASONS[kind];
  const fault = faultOf('reasons');
  return (
    <>
      {reasons && (
        <div className={fault ? 'field flagged' : 'field'} id="reasons">
          <span className="field-label" id="reasons-label">
            {t(`form.reasons.${kind}`)}
          </span>
          <Checkbox.Group
            className="choices"
            aria-labelledby="reasons-label"
            options={Object.entries(reasons).map(([value, row]) => ({
              value,
              label: row.cite ? `${row[language]}（${row.cite}）` : row[language],
            }))}
            value={[...draft.reasons]}
            onChange={(chosen: string[]) => onChange({ ...draft, reasons: chosen })}
          />
          {kind === 'CHANGE_BASIC' && <div className="hint">{t('form.noPersons')}</div>}
          {fault && <p className="fault">{fault}</p>}
        </div>
      )}
      {(kind === 'CHANGE_BASIC' || kind === 'REGISTRATION_CHANGE') && (
        <Field
          id="changedOn"
          label={t('content.changedOn')}
          hint={t(`form.changedOn.${kind}`)}
          fault={faultOf('changedOn')}
        >
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              className="day-field"
              max={today()}
              value={draft.changedOn ?? ''}
              onChange={({ target }) => onChange({ ...draft, changedOn: target.value || null })}
            />
          )}
        </Field>
      )}
    </>
  );
}

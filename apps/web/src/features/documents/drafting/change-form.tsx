import { ROUTES, type DocumentView } from '@ludao/contracts';
import { Button } from 'antd';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { FaultSummary } from '../../../ui/desk/fault-summary.tsx';
import { useRefusals } from '../refusals.ts';
import { Meanwhile } from '../steps/meanwhile.tsx';
import { useStep } from '../steps/use-step.ts';
import { ownFields, rebase } from './fields.ts';
import { Preview } from './preview.tsx';
import { TemplateFields } from './template-fields.tsx';

/** Changing what a draft says, with the paper beside it. */
export function ChangeForm(props: {
  readonly document: DocumentView;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  /** What the changes are made on; after a clash, what somebody else made of it. */
  const [base, setBase] = useState(props.document);
  const { template } = base;
  const [fields, setFields] = useState(() => ownFields(template, base.fields));
  const refusals = useRefusals(template.fields);
  const { id } = base;
  const change = useStep(
    id,
    () => ask(ROUTES.changeDocument, { params: { id }, body: { version: base.version, fields } }),
    props.onDone,
  );
  const { error } = change;
  const isLate = isProblem(error, 'CHANGED_MEANWHILE');
  // One list per answer: the summary takes the focus whenever it gets a new one.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const faults = useMemo(() => (error && !isLate ? refusals(error) : []), [error, isLate]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!change.isPending) change.mutate(undefined);
  }

  return (
    <div className="drafting">
      <form className="sheet" onSubmit={submit} noValidate aria-label={t('edit')}>
        {isLate && (
          <Meanwhile
            problem={error}
            base={base}
            mine={fields}
            onTake={(newest) => {
              const before = ownFields(template, base.fields);
              setFields(rebase(before, fields, ownFields(template, newest.fields)));
              setBase(newest);
              change.reset();
            }}
          />
        )}
        <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
        <TemplateFields template={template} fields={fields} faults={faults} onChange={setFields} />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" aria-busy={change.isPending}>
            {t('form.saveChange')}
          </Button>
          <Button onClick={props.onDone}>{desk('cancel')}</Button>
        </div>
      </form>
      <Preview
        template={template}
        fields={{ ...base.fields, ...fields }}
        addressee={base.addressee}
        office={base.office}
      />
    </div>
  );
}

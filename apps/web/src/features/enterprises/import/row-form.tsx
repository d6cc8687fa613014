import { IMPORT_COLUMN_NAMES, ROUTES, type ImportColumn, type ImportRow } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { RowControl, useColumnHint } from './row-control.tsx';
import { useColumnName, useImportProblem, useSaid } from './texts.ts';

type Values = Readonly<Partial<Record<ImportColumn, string>>>;

/** One row as it stands in the file, what is wrong beside each field, checked again when saved. */
export function RowForm(props: {
  readonly id: string;
  readonly row: ImportRow;
  readonly onClose: () => void;
  readonly onGood: () => void;
}) {
  const { t } = useTranslation('imports');
  const { t: desk } = useTranslation('desk');
  const queries = useQueryClient();
  const said = useSaid();
  const problem = useImportProblem();
  const columnName = useColumnName();
  const columnHint = useColumnHint();
  const { id, row } = props;
  const [faults, setFaults] = useState(row.faults);
  const [changed, setChanged] = useState<Values>({});
  const [summary, setSummary] = useState<readonly Fault[]>([]);
  const save = useMutation({
    mutationFn: () =>
      ask(ROUTES.correctImportRow, { params: { id, row: row.row }, body: { values: changed } }),
    onSuccess: (now) => {
      void queries.invalidateQueries({ queryKey: ['enterprise-import', id] });
      if (now.faults.length === 0) return props.onGood();
      setFaults(now.faults);
      setSummary(
        now.faults.map((fault) => ({
          field: fieldOf(fault.column),
          text: sentenceOf(columnName(fault.column), said(fault)),
        })),
      );
    },
    onError: () => setSummary([]),
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // After the drawer has taken the focus.
    const timer = setTimeout(() => {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }, 60);
    return () => clearTimeout(timer);
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }

  return (
    <Drawer
      open
      size={560}
      title={t('row.title', { row: row.row })}
      closable={{ 'aria-label': t('row.close') }}
      onClose={props.onClose}
    >
      <form ref={form} className="row-form" onSubmit={submit} noValidate>
        <FaultSummary title={t('row.summary', { count: summary.length })} faults={summary} />
        {save.error && <Notice tone="fault" title={problem(save.error)} />}
        {IMPORT_COLUMN_NAMES.map((column) => {
          const wrong = faults.filter((fault) => fault.column === column);
          const written = row.values[column] ?? wrong[0]?.value ?? '';
          return (
            <Field
              key={column}
              id={fieldOf(column)}
              label={columnName(column)}
              optional={REQUIRED.has(column) ? undefined : desk('optional')}
              hint={columnHint(column)}
              fault={wrong.length > 0 ? wrong.map(said).join(' ') : undefined}
            >
              {(wiring) => (
                <RowControl
                  column={column}
                  wiring={wiring}
                  value={changed[column] ?? written}
                  onChange={(value) => setChanged((now) => ({ ...now, [column]: value }))}
                />
              )}
            </Field>
          );
        })}
        <p className="quiet-text">{t('row.keep')}</p>
        <div className="form-actions row-form-actions">
          <Button type="primary" htmlType="submit" aria-busy={save.isPending}>
            {t(save.isPending ? 'row.busy' : 'row.save')}
          </Button>
          <Button onClick={props.onClose}>{desk('cancel')}</Button>
        </div>
      </form>
    </Drawer>
  );
}

const REQUIRED: ReadonlySet<ImportColumn> = new Set(['name', 'creditCode', 'industries']);

/** Some sentences name the column themselves. */
function sentenceOf(column: string, text: string): string {
  return text.includes(column) ? text : `${column} · ${text}`;
}

function fieldOf(column: ImportColumn): string {
  return `row-${column}`;
}

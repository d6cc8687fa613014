import type { ImportColumn, ImportView, RowOutcome } from '@ludao/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../api/problem-text.ts';
import { Notice } from '../../../ui/desk/notice.tsx';
import { RecordList, type Column } from '../../../ui/desk/record-list.tsx';
import { useFactName } from '../fact-value.tsx';
import { ROWS_AT_ONCE, useImportRows, type ListedRow } from './rows-query.ts';
import { useColumnName } from './texts.ts';

/** The rows to be written, by number, and what each would do; none means all. */
export type Chosen = ReadonlyMap<number, RowOutcome>;

interface Choosing {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Rows that nothing is wrong with. Those that write something can be chosen. */
export function PlainRows(
  props: {
    readonly view: ImportView;
    readonly outcome: Exclude<RowOutcome, 'FAULTY'>;
    readonly page: number;
  } & Choosing,
) {
  const { t } = useTranslation('imports');
  const problemText = useProblemText();
  const navigate = useNavigate();
  const { view, outcome, page, chosen, onChoose } = props;
  const { rows, total, error, isFetching } = useImportRows(view.id, outcome, page);
  const columns = useColumns(outcome, { chosen, onChoose });
  const writes = outcome === 'NEW' || outcome === 'CHANGE';
  if (error) return <Notice tone="fault" title={problemText(error)} />;
  return (
    <section aria-labelledby="rows">
      <div className="rows-head">
        <h2 id="rows">{t(`list.${outcome}`)}</h2>
        {writes && total !== 0 && (
          <Button
            size="small"
            onClick={() =>
              onChoose(new Map([...chosen, ...rows.map(({ row }) => [row, outcome] as const)]))
            }
          >
            {t('list.choosePage')}
          </Button>
        )}
      </div>
      {writes && total !== 0 && <p className="quiet-text">{t('list.choose')}</p>}
      {total === 0 ? (
        <p className="quiet-text">{t('list.none')}</p>
      ) : (
        <RecordList<ListedRow>
          label={t(`list.${outcome}`)}
          columns={columns}
          rows={rows}
          total={total ?? 0}
          page={page}
          size={ROWS_AT_ONCE}
          sort=""
          busy={isFetching}
          onSort={() => undefined}
          onPage={(next) =>
            void navigate({
              to: '/enterprises/import/$id',
              params: { id: view.id },
              search: { show: outcome, page: next },
              resetScroll: false,
            })
          }
        />
      )}
    </section>
  );
}

function useColumns(outcome: RowOutcome, choosing: Choosing): readonly Column<ListedRow>[] {
  const { t } = useTranslation('imports');
  const { t: desk } = useTranslation('desk');
  const columnName = useColumnName();
  const factName = useFactName();
  const value = (column: ImportColumn, width?: number): Column<ListedRow> => ({
    key: column,
    title: columnName(column),
    ...(width !== undefined && { width }),
    show: ({ values }) => values[column] ?? desk('none'),
  });
  const named: Column<ListedRow> = {
    key: 'row',
    title: columnName('name'),
    width: '30%',
    show: (row) => <Named row={row} outcome={outcome} {...choosing} />,
  };
  const last: Column<ListedRow> =
    outcome === 'CHANGE'
      ? {
          key: 'changes',
          title: t('list.changes'),
          show: ({ changes }) => changes.map(factName).join(t('commit.and')),
        }
      : value('park');
  return [named, value('creditCode', 182), value('industries', 120), last];
}

function Named({
  row,
  outcome,
  chosen,
  onChoose,
}: { readonly row: ListedRow; readonly outcome: RowOutcome } & Choosing) {
  const { t } = useTranslation('imports');
  const name = row.values.name ?? t('list.nameless');
  const number = <span className="row-number">{t('list.rowNumber', { row: row.row })}</span>;
  if (outcome !== 'NEW' && outcome !== 'CHANGE') {
    return (
      <>
        {number} {name}
      </>
    );
  }
  return (
    <Checkbox
      checked={chosen.has(row.row)}
      onChange={(event) => {
        const next = new Map(chosen);
        if (event.target.checked) next.set(row.row, outcome);
        else next.delete(row.row);
        onChoose(next);
      }}
    >
      {number} {name}
    </Checkbox>
  );
}

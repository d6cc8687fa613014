import { Pagination, Select, Spin, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from './narrow.ts';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
  /** The word of the address for this order; with '-' before it, for the opposite one. */
  readonly sort?: string;
  readonly width?: number | string;
  readonly align?: 'end';
}

interface Props<Row> {
  readonly label: string;
  /** The first column names the record and leads to it. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly sort: string;
  readonly busy: boolean;
  readonly onSort: (sort: string) => void;
  readonly onPage: (page: number) => void;
  /** In place of how many there are and of pages by number, where a list is too long to be counted. */
  readonly foot?: ReactNode;
}

/** A list of records: a table, or cards where a table would not fit. */
export function RecordList<Row extends { readonly id: string }>(props: Props<Row>) {
  const { t } = useTranslation('desk');
  const narrow = useNarrow();
  const { page, size, total } = props;
  const [from, to] = [(page - 1) * size + 1, Math.min(page * size, total)];
  return (
    <div className="record-list">
      {narrow ? <Cards {...props} /> : <Wide {...props} />}
      <div className="record-foot">
        {props.foot ?? (
          <>
            <p role="status">{t('of', { from, to, total })}</p>
            {total > size && (
              <Pagination
                className="screen-only"
                size="small"
                current={page}
                pageSize={size}
                total={total}
                showSizeChanger={false}
                showLessItems
                onChange={props.onPage}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}

function Wide<Row extends { readonly id: string }>(props: Props<Row>) {
  const { sort, onSort } = props;
  const columns: NonNullable<TableProps<Row>['columns']> = props.columns.map((column, index) => ({
    key: column.key,
    title: column.title,
    align: column.align ?? 'start',
    ...(column.width !== undefined && { width: column.width }),
    ...(index === 0 && { rowScope: 'row' as const }),
    ...(column.sort !== undefined && {
      sorter: true,
      showSorterTooltip: false,
      sortOrder: orderOf(sort, column.sort),
    }),
    render: (_: unknown, row: Row) => column.show(row),
  }));
  return (
    <Table<Row>
      size="small"
      rowKey="id"
      aria-label={props.label}
      columns={columns}
      dataSource={[...props.rows]}
      loading={props.busy}
      pagination={false}
      sortDirections={['ascend', 'descend', 'ascend']}
      onChange={(_pagination, _filters, sorter) => {
        const [chosen] = [sorter].flat();
        const word = props.columns.find(({ key }) => key === chosen?.columnKey)?.sort;
        if (word) onSort(chosen?.order === 'descend' ? `-${word}` : word);
      }}
    />
  );
}

function orderOf(sort: string, word: string): 'ascend' | 'descend' | null {
  if (sort === word) return 'ascend';
  return sort === `-${word}` ? 'descend' : null;
}

function Cards<Row extends { readonly id: string }>(props: Props<Row>) {
  const { t } = useTranslation('desk');
  const [first, ...rest] = props.columns;
  const orders = props.columns.flatMap(({ sort, title }) =>
    sort === undefined
      ? []
      : [
          { value: sort, label: `${title} · ${t('ascending')}` },
          { value: `-${sort}`, label: `${title} · ${t('descending')}` },
        ],
  );
  return (
    <>
      {orders.length > 0 && (
        <Select
          className="card-sort screen-only"
          aria-label={t('sortBy')}
          options={orders}
          value={props.sort}
          onChange={props.onSort}
        />
      )}
      <Spin spinning={props.busy}>
        <ul className="cards" aria-label={props.label}>
          {props.rows.map((row) => (
            <li key={row.id} className="record-card">
              <p className="card-title">{first?.show(row)}</p>
              <dl>
                {rest.map((column) => (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>{column.show(row)}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </Spin>
    </>
  );
}

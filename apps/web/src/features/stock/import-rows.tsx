import {
  STOCK_OUTCOMES,
  STOCK_SHEETS,
  stockColumns,
  type StockImport,
  type StockRow,
} from '@ludao/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { useStockTexts } from './texts.ts';

type Row = StockRow & { readonly id: string };
const SIZE = 20;

/** Row by row what writing would do; faulty ones first, each fault with its column and limit. */
export function ImportRows({ view: { rows } }: { readonly view: StockImport }) {
  const { t } = useTranslation('stock');
  const [page, setPage] = useState(1);
  const columns = useColumns();
  if (rows.length === 0) return null;
  const last = Math.ceil(rows.length / SIZE);
  const shown = Math.min(page, last);
  return (
    <section className="sheet" aria-labelledby="rows">
      <h2 id="rows">{t('rowsTitle')}</h2>
      <RecordList<Row>
        label={t('rowsTitle')}
        columns={columns}
        rows={rows
          .slice((shown - 1) * SIZE, shown * SIZE)
          .map((row) => ({ id: `${row.sheet} ${row.row}`, ...row }))}
        total={rows.length}
        page={shown}
        size={SIZE}
        sort=""
        busy={false}
        onSort={() => {}}
        onPage={setPage}
      />
    </section>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t, i18n } = useTranslation('stock');
  const language = currentLanguage(i18n);
  return [
    {
      key: 'place',
      title: t('place'),
      width: '17%',
      show: ({ sheet, row }) => t('rowAt', { sheet: STOCK_SHEETS[sheet][language], row }),
    },
    {
      key: 'content',
      title: t('content'),
      width: '20%',
      show: ({ about, what }) => (
        <>
          {about}
          {what !== '' && (
            <>
              <br />
              <small>{what}</small>
            </>
          )}
        </>
      ),
    },
    {
      key: 'outcome',
      title: t('outcome'),
      show: (row) =>
        row.outcome === 'FAULTY' ? (
          <Faults row={row} />
        ) : (
          <span className="stock-mark open">
            <Icon name="check" size={15} />
            {STOCK_OUTCOMES[row.outcome][language]}
          </span>
        ),
    },
  ];
}

function Faults({ row }: { readonly row: Row }) {
  const { i18n } = useTranslation('stock');
  const { said } = useStockTexts();
  const columns = stockColumns(row.sheet);
  return (
    <ul className="row-problems">
      {row.faults.map((fault) => (
        <li key={`${fault.column} ${fault.code}`}>
          <strong>{columns.get(fault.column)?.[currentLanguage(i18n)] ?? fault.column}</strong>
          <span className="wrong-value">{fault.value}</span>
          <span>{said(fault)}</span>
        </li>
      ))}
    </ul>
  );
}

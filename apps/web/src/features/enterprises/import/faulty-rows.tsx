import type { ImportView } from '@ludao/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../api/problem-text.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { useNarrow } from '../../../ui/desk/narrow.ts';
import { Notice } from '../../../ui/desk/notice.tsx';
import { RecordList, type Column } from '../../../ui/desk/record-list.tsx';
import { Corrections } from './corrections.tsx';
import { RowForm } from './row-form.tsx';
import { ROWS_AT_ONCE, useImportRows, type ListedRow } from './rows-query.ts';
import { useColumnName, useSaid } from './texts.ts';

/** What is wrong, row by row, and both ways to put it right. */
export function FaultyRows({ view, page }: { readonly view: ImportView; readonly page: number }) {
  const { t } = useTranslation('imports');
  const problemText = useProblemText();
  const navigate = useNavigate();
  const [open, setOpen] = useState<ListedRow | null>(null);
  const [good, setGood] = useState<number | null>(null);
  const { rows, total, error, isFetching } = useImportRows(view.id, 'FAULTY', page);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  const columns = useColumns((row) => {
    opener.current = document.activeElement;
    setGood(null);
    setOpen(row);
  });
  const goTo = (next: number) =>
    void navigate({
      to: '/enterprises/import/$id',
      params: { id: view.id },
      search: { show: 'FAULTY', page: next },
      resetScroll: false,
    });
  /** Back to where the row was opened, or, when it is no longer there, to the list's heading. */
  const close = (isGood: boolean) => {
    setOpen(null);
    const next = isGood ? heading.current : opener.current;
    setTimeout(() => next instanceof HTMLElement && next.focus());
  };
  if (error) return <Notice tone="fault" title={problemText(error)} />;
  return (
    <section aria-labelledby="rows">
      <h2 id="rows" ref={heading} tabIndex={-1}>
        {t('list.FAULTY')}
      </h2>
      {good !== null && <Notice tone="good" title={t('row.good', { row: good })} />}
      {view.counts.faulty > 0 && <Corrections view={view} />}
      {total === 0 ? (
        <p className="quiet-text">{t('list.noneFaulty')}</p>
      ) : (
        <RecordList<ListedRow>
          label={t('list.FAULTY')}
          columns={columns}
          rows={rows}
          total={total ?? 0}
          page={page}
          size={ROWS_AT_ONCE}
          sort=""
          busy={isFetching && rows.length === 0}
          onSort={() => undefined}
          onPage={goTo}
        />
      )}
      {open && (
        <RowForm
          key={open.row}
          id={view.id}
          row={open}
          onClose={() => close(false)}
          onGood={() => {
            setGood(open.row);
            close(true);
            // The last row of the last page takes the page with it.
            if (rows.length === 1 && page > 1) goTo(page - 1);
          }}
        />
      )}
    </section>
  );
}

function useColumns(onOpen: (row: ListedRow) => void): readonly Column<ListedRow>[] {
  const { t } = useTranslation('imports');
  const columnName = useColumnName();
  const narrow = useNarrow();
  return [
    {
      key: 'row',
      title: columnName('name'),
      width: '26%',
      show: ({ row, values }) => (
        <>
          <span className="row-number">{t('list.rowNumber', { row })}</span>{' '}
          {values.name ?? t('list.nameless')}
        </>
      ),
    },
    {
      key: 'problems',
      title: t(narrow ? 'list.problem' : 'list.problems'),
      show: (row) => <Problems row={row} />,
    },
    {
      key: 'correct',
      title: t('list.correct'),
      width: 96,
      show: (row) => (
        <Button
          size="small"
          icon={<Icon name="edit" size={15} />}
          aria-label={t('list.correctRow', { row: row.row })}
          onClick={() => onOpen(row)}
        >
          {t('list.correct')}
        </Button>
      ),
    },
  ];
}

function Problems({ row }: { readonly row: ListedRow }) {
  const { t } = useTranslation('imports');
  const columnName = useColumnName();
  const said = useSaid();
  return (
    <ul className="row-problems">
      {row.faults.map((fault) => (
        <li key={`${fault.column} ${fault.code}`}>
          <strong>{columnName(fault.column)}</strong>
          <span className={fault.value === '' ? 'quiet-text' : 'wrong-value'}>
            {fault.value === '' ? t('list.empty') : fault.value}
          </span>
          <span>{said(fault)}</span>
        </li>
      ))}
    </ul>
  );
}

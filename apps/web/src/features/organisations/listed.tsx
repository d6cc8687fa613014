import type { ReactNode } from 'react';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/problem-text.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import type { IconName } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';

export const SIZE = 20;

/** A list as it came: not yet, not at all, with nothing in it, or with rows. */
export function Listed<Row extends { readonly id: string }>(props: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly answer: {
    readonly data: { readonly rows: readonly Row[]; readonly total: number } | undefined;
    readonly error: Error | null;
    readonly isFetching: boolean;
    readonly refetch: () => unknown;
  };
  readonly page: number;
  readonly sort: string;
  /** What a list without any condition says when it is empty. */
  readonly empty?: { readonly title: string; readonly text: ReactNode; readonly icon: IconName };
  readonly onSort: (sort: string) => void;
  readonly onPage: (page: number) => void;
}) {
  const { t: desk } = useTranslation('desk');
  const { data, error, isFetching, refetch } = props.answer;
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  if (data.total === 0) {
    const { title, text, icon } = props.empty ?? {
      title: desk('nothing.title'),
      text: desk('nothing.text'),
      icon: 'empty' as const,
    };
    return (
      <EmptyState title={title} icon={icon}>
        <p>{text}</p>
      </EmptyState>
    );
  }
  return (
    <RecordList<Row>
      label={props.label}
      columns={props.columns}
      rows={data.rows}
      total={data.total}
      page={props.page}
      size={SIZE}
      sort={props.sort}
      busy={isFetching}
      onSort={props.onSort}
      onPage={props.onPage}
    />
  );
}

export function Failure(props: { readonly error: unknown; readonly onAgain?: () => void }) {
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  return (
    <Notice
      tone="fault"
      title={problemText(props.error)}
      actions={props.onAgain && <Button onClick={props.onAgain}>{desk('error.again')}</Button>}
    />
  );
}

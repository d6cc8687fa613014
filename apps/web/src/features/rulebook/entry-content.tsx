import { entryColumns, fromDocument, type Entry, type EntryColumn } from '@ludao/contracts';
import { fieldsOf, IDENTITY } from '@ludao/rules/entries';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { useChoices } from './choices.ts';
import { textOf } from './draft.ts';
import { useFieldPlace } from './texts.ts';

type Row = Entry['entries'][number];
type Change = 'added' | 'gone' | 'changed' | null;

/** More rows are downloaded rather than looked through. */
const MOST = 50;

/** What an entry says, row by row; of a new version, what differs from the one before. */
export function EntryContent({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('rulebook');
  const { rows, unchanged } = compare(entry);
  return (
    <>
      <ul className="entry-rows">
        {rows.slice(0, MOST).map(({ row, change }) => (
          <li key={`${change} ${JSON.stringify(row)}`} data-change={change ?? 'none'}>
            {change && <p className={`row-change ${change}`}>{t(change)}</p>}
            <RowContent topic={entry.topic} district={entry.district} row={row} />
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p>{t('more', { count: rows.length - MOST })}</p>}
      {unchanged > 0 && <p className="quiet-text">{t('unchanged', { count: unchanged })}</p>}
    </>
  );
}

/** Against the version in force only what is different is worth reading. */
function compare({ topic, entries, before }: Entry): {
  rows: { row: Row; change: Change }[];
  unchanged: number;
} {
  if (before === null) return { rows: entries.map((row) => ({ row, change: null })), unchanged: 0 };
  const told = Object.keys(fromDocument(topic));
  const written = (row: Row) =>
    JSON.stringify(
      Object.entries(row).filter(([name]) => topic === 'calendar' || !told.includes(name)),
    );
  const identity = IDENTITY[topic];
  const keyOf = (row: Row) => (identity === null ? written(row) : textOf(row[identity]));
  const old = new Map(before.map((row) => [keyOf(row), written(row)]));
  const now = new Set(entries.map(keyOf));
  const rows = entries.flatMap((row): { row: Row; change: Change }[] => {
    const was = old.get(keyOf(row));
    if (was === written(row)) return [];
    return [{ row, change: was === undefined ? 'added' : 'changed' }];
  });
  const gone = before.filter((row) => !now.has(keyOf(row)));
  return {
    rows: [...rows, ...gone.map((row) => ({ row, change: 'gone' as const }))],
    unchanged: entries.length - rows.length,
  };
}

function RowContent(props: {
  readonly topic: Entry['topic'];
  readonly district: string;
  readonly row: Row;
}) {
  const { i18n } = useTranslation();
  const name = useFieldPlace(props.topic);
  const choices = useChoices(props.district);
  const language = currentLanguage(i18n);
  const columns = entryColumns(props.topic, fieldsOf(props.topic));
  const told = fromDocument(props.topic);
  const show = ({ field }: EntryColumn, value: unknown): string => {
    const offered = choices(field) ?? [];
    const word = (one: unknown) =>
      offered.find((choice) => choice.value === String(one))?.label ?? String(one);
    const separator = language === 'zh' ? '、' : ', ';
    return Array.isArray(value) ? value.map(word).join(separator) : word(value);
  };
  const groups = [...new Set(columns.flatMap(({ rows }) => rows ?? []))];
  const plain = columns.filter(
    ({ rows, key }) => rows === null && (props.topic === 'calendar' || !(key in told)),
  );
  return (
    <>
      <dl className="facts">
        {plain.map((column) => {
          const value = at(props.row, column.path);
          if (isEmpty(value)) return null;
          return (
            <div key={column.key}>
              <dt>{name(column.path)}</dt>
              <dd>{show(column, value)}</dd>
            </div>
          );
        })}
      </dl>
      {groups.map((group) => {
        const inside = at(props.row, group.split('.'));
        if (!Array.isArray(inside) || inside.length === 0) return null;
        const own = columns.filter(({ rows }) => rows === group);
        return (
          <div key={group} className="row-group">
            <h3>{name(group.split('.'))}</h3>
            <ul>
              {(inside as unknown[]).map((part) => (
                <li key={JSON.stringify(part)}>
                  {own.map((column) => {
                    const value = at(part, column.path.slice(group.split('.').length));
                    if (isEmpty(value)) return null;
                    const isCode = column.field.kind === 'condition';
                    return isCode ? (
                      <code key={column.key}>{String(value)}</code>
                    ) : (
                      <span key={column.key}>{show(column, value)}</span>
                    );
                  })}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (part as Record<string, unknown> | null | undefined)?.[key],
    value,
  );
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

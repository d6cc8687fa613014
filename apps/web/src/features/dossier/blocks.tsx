import type { DossierBlock } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { useNarrow } from '../../ui/desk/narrow.ts';
import { EventList, type LoadEarlier } from './event-list.tsx';
import { Cell } from './value.tsx';

/** One part of a section, whichever capability it comes from. */
export function Block(props: { readonly block: DossierBlock; readonly loadEarlier: LoadEarlier }) {
  const { t, i18n } = useTranslation('dossier');
  const language = currentLanguage(i18n);
  const { block } = props;
  switch (block.kind) {
    case 'facts':
      return (
        <Facts
          rows={block.rows.map(({ name, value }) => ({
            name: name[language],
            value: <Cell values={value} blank={t('unknown')} />,
          }))}
        />
      );
    case 'table':
      return <Rows table={block} />;
    case 'note':
      return <p className="quiet-text">{block[language]}</p>;
    case 'timeline':
      return <EventList first={block} loadEarlier={props.loadEarlier} />;
  }
}

type Table = Extract<DossierBlock, { kind: 'table' }>;

/** A table, or cards where a table would not fit. */
function Rows({ table }: { readonly table: Table }) {
  const { t, i18n } = useTranslation('dossier');
  const narrow = useNarrow();
  const language = currentLanguage(i18n);
  const { columns, rows } = table;
  if (rows.length === 0) return <p className="quiet-text">{table.empty[language]}</p>;
  const blank = t('none');
  /* Rows of a record have no name of their own; they are shown once and never move. */
  if (narrow) {
    return (
      <ul className="file-cards">
        {rows.map((row, at) => (
          <li key={at}>
            <dl>
              {columns.map(({ title }, column) => (
                <div key={title.en}>
                  <dt>{title[language]}</dt>
                  <dd>
                    <Cell values={row[column] ?? []} blank={blank} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className="file-table">
      <thead>
        <tr>
          {columns.map(({ title, end }) => (
            <th key={title.en} scope="col" className={end ? 'end' : undefined}>
              {title[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {columns.map(({ title, end }, column) => (
              <td key={title.en} className={end ? 'end' : undefined}>
                <Cell values={row[column] ?? []} blank={blank} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

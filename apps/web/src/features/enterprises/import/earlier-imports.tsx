import { IMPORT_STATES, ROUTES, type ImportView } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { showMoment } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Notice } from '../../../ui/desk/notice.tsx';
import { RecordList, type Column } from '../../../ui/desk/record-list.tsx';
import { useCount, useSaid } from './texts.ts';

const SIZE = 10;

/** The organisation's last imports, unfinished ones to go on with. */
export function EarlierImports() {
  const { t } = useTranslation('imports');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const columns = useColumns();
  const [page, setPage] = useState(1);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['enterprise-imports'],
    queryFn: ({ signal }) => ask(ROUTES.listImports, {}, signal),
    staleTime: 0,
  });
  const rows = data?.rows ?? [];
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t('earlier.title')}</h2>
      {error && (
        <Notice
          tone="caution"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {data && rows.length === 0 && <p className="quiet-text">{t('earlier.none')}</p>}
      {rows.length > 0 && (
        <RecordList<ImportView>
          label={t('earlier.title')}
          columns={columns}
          rows={rows.slice((page - 1) * SIZE, page * SIZE)}
          total={rows.length}
          page={page}
          size={SIZE}
          sort=""
          busy={isFetching && !data}
          onSort={() => undefined}
          onPage={setPage}
        />
      )}
    </section>
  );
}

function useColumns(): readonly Column<ImportView>[] {
  const { t, i18n } = useTranslation('imports');
  const outcome = useOutcome();
  return [
    {
      key: 'file',
      title: t('earlier.file'),
      width: '34%',
      show: ({ id, fileName }) => (
        <Link to="/enterprises/import/$id" params={{ id }} search={{}} className="record-link">
          {fileName}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('earlier.state'),
      width: 132,
      show: ({ state }) => (
        <span className={`import-state ${state.toLowerCase()}`}>
          {IMPORT_STATES[state][currentLanguage(i18n)]}
        </span>
      ),
    },
    { key: 'outcome', title: t('earlier.outcome'), show: outcome },
    {
      key: 'at',
      title: t('earlier.at'),
      width: 190,
      show: ({ createdAt }) => showMoment(createdAt, i18n.language),
    },
  ];
}

function useOutcome(): (view: ImportView) => string {
  const { t } = useTranslation('imports');
  const { t: desk } = useTranslation('desk');
  const count = useCount();
  const said = useSaid();
  return ({ state, result, counts, notice }) => {
    if (result) {
      const { registered, changed } = result;
      return t('earlier.done', { registered: count(registered), changed: count(changed) });
    }
    if (state === 'CHECKED') {
      const good = count(counts.new + counts.change);
      return t('earlier.checked', { good, faulty: count(counts.faulty) });
    }
    return state === 'FAILED' && notice ? said(notice) : desk('none');
  };
}

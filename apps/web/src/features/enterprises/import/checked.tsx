import type { ImportView, RowOutcome } from '@ludao/contracts';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/desk/notice.tsx';
import { CommitPanel } from './commit-panel.tsx';
import { FaultyRows } from './faulty-rows.tsx';
import { PlainRows, type Chosen } from './plain-rows.tsx';
import { useCount, useSaid } from './texts.ts';

/** Every outcome with its count, and the rows of the one that is looked at. */
export function CheckedImport({ view }: { readonly view: ImportView }) {
  const { show, page = 1 } = useSearch({ from: '/in/enterprises/import/$id' });
  const said = useSaid();
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const shown = show ?? firstToSee(view);
  return (
    <>
      {view.notice && <Notice tone="caution" title={said(view.notice)} />}
      <Counts view={view} shown={shown} />
      <CommitPanel view={view} chosen={chosen} onUnchoose={() => setChosen(new Map())} />
      {shown === 'FAULTY' ? (
        <FaultyRows view={view} page={page} />
      ) : (
        <PlainRows
          key={shown}
          view={view}
          outcome={shown}
          page={page}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
    </>
  );
}

/** What needs doing comes first. */
function firstToSee({ counts }: ImportView): RowOutcome {
  if (counts.faulty > 0) return 'FAULTY';
  if (counts.new > 0) return 'NEW';
  if (counts.change > 0) return 'CHANGE';
  return counts.skipped > 0 ? 'SKIPPED' : 'UNCHANGED';
}

function Counts({ view, shown }: { readonly view: ImportView; readonly shown: RowOutcome }) {
  const { t } = useTranslation('imports');
  const count = useCount();
  const { counts, onExisting } = view;
  const all: readonly [RowOutcome, number][] = [
    ['NEW', counts.new],
    ...(onExisting === 'skip'
      ? ([['SKIPPED', counts.skipped]] as const)
      : ([
          ['CHANGE', counts.change],
          ['UNCHANGED', counts.unchanged],
        ] as const)),
    ['FAULTY', counts.faulty],
  ].map(([outcome, number]) => [outcome as RowOutcome, number as number]);
  return (
    <nav aria-label={t('counts')} className="import-counts">
      <ul>
        {all.map(([outcome, number]) => (
          <li key={outcome}>
            <Link
              to="/enterprises/import/$id"
              params={{ id: view.id }}
              search={{ show: outcome }}
              replace
              resetScroll={false}
              className={outcome === 'FAULTY' && number > 0 ? 'count faulty' : 'count'}
              activeProps={{}}
              aria-current={outcome === shown ? 'true' : undefined}
            >
              <strong>{count(number)}</strong> {t(`outcome.${outcome}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

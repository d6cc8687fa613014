import { BATCH_KINDS, type BatchBoard, type BatchKind } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Segmented, Spin } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../../api/problem-state.tsx';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { Refused } from '../refused.tsx';
import { BatchBlock } from './batch-block.tsx';
import { CaseCard } from './card.tsx';
import { movesTo } from './moves.ts';
import { boardQuery, useMoves, type Move } from './queries.ts';

/** Where something was put has to be seen. */
const NEARBY = { block: 'nearest', inline: 'center' } as const;

/** The days to come, with what is planned on each and what still waits for a day. */
export function BoardPage() {
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(boardQuery);
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return <Board board={data} />;
}

function Board({ board }: { readonly board: BatchBoard }) {
  const { t, i18n } = useTranslation('batches');
  const language = currentLanguage(i18n);
  const { kind = 'SURVEY' } = useSearch({ from: '/in/batches' });
  const navigate = useNavigate({ from: '/batches' });
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [over, setOver] = useState<string | null>(null);
  const dragged = useRef<readonly string[]>([]);
  const moves = useMoves();
  const waiting = board.waiting.filter(({ kinds }) => kinds.includes(kind));
  const batches = board.batches.filter((batch) => batch.kind === kind);
  const proposals = board.proposals.filter((one) => one.kind === kind);
  const chosen = ticked.filter((id) => waiting.some((one) => one.id === id));
  const day = (value: string) => showDay(value, i18n.language);

  function carryOut(list: readonly Move[]): void {
    if (moves.isPending || list.length === 0) return;
    moves.mutate(list, {
      onSuccess: (batch) => {
        setTicked([]);
        if (batch) document.querySelector(`#day-${batch.day}`)?.scrollIntoView(NEARBY);
      },
    });
  }
  const moveTo = (on: string, ids: readonly string[]) => carryOut(movesTo(board, kind, on, ids));
  const days = [...new Set([...batches.map((batch) => batch.day), ...board.days])].sort();

  return (
    <div className="batch-board">
      <PageHead title={t('title')} lead={t('lead', { ...board.limits })} />
      <Segmented<BatchKind>
        aria-label={t('which')}
        value={kind}
        options={(Object.keys(BATCH_KINDS) as BatchKind[]).map((value) => ({
          value,
          label: BATCH_KINDS[value][language],
        }))}
        onChange={(value) =>
          void navigate({ search: value === 'SURVEY' ? {} : { kind: value }, replace: true })
        }
      />
      <Refused error={moves.error} onFresh={() => moves.reset()} />
      {moves.isSuccess && moves.data?.state === 'ANNOUNCED' && (
        <Notice tone="good" title={t('told')} />
      )}
      {proposals.length > 0 && (
        <section className="sheet" aria-labelledby="proposals">
          <h2 id="proposals">{t('proposals')}</h2>
          <ul className="batch-proposals">
            {proposals.map(({ day: on, park, industry, caseIds, late }) => (
              <li key={`${on} ${caseIds[0]}`}>
                <span>
                  {t('proposal', {
                    day: day(on),
                    what: (kind === 'SURVEY' ? park : industry) ?? t('outside'),
                    count: caseIds.length,
                  })}
                  {late && <strong className="late"> {t('late')}</strong>}
                </span>
                <Button
                  type="primary"
                  onClick={() =>
                    carryOut([{ open: { kind, day: on, place: '', caseIds, body: null } }])
                  }
                >
                  {t('adopt')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="batch-desk">
        <section className="batch-waiting" aria-labelledby="waiting">
          <h2 id="waiting">{t('waiting', { count: waiting.length })}</h2>
          {waiting.length === 0 && <p className="quiet-text">{t('nothingWaits')}</p>}
          {waiting.length > 0 && (
            <div className="batch-chosen">
              <Button
                size="small"
                onClick={() =>
                  setTicked(chosen.length === waiting.length ? [] : waiting.map(({ id }) => id))
                }
              >
                {t(chosen.length === waiting.length ? 'none' : 'all')}
              </Button>
              <Select
                size="small"
                disabled={chosen.length === 0}
                aria-label={t('putChosen')}
                placeholder={t('putChosen')}
                value={null}
                options={board.days.map((value) => ({ value, label: day(value) }))}
                onChange={(value: string | null) => value !== null && moveTo(value, chosen)}
              />
            </div>
          )}
          {waiting.map((one) => (
            <CaseCard
              key={one.id}
              one={one}
              days={board.days}
              ticked={chosen.includes(one.id)}
              onTick={(isTicked) =>
                setTicked(isTicked ? [...ticked, one.id] : ticked.filter((id) => id !== one.id))
              }
              onDrag={() => {
                dragged.current = chosen.includes(one.id) ? chosen : [one.id];
              }}
              onMove={(on) => moveTo(on, [one.id])}
            />
          ))}
        </section>
        {/* Wider than a screen: it is scrolled, so the keyboard must reach it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="batch-days" tabIndex={0} role="group" aria-label={t('days')}>
          {days.map((on) => (
            <section
              key={on}
              id={`day-${on}`}
              className={over === on ? 'batch-day over' : 'batch-day'}
              aria-label={day(on)}
            >
              <div
                className="batch-drop"
                onDragOver={(event) => {
                  event.preventDefault();
                  if (over !== on) setOver(on);
                }}
                onDragLeave={() => setOver(null)}
                onDrop={(event) => {
                  event.preventDefault();
                  setOver(null);
                  moveTo(on, dragged.current);
                }}
              >
                <h2>{day(on)}</h2>
                {batches
                  .filter((batch) => batch.day === on)
                  .map((batch) => (
                    <BatchBlock
                      key={`${batch.id} ${batch.version}`}
                      batch={batch}
                      board={board}
                      onMoves={carryOut}
                      onMoveCases={moveTo}
                      onDrag={(ids) => {
                        dragged.current = ids;
                      }}
                    />
                  ))}
              </div>
            </section>
          ))}
        </div>
      </div>
      {waiting.length === 0 && batches.length === 0 && (
        <EmptyState title={t('empty')} icon="empty">
          <p>{t('emptyWhy')}</p>
        </EmptyState>
      )}
    </div>
  );
}

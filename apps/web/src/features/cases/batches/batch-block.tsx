import { BATCH_STATES, type Batch, type BatchBoard } from '@ludao/contracts';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { CaseCard } from './card.tsx';
import type { Move } from './queries.ts';

/** One survey or meeting in the column of its day. */
export function BatchBlock(props: {
  readonly batch: Batch;
  readonly board: BatchBoard;
  readonly onMoves: (moves: readonly Move[]) => void;
  readonly onMoveCases: (day: string, ids: readonly string[]) => void;
  readonly onDrag: (ids: readonly string[]) => void;
}) {
  const { t, i18n } = useTranslation('batches');
  const { batch, board, onMoves } = props;
  const { id, version, kind, state, day, cases, steps } = batch;
  const [place, setPlace] = useState(batch.place);
  const [body, setBody] = useState(batch.body?.id ?? null);
  const isPlanned = steps.includes('announce');
  const title = (kind === 'SURVEY' ? batch.park : batch.industry) ?? t('mixed');
  const days = board.days.filter((one) => one !== day);
  const moveAll = (next: string) =>
    onMoves([
      {
        id,
        step: isPlanned
          ? { step: 'change', version, day: next, place, body }
          : { step: 'reschedule', version, day: next, place },
      },
    ]);
  const announce = () => {
    const isChanged = place !== batch.place || body !== (batch.body?.id ?? null);
    const change: Move = { id, step: { step: 'change', version, day, place, body } };
    const next = isChanged ? version + 1 : version;
    onMoves([...(isChanged ? [change] : []), { id, step: { step: 'announce', version: next } }]);
  };
  return (
    <section
      className={`batch-block ${state.toLowerCase()}`}
      aria-label={`${t(`kind.${kind}`)} ${title}`}
    >
      <h3>{title}</h3>
      <p className="batch-state">
        {BATCH_STATES[state][currentLanguage(i18n)]} · {t('count', { count: cases.length })}
      </p>
      {isPlanned && (
        <>
          <Input
            size="small"
            aria-label={t('place')}
            placeholder={t('place')}
            value={place}
            maxLength={200}
            onChange={(event) => setPlace(event.target.value)}
          />
          {kind === 'MEETING' && (
            <Select
              size="small"
              allowClear
              aria-label={t('body')}
              placeholder={t('body')}
              value={body}
              options={board.bodies.map(({ id: value, name: label }) => ({ value, label }))}
              onChange={(value: string | undefined) => setBody(value ?? null)}
            />
          )}
        </>
      )}
      {!isPlanned && batch.place !== '' && <p>{batch.place}</p>}
      <div className="batch-actions">
        {isPlanned && (
          <Button type="primary" size="small" onClick={announce}>
            {t('announce')}
          </Button>
        )}
        {(steps.includes('reschedule') || isPlanned) && (
          <Select
            size="small"
            aria-label={t('reschedule')}
            placeholder={t(isPlanned ? 'otherDay' : 'reschedule')}
            value={null}
            options={days.map((value) => ({ value, label: showDay(value, i18n.language) }))}
            onChange={(value: string | null) => value !== null && moveAll(value)}
          />
        )}
        {state !== 'PROPOSED' && (
          <Button size="small" href={`/desk/batches/${id}`}>
            {t(steps.includes('hold') ? 'minutes' : 'open')}
          </Button>
        )}
        {steps.includes('cancel') && (
          <Button
            size="small"
            onClick={() =>
              confirm(t(isPlanned ? 'dropSure' : 'cancelSure')) &&
              onMoves([{ id, step: { step: 'cancel', version, reason: t('cancelled') } }])
            }
          >
            {t('cancel')}
          </Button>
        )}
      </div>
      <details open={isPlanned}>
        <summary>{t('projects')}</summary>
        {cases.map((one) => (
          <CaseCard
            key={one.id}
            one={one}
            days={board.days}
            fixed={!isPlanned}
            onDrag={() => props.onDrag([one.id])}
            onMove={(next) => props.onMoveCases(next, [one.id])}
          />
        ))}
      </details>
    </section>
  );
}

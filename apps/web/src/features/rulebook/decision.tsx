import { ROUTES, type Entry, type EntryDecision } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

const DONE = {
  SUBMITTED: null,
  APPROVED: 'approved',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
} as const;

/** Approving or sending back, or why neither is offered. */
export function Decision({ entry }: { readonly entry: Entry }) {
  const { t, i18n } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isBack, setIsBack] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const decide = useMutation({
    mutationFn: (body: EntryDecision) =>
      ask(ROUTES.decideEntry, { params: { id: entry.id }, body }),
    onSuccess: (after) => settle(after),
  });
  const withdraw = useMutation({
    mutationFn: () => ask(ROUTES.withdrawEntry, { params: { id: entry.id }, body: {} }),
    onSuccess: (after) => settle(after),
  });

  async function settle(after: Entry): Promise<void> {
    await queries.invalidateQueries({ queryKey: ['rulebook-entries'] });
    await queries.invalidateQueries({ queryKey: ['rulebook-rules'] });
    await queries.invalidateQueries({ queryKey: ['calendar'] });
    queries.setQueryData(['rulebook-entry', after.id], after);
    const done = DONE[after.state];
    await navigate({ to: '/rulebook/$id', params: { id: after.id }, search: done ? { done } : {} });
  }

  if (!entry.may.decide) {
    const why = !mayIn(session, 'approve', 'rulebook_entry')
      ? 'waitsForHead'
      : entry.may.ownWork
        ? 'ownWork'
        : 'notYours';
    return (
      <section className="sheet" aria-label={t('decide.title')}>
        <p className="why-not">
          <Icon name="info" size={16} /> {t(`decide.${why}`)}
        </p>
        {withdraw.error && <Notice tone="fault" title={problemText(withdraw.error)} />}
        {entry.may.withdraw && (
          <>
            <p className="quiet-text">{t('decide.withdrawText')}</p>
            <Button
              aria-busy={withdraw.isPending}
              onClick={() => !withdraw.isPending && withdraw.mutate()}
            >
              {t('decide.withdraw')}
            </Button>
          </>
        )}
      </section>
    );
  }

  function sendBack(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim().length < 2) setFault(t('decide.reasonMissing'));
    else if (!decide.isPending) decide.mutate({ decision: 'reject', reason: reason.trim() });
  }

  const { effectiveFrom, sourceTitle: title, topic } = entry;
  const county = desk(`counties.${entry.district}`, { defaultValue: entry.district });
  return (
    <section className="sheet decision" aria-labelledby="decision">
      <h2 id="decision">{t('decide.title')}</h2>
      {decide.error && <Notice tone="fault" title={problemText(decide.error)} />}
      <p>
        {topic === 'calendar'
          ? t('decide.effectCalendar', { title, year: effectiveFrom.slice(0, 4) })
          : t('decide.effect', { title, county, from: showDay(effectiveFrom, i18n.language) })}
      </p>
      {isBack ? (
        <form onSubmit={sendBack} noValidate>
          <Field id={`reason-${entry.id}`} label={t('decide.reason')} fault={fault}>
            {(wiring) => (
              <Input.TextArea
                {...wiring}
                rows={2}
                maxLength={500}
                value={reason}
                onChange={(event) => {
                  setReason(event.target.value);
                  setFault(undefined);
                }}
              />
            )}
          </Field>
          <div className="card-actions">
            <Button type="primary" danger htmlType="submit" aria-busy={decide.isPending}>
              {t('decide.sendBack')}
            </Button>
            <Button onClick={() => setIsBack(false)}>{desk('cancel')}</Button>
          </div>
        </form>
      ) : (
        <div className="card-actions">
          <Button
            type="primary"
            icon={<Icon name="check" />}
            aria-busy={decide.isPending}
            onClick={() => !decide.isPending && decide.mutate({ decision: 'approve' })}
          >
            {t('decide.approve')}
          </Button>
          <Button onClick={() => setIsBack(true)}>{t('decide.back')}</Button>
        </div>
      )}
    </section>
  );
}

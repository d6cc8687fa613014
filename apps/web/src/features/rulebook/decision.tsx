import { ROUTES, type Entry, type EntryDecision } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { adoptionOf } from './adoption.ts';

/** Approving or sending back, or why neither is offered. */
export function Decision({ entry }: { readonly entry: Entry }) {
  const { t, i18n } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [isBack, setIsBack] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const decide = useMutation({
    mutationFn: (body: EntryDecision) =>
      ask(ROUTES.decideEntry, { params: { id: entry.id }, body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['rulebook-entries'] }),
  });
  if (!entry.may.decide) {
    const why = !mayIn(session, 'approve', 'rulebook_entry')
      ? 'waitsForHead'
      : entry.may.ownWork
        ? 'ownWork'
        : 'notYours';
    return (
      <p className="why-not">
        <Icon name="info" size={16} /> {t(`decide.${why}`)}
      </p>
    );
  }

  function sendBack(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim().length < 2) setFault(t('decide.reasonMissing'));
    else if (!decide.isPending) decide.mutate({ decision: 'reject', reason: reason.trim() });
  }

  const { from, title } = adoptionOf(entry);
  const county = desk(`counties.${entry.district}`, { defaultValue: entry.district });
  return (
    <div className="decision">
      {decide.error && <Notice tone="fault" title={problemText(decide.error)} />}
      <p>{t('decide.effect', { title, county, from: showDay(from, i18n.language) })}</p>
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
    </div>
  );
}

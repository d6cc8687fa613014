import { DELEGATION_STATES, ROUTES, type Delegation } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ExportButton } from '../../../api/export-button.tsx';
import { useProblemText } from '../../../api/problem-text.ts';
import { mayIn, useSession } from '../../../api/session.ts';
import { showMoment } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { Failure } from '../listed.tsx';
import { GiveForm } from './give-form.tsx';

/** Whom an enterprise lets act for it; for an agency, for whom it acts and until when. */
export function DelegationsPage() {
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const gives = mayIn(session, 'create', 'delegation');
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<'given' | 'endedNow' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['delegations'],
    queryFn: ({ signal }) => ask(ROUTES.listDelegations, {}, signal),
  });
  const give = gives && !isOpen && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
      {t('delegation.give')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('delegation.title')}
        lead={t(gives ? 'delegation.lead' : 'delegation.receivedLead')}
        actions={
          data?.rows.length !== 0 && (
            <>
              <ExportButton route={ROUTES.exportDelegations} input={{}} />
              {give}
            </>
          )
        }
      />
      {said && !isOpen && <Notice tone="good" title={t(`delegation.${said}`)} />}
      {isOpen && (
        <GiveForm
          onDone={() => {
            setOpen(false);
            setSaid('given');
          }}
          onCancel={() => setOpen(false)}
        />
      )}
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Spin description={desk('loading')} />}
      {data?.rows.length === 0 && !isOpen && (
        <EmptyState title={t(gives ? 'delegation.none' : 'delegation.noneReceived')} icon="hand">
          <p>{t(gives ? 'delegation.noneText' : 'delegation.noneReceivedText')}</p>
          {give}
        </EmptyState>
      )}
      <ul className="delegations">
        {data?.rows.map((row) => (
          <li key={row.id} className="sheet" data-state={row.state}>
            <Card delegation={row} gives={gives} onEnded={() => setSaid('endedNow')} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Card(props: {
  readonly delegation: Delegation;
  readonly gives: boolean;
  readonly onEnded: () => void;
}) {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { id, owner, to, startsAt, endsAt, state, may } = props.delegation;
  const [isSure, setSure] = useState(false);
  const moment = (iso: string) => showMoment(iso, i18n.language);
  const end = useMutation({
    mutationFn: () => ask(ROUTES.endDelegation, { params: { id } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['delegations'] });
      props.onEnded();
    },
  });
  return (
    <article>
      <header className="delegation-head">
        <h2>{(props.gives ? to : owner).name || desk('none')}</h2>
        <span className={`post-state ${state === 'RUNNING' ? 'present' : 'ended'}`}>
          <Icon name={state === 'RUNNING' ? 'check' : 'stop'} size={16} />{' '}
          {DELEGATION_STATES[state][currentLanguage(i18n)]}
        </span>
      </header>
      <p>{t('delegation.span', { from: moment(startsAt), to: moment(endsAt) })}</p>
      {end.error && <Notice tone="fault" title={problemText(end.error)} />}
      {may.end && !isSure && <Button onClick={() => setSure(true)}>{t('delegation.end')}</Button>}
      {may.end && isSure && (
        <div className="decision">
          <p>{t('delegation.effect', { name: to.name })}</p>
          <div className="card-actions">
            <Button
              type="primary"
              danger
              aria-busy={end.isPending}
              onClick={() => !end.isPending && end.mutate()}
            >
              {t('delegation.endNow')}
            </Button>
            <Button onClick={() => setSure(false)}>{desk('cancel')}</Button>
          </div>
        </div>
      )}
    </article>
  );
}

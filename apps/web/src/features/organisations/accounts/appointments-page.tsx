import { APPOINTMENT_STATES, ROLES, ROUTES, type Appointment } from '@ludao/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Pagination, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ExportButton } from '../../../api/export-button.tsx';
import { useProblemText } from '../../../api/problem-text.ts';
import { mayIn, useSession } from '../../../api/session.ts';
import { showDay, showMoment } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { Facts } from '../../../ui/desk/facts.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { Failure, SIZE } from '../listed.tsx';
import { readAppointmentSearch, type AppointmentSearch } from '../search.ts';

/** What the system officer put forward; it counts once the security officer confirmed it. */
export function AppointmentsPage() {
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const search = useSearch({ from: '/in/appointments' });
  const navigate = useNavigate({ from: '/appointments' });
  const query = { ...search, size: SIZE };
  const { data, error, refetch } = useQuery({
    queryKey: ['appointments', query],
    queryFn: ({ signal }) => ask(ROUTES.listAppointments, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const confirms = mayIn(session, 'approve', 'appointment');
  return (
    <>
      <PageHead
        title={t('appointments.title')}
        lead={t(confirms ? 'appointments.lead' : 'appointments.ownLead')}
        actions={
          data &&
          data.total > 0 && (
            <ExportButton
              route={ROUTES.exportAppointments}
              input={{ query: { ...search, page: undefined } }}
            />
          )
        }
      />
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Spin description={desk('loading')} />}
      {data?.total === 0 && (
        <EmptyState title={t('appointments.none')} icon="check">
          <p>{t('appointments.noneText')}</p>
        </EmptyState>
      )}
      <ul className="delegations">
        {data?.rows.map((row) => (
          <li key={row.id} className="sheet" data-state={row.state}>
            <Card appointment={row} />
          </li>
        ))}
      </ul>
      {data && data.total > SIZE && (
        <Pagination
          size="small"
          current={search.page ?? 1}
          pageSize={SIZE}
          total={data.total}
          showSizeChanger={false}
          onChange={(page) =>
            void navigate({
              search: (now: AppointmentSearch) => readAppointmentSearch({ ...now, page }),
            })
          }
        />
      )}
    </>
  );
}

const LOOKS = { WAITING: 'stood-in', CONFIRMED: 'present', REFUSED: 'ended' } as const;
const ICONS = { WAITING: 'question', CONFIRMED: 'check', REFUSED: 'out' } as const;

function Card({ appointment }: { readonly appointment: Appointment }) {
  const { t, i18n } = useTranslation('people');
  const language = currentLanguage(i18n);
  const day = (iso: string) => showDay(iso, i18n.language);
  const moment = (iso: string) => showMoment(iso, i18n.language);
  const { state, person, post, role, part, from, to, organisation } = appointment;
  return (
    <article>
      <header className="delegation-head">
        <h2>{t('appointments.head', { person, post })}</h2>
        <span className={`post-state ${LOOKS[state]}`}>
          <Icon name={ICONS[state]} size={16} /> {APPOINTMENT_STATES[state][language]}
        </span>
      </header>
      <Facts
        rows={[
          { name: t('organisation'), value: organisation },
          { name: t('posts.role'), value: ROLES[role][language] },
          { name: t('appoint.part'), value: t(`part.${part}`) },
          {
            name: t('appointments.period'),
            value:
              to === null
                ? t('holdings.from', { from: day(from) })
                : t('holdings.span', { from: day(from), to: day(to) }),
          },
          {
            name: t('appointments.proposed'),
            value: t('appointments.by', {
              name: appointment.proposedBy,
              at: moment(appointment.proposedAt),
            }),
          },
          ...(appointment.decidedAt
            ? [
                {
                  name: t('appointments.decided'),
                  value: t('appointments.by', {
                    name: appointment.decidedBy ?? '',
                    at: moment(appointment.decidedAt),
                  }),
                },
              ]
            : []),
          ...(appointment.reason
            ? [{ name: t('appointments.reason'), value: appointment.reason }]
            : []),
        ]}
      />
      {appointment.may.decide && <Decision id={appointment.id} />}
    </article>
  );
}

function Decision({ id }: { readonly id: string }) {
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [isBack, setBack] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const decide = useMutation({
    mutationFn: (confirm: boolean) =>
      ask(ROUTES.decideAppointment, {
        params: { id },
        body: confirm ? { decision: 'confirm' } : { decision: 'refuse', reason },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['appointments'] }),
  });
  const send = (confirm: boolean) => !decide.isPending && decide.mutate(confirm);
  return (
    <div className="decision">
      {decide.error && <Notice tone="fault" title={problemText(decide.error)} />}
      {isBack && (
        <Field id={`reason-${id}`} label={t('appointments.reason')} fault={fault}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={300}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setFault(undefined);
              }}
            />
          )}
        </Field>
      )}
      <div className="card-actions">
        {isBack ? (
          <>
            <Button
              type="primary"
              danger
              aria-busy={decide.isPending}
              onClick={() =>
                reason.trim().length < 2 ? setFault(t('accounts.reasonMissing')) : send(false)
              }
            >
              {t('appointments.refuse')}
            </Button>
            <Button onClick={() => setBack(false)}>{desk('cancel')}</Button>
          </>
        ) : (
          <>
            <Button
              type="primary"
              icon={<Icon name="check" />}
              aria-busy={decide.isPending}
              onClick={() => send(true)}
            >
              {t('appointments.confirm')}
            </Button>
            <Button onClick={() => setBack(true)}>{t('appointments.back')}</Button>
          </>
        )}
      </div>
    </div>
  );
}

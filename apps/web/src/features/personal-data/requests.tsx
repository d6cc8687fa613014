import {
  DATA_REQUEST_KINDS,
  DATA_REQUEST_STATES,
  ORGANISATION_KINDS,
  ROUTES,
  type DataRequest,
  type DataRequestState,
} from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay, showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { AnswerForm } from './answer-form.tsx';

/** What persons ask about their data, the open ones first, with the day by which to answer. */
export function Requests(props: {
  readonly state: DataRequestState | undefined;
  readonly mayAct: boolean;
}) {
  const { t, i18n } = useTranslation('personalData');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const navigate = useNavigate();
  const [isDone, setIsDone] = useState(false);
  const { state } = props;
  const query = state === undefined ? {} : { state };
  const { data, error } = useQuery({
    queryKey: ['data-requests', query],
    queryFn: ({ signal }) => ask(ROUTES.listDataRequests, { query }, signal),
  });
  const states = Object.keys(DATA_REQUEST_STATES) as DataRequestState[];
  return (
    <>
      <div className="filters screen-only">
        <Select<DataRequestState | 'all'>
          className="state-filter"
          aria-label={t('office.state')}
          options={[
            { value: 'all', label: desk('all') },
            ...states.map((value) => ({
              value,
              label: DATA_REQUEST_STATES[value][currentLanguage(i18n)],
            })),
          ]}
          value={state ?? 'all'}
          onChange={(chosen) =>
            void navigate({
              to: '/personal-data',
              search: chosen === 'all' ? {} : { state: chosen },
            })
          }
        />
      </div>
      {isDone && <Notice tone="good" title={t('office.answered')} />}
      {error && <Notice tone="fault" title={problemText(error)} />}
      {!data && !error && <Spin />}
      {data?.requests.length === 0 && (
        <EmptyState title={t('office.noRequests')}>
          <p>{t('office.noRequestsText')}</p>
        </EmptyState>
      )}
      <ul className="data-requests">
        {data?.requests.map((request) => (
          <li key={request.id} className="sheet" data-state={request.state}>
            <Request request={request} />
            {request.state === 'OPEN' && props.mayAct && (
              <AnswerForm request={request} onDone={() => setIsDone(true)} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Request({ request }: { readonly request: DataRequest }) {
  const { t, i18n } = useTranslation('personalData');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { kind, words, state, askedAt, dueOn, answer, person } = request;
  const [openedAt] = useState(() => Date.now());
  const isLate = state === 'OPEN' && Date.parse(`${dueOn}T23:59:59+08:00`) < openedAt;
  return (
    <>
      <p className="event-head">
        <strong>{DATA_REQUEST_KINDS[kind][language]}</strong>
        <span>{person.name || t('office.erased')}</span>
        <span className="code">{person.phone}</span>
        <span className="code">{person.signInName}</span>
        <span>{ORGANISATION_KINDS[person.organisationKind][language]}</span>
        <time dateTime={askedAt}>{showMoment(askedAt, i18n.language)}</time>
      </p>
      <p className="request-words">{words || desk('none')}</p>
      <p className={isLate ? 'validity past' : 'fine'}>
        {state === 'OPEN'
          ? t(isLate ? 'office.late' : 'requests.due', { day: showDay(dueOn, i18n.language) })
          : `${DATA_REQUEST_STATES[state][language]}${t('colon')}${answer ?? desk('none')}`}
      </p>
    </>
  );
}

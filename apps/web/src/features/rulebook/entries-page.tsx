import { ROUTES, type Entry } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { EntryCard } from './entry-card.tsx';

/** Entries of the rulebook, with those that wait for a decision on top. */
export function RulebookPage() {
  const { t } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const { done } = useSearch({ from: '/in/rulebook' });
  const problemText = useProblemText();
  const { data, error, refetch } = useQuery({
    queryKey: ['rulebook-entries'],
    queryFn: ({ signal }) => ask(ROUTES.listEntries, {}, signal),
  });
  const mayEnter = mayIn(session, 'create', 'rulebook_entry');
  const enter = mayEnter && (
    <LinkButton primary icon="plus" to="/rulebook/new" search={{}}>
      {t('enter')}
    </LinkButton>
  );
  const entries = data?.entries ?? [];
  const waiting = entries.filter(({ state }) => state === 'SUBMITTED');
  const decided = entries.filter(({ state }) => state !== 'SUBMITTED');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={data?.entries.length !== 0 && enter} />
      {done === 'submitted' && <Notice tone="good" title={t('submitted')} />}
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {data && (
        <>
          {entries.length === 0 && (
            <EmptyState title={t('empty.title')} icon="rulebook">
              <p>{t('empty.text')}</p>
              {enter}
            </EmptyState>
          )}
          <Group id="waiting" entries={waiting} all={entries} />
          <Group id="decided" entries={decided} all={entries} />
          <section className="sheet rulebook-about" aria-labelledby="about">
            <h2 id="about">{t('about.title')}</h2>
            <p>{t('about.text')}</p>
            <p className="fine">
              {t('about.digest')} <code className="digest">{data.digest}</code>
            </p>
          </section>
        </>
      )}
    </>
  );
}

function Group(props: {
  readonly id: 'waiting' | 'decided';
  readonly entries: readonly Entry[];
  readonly all: readonly Entry[];
}) {
  const { t } = useTranslation('rulebook');
  const { id, entries } = props;
  if (entries.length === 0) return null;
  return (
    <section className="entries" aria-labelledby={id}>
      <h2 id={id}>{t(id, { count: entries.length })}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className="sheet">
            <EntryCard entry={entry} isNewest={isNewest(entry, props.all)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only the last approved version, while nothing else waits, is where a new one may start. */
function isNewest({ key, version, state }: Entry, all: readonly Entry[]): boolean {
  return (
    state === 'APPROVED' &&
    !all.some(
      (other) =>
        other.key === key &&
        (other.state === 'SUBMITTED' || (other.state === 'APPROVED' && other.version > version)),
    )
  );
}

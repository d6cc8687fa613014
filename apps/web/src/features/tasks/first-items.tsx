import { ROUTES } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { ItemLink } from './item-link.tsx';
import { DueDay, Standing } from './standing.tsx';

const FIRST = 5;

/** The five that are due first, above the figures; nothing where nothing waits. */
export function FirstItems() {
  const { t } = useTranslation('tasks');
  const problemText = useProblemText();
  const { data, error } = useQuery({
    queryKey: ['inbox', 'first'],
    queryFn: ({ signal }) => ask(ROUTES.listInbox, { query: { size: FIRST } }, signal),
  });
  if (error) return <Notice tone="caution" title={problemText(error)} />;
  if (!data || data.total === 0) return null;
  return (
    <section className="sheet first-items" aria-labelledby="first-items">
      <h2 id="first-items">
        {t('first')} <small>{data.total}</small>
      </h2>
      <ul>
        {data.rows.map((item) => (
          <li key={item.id}>
            <Standing colour={item.colour} />
            <ItemLink item={item} />
            <DueDay item={item} />
          </li>
        ))}
      </ul>
      <LinkButton icon="check" to="/inbox" search={{}}>
        {t('all')}
      </LinkButton>
    </section>
  );
}

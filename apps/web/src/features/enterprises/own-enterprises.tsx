import { ROUTES, type EnterpriseRow } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Facts } from '../../ui/desk/facts.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { Industries } from './fact-value.tsx';

/** Whoever has one enterprise, or a few by delegation, needs no list to find them. */
export function OwnEnterprises({ delegated }: { readonly delegated: boolean }) {
  const { t } = useTranslation('desk');
  const problemText = useProblemText();
  const query = { size: 12 };
  const { data, error } = useQuery({
    queryKey: ['enterprises', query],
    queryFn: ({ signal }) => ask(ROUTES.listEnterprises, { query }, signal),
  });
  if (error) return <Notice tone="caution" title={problemText(error)} />;
  if (!data) return <Spin />;
  if (data.total === 0) {
    return (
      <EmptyState title={t('ownNone.title')} icon="enterprise">
        <p>{t('ownNone.text')}</p>
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="own">
      <h2 id="own">{t(delegated ? 'own.delegated' : 'own.title')}</h2>
      <ul className="own">
        {data.rows.map((row) => (
          <li key={row.id} className="sheet">
            <OwnCard row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnCard({ row }: { readonly row: EnterpriseRow }) {
  const { t } = useTranslation('desk');
  const { t: own } = useTranslation('enterprises');
  const session = useSession();
  const { id } = row;
  return (
    <>
      <h3>{row.name}</h3>
      <Facts
        rows={[
          { name: own('creditCode'), value: <span className="credit-code">{row.creditCode}</span> },
          { name: own('industries'), value: <Industries codes={row.industries} /> },
          { name: own('park'), value: row.park?.name ?? own('outside') },
          { name: own('movedIn'), value: row.movedIn ?? t('none') },
        ]}
      />
      <div className="card-actions">
        <LinkButton primary icon="file" to="/enterprises/$id/file" params={{ id }}>
          {t('own.open')}
        </LinkButton>
        {mayIn(session, 'update', 'enterprise') && (
          <LinkButton icon="edit" to="/enterprises/$id/edit" params={{ id }}>
            {t('own.edit')}
          </LinkButton>
        )}
      </div>
    </>
  );
}

import { ROUTES } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useSession } from '../../../api/session.ts';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { Failure } from '../listed.tsx';
import { Absences } from './absences.tsx';

/** What everybody sees to for himself: when he is away, and his password. */
export function OwnPage() {
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['own-absences'],
    queryFn: ({ signal }) => ask(ROUTES.listOwnAbsences, {}, signal),
  });
  return (
    <div className="file">
      <PageHead
        title={t('own.title')}
        lead={t('own.lead')}
        actions={
          <LinkButton icon="key" to="/password">
            {t('password.title')}
          </LinkButton>
        }
      />
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Spin description={desk('loading')} />}
      {data && (
        <>
          <section className="sheet" aria-labelledby="own-posts">
            <h2 id="own-posts">{t('own.posts')}</h2>
            {data.posts.length === 0 && <p className="quiet-text">{t('colleagues.noPost')}</p>}
            <ul className="holdings">
              {data.posts.map(({ title, standIn }) => (
                <li key={title}>
                  <strong>{title}</strong>
                  <span>{standIn ? t('own.standIn', { name: standIn }) : t('own.noStandIn')}</span>
                </li>
              ))}
            </ul>
          </section>
          <Absences personId={session.user.id} absences={data.absences} />
        </>
      )}
    </div>
  );
}

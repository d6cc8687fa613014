import { ROLES, ROUTES, type PostDetail } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Facts } from '../../../ui/desk/facts.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { Failure } from '../listed.tsx';
import { AppointForm } from './appoint-form.tsx';
import { EndForm } from './end-form.tsx';
import { Holdings } from './holdings.tsx';
import { InPart, PostStateMark } from './parts.tsx';
import { PostTimeline } from './timeline.tsx';

type Said = 'created' | 'in_force' | 'waiting' | 'ended' | 'emptied';

/** One post: how it stands today, everyone who held it, and what happened to it. */
export function PostPage() {
  const { id } = useParams({ from: '/in/posts/$id' });
  const { done } = useSearch({ from: '/in/posts/$id' });
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const [open, setOpen] = useState<'appoint' | 'end' | null>(null);
  const [said, setSaid] = useState<Said | null>(done ?? null);
  const { data, error, refetch } = useQuery({
    queryKey: ['post', id],
    queryFn: ({ signal }) => ask(ROUTES.getPost, { params: { id } }, signal),
  });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const finish = (what: Said) => {
    setOpen(null);
    setSaid(what);
  };
  return (
    <article className="file">
      <PageHead
        title={data.title}
        eyebrow={t('posts.file')}
        lead={data.organisation.name}
        actions={
          data.may.update &&
          open === null && (
            <>
              <Button
                type="primary"
                icon={<Icon name="people" />}
                onClick={() => setOpen('appoint')}
              >
                {t('appoint.open')}
              </Button>
              <Button icon={<Icon name="stop" />} onClick={() => setOpen('end')}>
                {t('end.open')}
              </Button>
            </>
          )
        }
      />
      {said && open === null && <Notice tone="good" title={t(`said.${said}`)} />}
      {open === 'appoint' && (
        <AppointForm post={data} onDone={finish} onCancel={() => setOpen(null)} />
      )}
      {open === 'end' && (
        <EndForm post={data} onDone={() => finish('ended')} onCancel={() => setOpen(null)} />
      )}
      <Standing post={data} />
      <Holdings post={data} onDone={() => finish('emptied')} />
      <PostTimeline id={id} version={data.version} />
    </article>
  );
}

function Standing({ post }: { readonly post: PostDetail }) {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const day = (iso: string) => showDay(iso, i18n.language);
  return (
    <section className="sheet" aria-labelledby="today">
      <h2 id="today">{t('posts.today')}</h2>
      <Facts
        rows={[
          { name: t('posts.state'), value: <PostStateMark state={post.state} /> },
          { name: t('posts.role'), value: ROLES[post.role][language] },
          { name: t('posts.holder'), value: <InPart part={post.holder} /> },
          { name: t('posts.standIn'), value: <InPart part={post.standIn} /> },
          ...(post.park ? [{ name: t('posts.park'), value: post.park }] : []),
          { name: t('posts.createdOn'), value: day(post.createdOn) },
          {
            name: t('posts.endedOn'),
            value: post.endedOn ? day(post.endedOn) : desk('none'),
          },
        ]}
      />
      {post.waiting.map(({ id, person, part, from }) => (
        <Notice
          key={id}
          tone="info"
          title={t('posts.waiting', { name: person.name, part, from: day(from) })}
        />
      ))}
    </section>
  );
}

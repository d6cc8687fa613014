import { ROLES, ROUTES, type ColleagueDetail } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { rolesOf, useSession } from '../../../api/session.ts';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { Failure } from '../listed.tsx';
import { Absences } from './absences.tsx';
import { HandOverForm } from './hand-over-form.tsx';

/** A person of the house: what they hold, when they are away, and the way to hand it all over. */
export function ColleaguePage() {
  const { id } = useParams({ from: '/in/people/$id' });
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<{ posts: number; left: number } | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['colleague', id],
    queryFn: ({ signal }) => ask(ROUTES.getColleague, { params: { id } }, signal),
  });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const isManager = rolesOf(session).some((role) => role !== 'SYSTEM_OFFICER');
  return (
    <article className="file">
      <PageHead
        title={data.name}
        eyebrow={t('colleagues.file')}
        lead={data.organisation.name}
        actions={
          isManager &&
          data.holdings.length > 0 &&
          !isOpen && (
            <Button type="primary" icon={<Icon name="hand" />} onClick={() => setOpen(true)}>
              {t('handOver.open')}
            </Button>
          )
        }
      />
      {said && !isOpen && (
        <Notice
          tone="good"
          title={t(said.left > 0 ? 'handOver.doneSomeLeft' : 'handOver.done', said)}
        />
      )}
      {isOpen && (
        <HandOverForm
          person={data}
          onDone={(done) => {
            setOpen(false);
            setSaid(done);
          }}
          onCancel={() => setOpen(false)}
        />
      )}
      <Held person={data} />
      {isManager && <Absences personId={id} absences={data.absences} />}
    </article>
  );
}

function Held({ person }: { readonly person: ColleagueDetail }) {
  const { t, i18n } = useTranslation('people');
  const language = currentLanguage(i18n);
  const day = (iso: string) => showDay(iso, i18n.language);
  return (
    <section className="sheet" aria-labelledby="held">
      <h2 id="held">{t('colleagues.held')}</h2>
      {person.holdings.length === 0 && <p className="quiet-text">{t('colleagues.noPost')}</p>}
      <ul className="holdings">
        {person.holdings.map(({ holdingId, postId, title, role, part, from, to }) => (
          <li key={holdingId}>
            <span className="part">{t(`part.${part}`)}</span>
            <Link to="/posts/$id" params={{ id: postId }}>
              {title}
            </Link>
            <span>{ROLES[role][language]}</span>
            <span className="span">
              {to === null
                ? t('holdings.from', { from: day(from) })
                : t('holdings.span', { from: day(from), to: day(to) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

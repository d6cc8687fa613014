import { CONTACT_KINDS, ROUTES, type MyData } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { EraseMyself } from './erase-myself.tsx';
import { OwnRequests } from './own-requests.tsx';
import { Purposes } from './purposes.tsx';
import { Reveals, SignIns } from './traces.tsx';

/** 「我的个人信息」: what is kept about me, why, how long, who looked, and what I may do about it. */
export function MyDataPage() {
  const { t } = useTranslation('personalData');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const { data, error } = useQuery({
    queryKey: ['my-data'],
    queryFn: ({ signal }) => ask(ROUTES.getMyData, {}, signal),
  });
  if (error) return <Notice tone="fault" title={problemText(error)} />;
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <article className="file my-data">
      <PageHead
        title={t('mine.title')}
        lead={t('mine.lead')}
        actions={
          <>
            <Button
              icon={<Icon name="download" />}
              href={addressOf(ROUTES.exportMyData, {})}
              download
            >
              {t('mine.excel')}
            </Button>
            <Button
              icon={<Icon name="download" />}
              href={addressOf(ROUTES.copyMyData, {})}
              download="my-personal-data.json"
            >
              {t('mine.copy')}
            </Button>
          </>
        }
      />
      <Who data={data} />
      <Reveals reveals={data.reveals} />
      <Entries contacts={data.contacts} />
      <SignIns sessions={data.sessions} log={data.log} />
      <Purposes />
      <OwnRequests requests={data.requests} />
      <EraseMyself obstacles={data.erasureObstacles} requests={data.requests} />
    </article>
  );
}

function Who({ data: { person, account, posts } }: { readonly data: MyData }) {
  const { t, i18n } = useTranslation('personalData');
  const { t: desk } = useTranslation('desk');
  const day = (date: string) => showDay(date, i18n.language);
  return (
    <section className="sheet" aria-labelledby="who">
      <h2 id="who">{t('mine.who')}</h2>
      <Facts
        rows={[
          { name: t('name'), value: person.name },
          { name: t('phone'), value: person.phone ?? desk('none') },
          { name: t('organisation'), value: person.organisation },
          { name: t('signInName'), value: <span className="code">{account.signInName}</span> },
          ...(account.staffNumber ? [{ name: t('staffNumber'), value: account.staffNumber }] : []),
          ...account.signOn.map((subject) => ({ name: t('signOn'), value: subject })),
          { name: t('secondFactor'), value: t(account.secondFactor ? 'set' : 'notSet') },
        ]}
      />
      <h3>{t('mine.posts')}</h3>
      {posts.length === 0 && <p className="quiet-text">{desk('none')}</p>}
      <ul className="plain-list">
        {posts.map(({ title, organisation, part, from, to }) => (
          <li key={`${title} ${part} ${from}`}>
            <span>
              {title}
              {part === 'B' && <span className="badge">{desk('standIn')}</span>}
            </span>
            <span className="quiet-text">{organisation}</span>
            <span className="quiet-text">
              {to ? t('span', { from: day(from), to: day(to) }) : t('since', { from: day(from) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entries({ contacts }: { readonly contacts: MyData['contacts'] }) {
  const { t, i18n } = useTranslation('personalData');
  if (contacts.length === 0) return null;
  const day = (date: string) => showDay(date, i18n.language);
  return (
    <section className="sheet" aria-labelledby="entries">
      <h2 id="entries">{t('mine.entries')}</h2>
      <p className="fine">{t('mine.entriesHint')}</p>
      <ul className="plain-list">
        {contacts.map(({ id, of, kind, jobTitle, phone, from, to }) => (
          <li key={id}>
            <span>{of}</span>
            <span>
              {CONTACT_KINDS[kind][currentLanguage(i18n)]}{' '}
              <span className="quiet-text">{jobTitle}</span>
            </span>
            <span className="code">{phone}</span>
            <span className="quiet-text">
              {to ? t('span', { from: day(from), to: day(to) }) : t('since', { from: day(from) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

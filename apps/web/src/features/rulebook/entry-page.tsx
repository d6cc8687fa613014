import { ENTRY_TOPICS, ROUTES, type Entry } from '@ludao/contracts';
import { CONFIDENCE_NAMES, LAYER_NAMES } from '@ludao/contracts/law-words';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay, showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { Decision } from './decision.tsx';
import { EntryContent } from './entry-content.tsx';
import { EntryState } from './entry-state.tsx';
import { Preview } from './preview.tsx';
import { usePeriod } from './texts.ts';

/** One entry: the document, what it says, what it would change, and who answers for it. */
export function EntryPage() {
  const { id } = useParams({ from: '/in/rulebook/$id' });
  const { done } = useSearch({ from: '/in/rulebook/$id' });
  const { t, i18n } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const {
    data: entry,
    error,
    refetch,
  } = useQuery({
    queryKey: ['rulebook-entry', id],
    queryFn: ({ signal }) => ask(ROUTES.getEntry, { params: { id } }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!entry) return <Spin description={desk('loading')} />;
  return (
    <div className="file" data-entry={entry.key} data-state={entry.state}>
      <PageHead
        eyebrow={ENTRY_TOPICS[entry.topic][currentLanguage(i18n)]}
        title={entry.title}
        lead={<EntryState state={entry.state} />}
        actions={<Actions entry={entry} />}
      />
      {done && <Notice tone="good" title={t(done)} />}
      <section className="sheet">
        <About entry={entry} />
      </section>
      <section className="sheet" aria-labelledby="entry-content">
        <h2 id="entry-content">{t('content')}</h2>
        <EntryContent entry={entry} />
      </section>
      {entry.state === 'SUBMITTED' && (
        <>
          <Preview entry={entry} />
          <Decision entry={entry} />
        </>
      )}
    </div>
  );
}

function Actions({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('rulebook');
  const session = useSession();
  const { id, topic, wholeList, may } = entry;
  return (
    <>
      {mayIn(session, 'export', 'rulebook_entry') && (
        <Button
          href={addressOf(ROUTES.exportEntryRows, { params: { id } })}
          download
          icon={<Icon name="download" />}
        >
          {t('downloadRows')}
        </Button>
      )}
      {may.supersede && wholeList && (
        <LinkButton icon="upload" to="/rulebook/import" search={{ topic }}>
          {t('newVersionSheet')}
        </LinkButton>
      )}
      {may.supersede && (
        <LinkButton icon="edit" to="/rulebook/new" search={{ after: id }}>
          {t('newVersion')}
        </LinkButton>
      )}
    </>
  );
}

function About({ entry }: { readonly entry: Entry }) {
  const { t, i18n } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const period = usePeriod();
  const language = currentLanguage(i18n);
  const by = (person: string | null, iso: string) =>
    t('by', { name: person || t('somebody'), at: showMoment(iso, i18n.language) });
  const { sourceTitle, sourceNo, sourceDate, sourceWhere, decidedAt, reason, provenance } = entry;
  const rows = [
    { name: t('source'), value: `《${sourceTitle}》${sourceNo}` },
    { name: t('issuer'), value: entry.issuer },
    ...(sourceDate ? [{ name: t('sourceDate'), value: showDay(sourceDate, i18n.language) }] : []),
    ...(sourceWhere ? [{ name: t('sourceWhere'), value: sourceWhere }] : []),
    { name: t('layer'), value: LAYER_NAMES[entry.layer]?.[language] },
    { name: t('confidence'), value: CONFIDENCE_NAMES[entry.confidence]?.[language] },
    {
      name: t('county'),
      value: desk(`counties.${entry.district}`, { defaultValue: entry.district }),
    },
    {
      name: t('period'),
      value: (
        <>
          {period(entry)}
          {entry.countsUntil !== null && <small className="fine"> {t('superseded')}</small>}
        </>
      ),
    },
    { name: t('entered'), value: by(entry.enteredBy, entry.enteredAt) },
    ...(decidedAt === null
      ? []
      : [
          {
            name: t(entry.state === 'WITHDRAWN' ? 'withdrawnBy' : 'decidedBy'),
            value: by(entry.decidedBy, decidedAt),
          },
        ]),
    ...(reason === null ? [] : [{ name: t('reason'), value: reason }]),
    ...(provenance === null ? [] : [{ name: t('provenance'), value: provenance }]),
    {
      name: t('key'),
      value: (
        <span className="code">{t('version', { key: entry.key, version: entry.version })}</span>
      ),
    },
  ];
  return <Facts rows={rows} />;
}

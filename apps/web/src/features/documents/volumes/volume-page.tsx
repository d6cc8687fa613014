import { ROUTES, VOLUME_LACKS, type VolumeView } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../../api/client.ts';
import { ProblemState } from '../../../api/problem-state.tsx';
import { mayIn, useSession } from '../../../api/session.ts';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { Facts } from '../../../ui/desk/facts.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../../ui/desk/record-list.tsx';
import { volumeQuery } from '../queries.ts';
import { StateMark } from '../state-mark.tsx';
import { ArchivePanel } from './archive-panel.tsx';
import { ClosePanel } from './close-panel.tsx';
import { useTermWords } from './term.ts';
import { VolumeState } from './volume-state.tsx';

type Item = VolumeView['contents'][number] & { readonly at: number };

/** One volume: its documents in order, what each still lacks, and what the archive keeps of it. */
export function VolumePage() {
  const { id } = useParams({ from: '/in/volumes/$id' });
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(volumeQuery(id));
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return <Shown key={id} volume={data} />;
}

function Shown({ volume }: { readonly volume: VolumeView }) {
  const { t } = useTranslation('documents');
  const session = useSession();
  const { id, title, number, subject, closedOn, archive } = volume;
  return (
    <div className="volume-page">
      <PageHead
        title={title}
        eyebrow={number ?? t('volumes.noNumber')}
        lead={
          <>
            <VolumeState isClosed={closedOn !== null} /> {subject}
          </>
        }
        actions={
          <>
            {archive && mayIn(session, 'export', 'document') && (
              <Button
                type="primary"
                href={addressOf(ROUTES.downloadVolume, { params: { id } })}
                download
                icon={<Icon name="download" />}
              >
                {t('volume.archive.download')}
              </Button>
            )}
            <LinkButton icon="paper" to="/documents" search={{ volume: id }}>
              {t('volumes.all_documents')}
            </LinkButton>
          </>
        }
      />
      <ClosePanel volume={volume} />
      <Contents volume={volume} />
      <About volume={volume} />
      {archive && <ArchivePanel archive={archive} />}
    </div>
  );
}

function Contents({ volume }: { readonly volume: VolumeView }) {
  const { t } = useTranslation('documents');
  const columns = useColumns();
  const rows = volume.contents.map((one, at): Item => ({ ...one, at: at + 1 }));
  return (
    <section aria-labelledby="contents">
      <h2 id="contents">{t('volume.contents')}</h2>
      {rows.length === 0 ? (
        <EmptyState title={t('volume.close.empty')} />
      ) : (
        <RecordList<Item>
          label={t('volume.contents')}
          columns={columns}
          rows={rows}
          total={rows.length}
          page={1}
          size={rows.length}
          sort=""
          busy={false}
          onSort={() => undefined}
          onPage={() => undefined}
          foot={<p>{t('volumes.count', { count: rows.length })}</p>}
        />
      )}
    </section>
  );
}

function useColumns(): readonly Column<Item>[] {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  return [
    {
      key: 'title',
      title: t('volume.name'),
      show: ({ id, title, at }) => (
        <Link to="/documents/$id" params={{ id }} className="record-link">
          {t('volume.at', { at, title })}
        </Link>
      ),
    },
    {
      key: 'number',
      title: t('number'),
      width: 200,
      show: ({ number }) =>
        number ? (
          <span className="code">{number}</span>
        ) : (
          <span className="quiet-text">{t('noNumber')}</span>
        ),
    },
    {
      key: 'signedOn',
      title: t('volume.signedOn'),
      width: 140,
      show: ({ signedOn }) => (signedOn ? showDay(signedOn, i18n.language) : ''),
    },
    {
      key: 'state',
      title: t('state'),
      width: 190,
      show: ({ state, effect }) => <StateMark state={state} effect={effect} />,
    },
    {
      key: 'lack',
      title: t('volume.lack'),
      width: 190,
      show: ({ lack }) =>
        lack ? (
          <span className="volume-lack">
            <Icon name="warn" size={15} /> {VOLUME_LACKS[lack][language]}
          </span>
        ) : (
          <span className="quiet-text">{t('volume.lacksNothing')}</span>
        ),
    },
  ];
}

function About({ volume }: { readonly volume: VolumeView }) {
  const { t, i18n } = useTranslation('documents');
  const termWords = useTermWords();
  const { subject, office, openedOn, closedOn, retention } = volume;
  const term =
    closedOn === null
      ? t('volume.least', { term: termWords(retention.least) })
      : termWords(retention.years);
  const day = (iso: string) => showDay(iso, i18n.language);
  return (
    <section className="sheet" aria-labelledby="about">
      <h2 id="about">{t('volume.about')}</h2>
      <Facts
        rows={[
          { name: t('volumes.subject'), value: subject },
          { name: t('volumes.office'), value: office },
          { name: t('volumes.openedOn'), value: day(openedOn) },
          ...(closedOn ? [{ name: t('volumes.closedOn'), value: day(closedOn) }] : []),
          { name: t('volume.retention'), value: term },
        ]}
      />
    </section>
  );
}

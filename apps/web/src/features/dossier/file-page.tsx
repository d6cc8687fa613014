import {
  DOSSIER_SUBJECTS,
  ROUTES,
  type DossierKind,
  type DossierSectionView,
  type DossierView,
} from '@ludao/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, save } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { useProblemText } from '../../api/problem-text.ts';
import { useSession } from '../../api/session.ts';
import { showDay, showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { QrCode } from '../../ui/desk/qr-code.tsx';
import { Block } from './blocks.tsx';
import { DayPicker } from './day-picker.tsx';
import { addressOfFile, fileQuery } from './file-query.ts';
import { SectionLinks } from './section-links.tsx';

const PRINT = { enterprise: ROUTES.printEnterpriseFile, park: ROUTES.printParkFile } as const;
const EVENTS = {
  enterprise: ROUTES.listEnterpriseFileEvents,
  park: ROUTES.listParkFileEvents,
} as const;

/** 一企一档 */
export function EnterpriseFilePage() {
  const { id } = useParams({ from: '/in/enterprises/$id/file' });
  const { asOf } = useSearch({ from: '/in/enterprises/$id/file' });
  const navigate = useNavigate({ from: '/enterprises/$id/file' });
  const turnTo = (day?: string) => void navigate({ search: day ? { asOf: day } : {} });
  return <FilePage kind="enterprise" id={id} asOf={asOf} onDay={turnTo} />;
}

/** 一园一档 */
export function ParkFilePage() {
  const { id } = useParams({ from: '/in/parks/$id/file' });
  const { asOf } = useSearch({ from: '/in/parks/$id/file' });
  const navigate = useNavigate({ from: '/parks/$id/file' });
  const turnTo = (day?: string) => void navigate({ search: day ? { asOf: day } : {} });
  return <FilePage kind="park" id={id} asOf={asOf} onDay={turnTo} />;
}

interface Props {
  readonly kind: DossierKind;
  readonly id: string;
  readonly asOf: string | undefined;
  readonly onDay: (day?: string) => void;
}

function FilePage({ kind, id, asOf, onDay }: Props) {
  const { t, i18n } = useTranslation('dossier');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(fileQuery(kind, id, asOf));
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const { subject, sections } = data;
  const loadEarlier = (before: string) =>
    ask(EVENTS[kind], { params: { id }, query: { before, ...(asOf && { asOf }) } });
  return (
    <article className="file dossier">
      <PageHead
        title={subject.name}
        eyebrow={DOSSIER_SUBJECTS[kind][currentLanguage(i18n)]}
        lead={subject.creditCode && <span className="credit-code">{subject.creditCode}</span>}
        actions={<Actions file={data} asOf={asOf} />}
      />
      <Head file={data} onDay={onDay} />
      {asOf !== undefined && (
        <Notice
          tone="info"
          title={t('ofDay', { day: showDay(data.asOf, i18n.language) })}
          actions={<Button onClick={() => onDay()}>{t('today')}</Button>}
        />
      )}
      <div className="dossier-body">
        <SectionLinks sections={sections} />
        <div className="dossier-sections">
          {sections.map((section) => (
            <Section
              // Earlier events that were fetched belong to the file of one day.
              key={`${section.key} ${data.asOf}`}
              section={section}
              loadEarlier={loadEarlier}
              onRetry={() => void refetch()}
            />
          ))}
        </div>
      </div>
    </article>
  );
}

function Actions({
  file,
  asOf,
}: {
  readonly file: DossierView;
  readonly asOf: string | undefined;
}) {
  const { t } = useTranslation('dossier');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const { kind, id, name } = file.subject;
  const title = DOSSIER_SUBJECTS[kind].zh;
  const pdf = useMutation({
    mutationFn: () =>
      save(
        PRINT[kind],
        { params: { id }, query: { ...(asOf && { asOf }) } },
        `${title}-${name}-${file.asOf}.pdf`,
      ),
  });
  return (
    <>
      <Button icon={<Icon name="download" />} loading={pdf.isPending} onClick={() => pdf.mutate()}>
        {t('pdf')}
      </Button>
      <Button icon={<Icon name="print" />} onClick={() => print()}>
        {desk('print')}
      </Button>
      <LinkButton
        icon="qr"
        to={kind === 'park' ? '/parks/$id/sign' : '/enterprises/$id/sign'}
        params={{ id }}
      >
        {t(`sign.${kind}`)}
      </LinkButton>
      <LinkButton
        icon="edit"
        to={kind === 'park' ? '/parks/$id' : '/enterprises/$id'}
        params={{ id }}
        search={{}}
      >
        {t('registered')}
      </LinkButton>
      {pdf.error && <Notice tone="fault" title={problemText(pdf.error)} />}
    </>
  );
}

/** What is printed on top: day, who printed it, the digest, and the way back by a code. */
function Head({ file, onDay }: { readonly file: DossierView; readonly onDay: Props['onDay'] }) {
  const { t, i18n } = useTranslation('dossier');
  const { user, posts } = useSession();
  const [openedAt] = useState(() => new Date().toISOString());
  const { subject, digest, asOf } = file;
  const [post] = posts;
  return (
    <section className="sheet dossier-head" aria-label={t('about')}>
      <dl>
        <div>
          <dt>{t('asOf')}</dt>
          <dd>
            <DayPicker day={asOf} onDay={onDay} />
            <span className="print-only-inline">{showDay(asOf, i18n.language)}</span>
          </dd>
        </div>
        <div className="print-only">
          <dt>{t('printedAt')}</dt>
          <dd>{showMoment(openedAt, i18n.language)}</dd>
        </div>
        <div className="print-only">
          <dt>{t('printedBy')}</dt>
          <dd>
            {user.name} {post && `${post.organisation.name} ${post.title}`}
          </dd>
        </div>
        <div>
          <dt>{t('digest')}</dt>
          <dd className="digest">{digest}</dd>
        </div>
      </dl>
      <figure>
        <QrCode text={addressOfFile(subject.kind, subject.id)} label={t('qrLabel')} />
        <figcaption>{t('qrHint')}</figcaption>
      </figure>
    </section>
  );
}

function Section(props: {
  readonly section: DossierSectionView;
  readonly loadEarlier: Parameters<typeof Block>[0]['loadEarlier'];
  readonly onRetry: () => void;
}) {
  const { t, i18n } = useTranslation('dossier');
  const { t: desk } = useTranslation('desk');
  const { t: problems } = useTranslation('problems');
  const { key, title, blocks, fault } = props.section;
  return (
    <section className="sheet" id={key} tabIndex={-1} aria-labelledby={`${key}-title`}>
      <h2 id={`${key}-title`}>{title[currentLanguage(i18n)]}</h2>
      {fault !== null && (
        <Notice
          tone="caution"
          title={t('failed')}
          actions={<Button onClick={props.onRetry}>{desk('error.again')}</Button>}
        >
          <p>{problems(fault, { defaultValue: fault })}</p>
        </Notice>
      )}
      {blocks.map((block, at) => (
        // Blocks of a section never move.
        <Block key={at} block={block} loadEarlier={props.loadEarlier} />
      ))}
    </section>
  );
}

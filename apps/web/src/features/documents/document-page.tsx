import { DOCUMENT_EFFECTS, ROUTES, type DocumentView } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { About } from './about.tsx';
import { ChangeForm } from './drafting/change-form.tsx';
import { FollowUp } from './follow-up.tsx';
import { OutsidePanel } from './outside/outside-panel.tsx';
import { Paper } from './paper.tsx';
import { Periods } from './periods.tsx';
import { PublicVersionPanel } from './public/public-version-panel.tsx';
import { documentQuery } from './queries.ts';
import { StateMark } from './state-mark.tsx';
import { NextStep } from './steps/next-step.tsx';
import { Returned } from './steps/returned.tsx';
import { DocumentTimeline } from './timeline.tsx';
import { VerificationPanel } from './verification-panel.tsx';
import { Way } from './way.tsx';

/** One document: its paper, where it stands, and the one thing that the reader can do next. */
export function DocumentPage() {
  const { id } = useParams({ from: '/in/documents/$id' });
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(documentQuery(id));
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return <Shown key={id} document={data} />;
}

function Shown({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation('documents');
  const { done, edit, shown } = useSearch({ from: '/in/documents/$id' });
  const navigate = useNavigate({ from: '/documents/$id' });
  const { id, title, addressee, number, state, effect } = document;
  const pdf = addressOf(ROUTES.printDocument, { params: { id } });
  const isEditing = edit === 'yes' && document.may.steps.includes('change');
  const turn = (search: { readonly edit?: 'yes' }) => void navigate({ search, replace: true });
  return (
    <div className="document-page">
      <PageHead
        title={title}
        eyebrow={number ?? t('noNumber')}
        lead={
          <>
            <StateMark state={state} effect={effect} /> {addressee}
          </>
        }
        actions={
          <>
            <Button href={pdf} target="_blank" icon={<Icon name="print" />}>
              {t('pdf')}
            </Button>
            <Button href={pdf} download icon={<Icon name="download" />}>
              {t('download')}
            </Button>
            <Button
              href={addressOf(ROUTES.writeDocument, { params: { id } })}
              download
              icon={<Icon name="download" />}
            >
              {t('word')}
            </Button>
            {document.template.served && number !== null && (
              <Button
                href={addressOf(ROUTES.printServiceReceipt, { params: { id } })}
                target="_blank"
                icon={<Icon name="paper" />}
              >
                {t('receipt')}
              </Button>
            )}
          </>
        }
      />
      {done && state === 'DRAFT' && <Notice tone="good" title={t(`done.${done}`)} />}
      <Returned document={document} />
      {isEditing ? (
        <ChangeForm document={document} onDone={() => turn({})} />
      ) : (
        <div className="document-desk">
          <NextStep document={document} onEdit={() => turn({ edit: 'yes' })} />
          <div className="document-main">
            <Sheet document={document} />
            <PublicVersionPanel document={document} isOpen={shown === 'public'} />
            <DocumentTimeline document={document} />
          </div>
          <aside className="document-side">
            <OutsidePanel document={document} />
            <Periods document={document} />
            <Way document={document} />
            <About document={document} />
            <FollowUp document={document} />
            <VerificationPanel
              of={document}
              hint={t('verify.hint')}
              digestHint={t('verify.digestHint')}
            />
          </aside>
        </div>
      )}
    </div>
  );
}

function Sheet({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation('documents');
  const { paper, state, effect, followedBy, number, verification } = document;
  const later = followedBy.find((one) => one.effect === effect);
  const watermark =
    number !== null ? undefined : t(state === 'DISCARDED' ? 'paper.discarded' : 'paper.draft');
  const mark =
    effect === null
      ? undefined
      : t('paper.marked', { effect: DOCUMENT_EFFECTS[effect].zh, lng: 'zh-CN' }) +
        (later?.number ? `，见${later.number}` : '');
  return (
    <div className="gongwen-desk">
      {paper.notes.map((note) => (
        <p key={note} className="gongwen-note">
          {note}
        </p>
      ))}
      <Paper paper={paper} watermark={watermark} mark={mark} code={verification} />
      <p className="fine">{t('paper.restsOn', { law: paper.restsOn.join('、') })}</p>
    </div>
  );
}

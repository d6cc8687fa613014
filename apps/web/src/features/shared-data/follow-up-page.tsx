import {
  CLOCK_COLOURS,
  FOLLOW_UP_CONCLUSIONS,
  FOLLOW_UP_STATES,
  ROUTES,
  type ClockColour,
  type FollowUpView,
} from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { FileChip } from '../../api/file-chip.tsx';
import { ProblemState } from '../../api/problem-state.tsx';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { ParkTabs } from './park-tabs.tsx';
import { ReportForm } from './report-form.tsx';

/** The follow-up evaluations that a park owes and has handed in. */
export function FollowUpPage() {
  const { id } = useParams({ from: '/in/parks/$id/follow-up' });
  const { t } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['follow-ups', id],
    queryFn: ({ signal }) => ask(ROUTES.listFollowUps, { params: { id } }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <>
      <PageHead title={t('followUp.title')} eyebrow={data.park.name} lead={t('followUp.lead')} />
      <ParkTabs id={id} />
      {data.rows.length === 0 && (
        <EmptyState title={t('followUp.emptyTitle')} icon="check">
          <p>{t('followUp.emptyText')}</p>
        </EmptyState>
      )}
      {data.rows.map((row) => (
        <FollowUpSheet key={row.id} parkId={id} followUp={row} />
      ))}
    </>
  );
}

const LOOKS: Partial<Record<ClockColour, { readonly icon: IconName; readonly tone: string }>> = {
  AMBER: { icon: 'warn', tone: 'caution' },
  RED: { icon: 'warn', tone: 'bad' },
  MISSED: { icon: 'stop', tone: 'bad' },
};

function FollowUpSheet(props: { readonly parkId: string; readonly followUp: FollowUpView }) {
  const { t, i18n } = useTranslation('sharedData');
  const { parkId, followUp } = props;
  const { id, state, parkEia, dueOn, handedInOn, conclusion, notedOn, may } = followUp;
  const day = (value: string) => showDay(value, i18n.language);
  const language = currentLanguage(i18n);
  return (
    <section className="sheet" aria-labelledby={`follow-up-${id}`}>
      <h2 id={`follow-up-${id}`}>{FOLLOW_UP_STATES[state][language]}</h2>
      {state === 'DUE' && dueOn && <Deadline followUp={followUp} />}
      <Facts
        rows={[
          { name: t('followUp.eia'), value: `${parkEia.title}（${parkEia.approvalNo}）` },
          ...(handedInOn && conclusion
            ? [
                {
                  name: t('followUp.conclusion'),
                  value: `${FOLLOW_UP_CONCLUSIONS[conclusion][language]}（${t('followUp.handedIn', { day: day(handedInOn) })}）`,
                },
              ]
            : []),
          ...(followUp.file
            ? [
                {
                  name: t('followUp.report'),
                  value: (
                    <FileChip
                      file={followUp.file}
                      address={addressOf(ROUTES.getFollowUpFile, { params: { id } })}
                    />
                  ),
                },
              ]
            : []),
          ...(notedOn
            ? [
                {
                  name: FOLLOW_UP_STATES.NOTED[language],
                  value: t('followUp.noted', { day: day(notedOn) }),
                },
              ]
            : []),
        ]}
      />
      {conclusion === 'MAJOR_CHANGE' && <p className="fine">{t('followUp.majorHint')}</p>}
      {may.includes('hand_in') && <ReportForm parkId={parkId} id={id} />}
      {may.includes('note') && <NoteButton parkId={parkId} id={id} />}
    </section>
  );
}

function Deadline({ followUp: { dueOn, left, colour } }: { readonly followUp: FollowUpView }) {
  const { t, i18n } = useTranslation('sharedData');
  const look = (colour && LOOKS[colour]) ?? { icon: 'check' as const, tone: 'good' };
  return (
    <p className={`standing ${look.tone}`}>
      <Icon name={look.icon} size={15} />{' '}
      {[
        colour && CLOCK_COLOURS[colour][currentLanguage(i18n)],
        dueOn && t('followUp.due', { day: showDay(dueOn, i18n.language) }),
        left !== null &&
          (left >= 0 ? t('followUp.left', { count: left }) : t('followUp.over', { count: -left })),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

function NoteButton({ parkId, id }: { readonly parkId: string; readonly id: string }) {
  const { t } = useTranslation('sharedData');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const note = useMutation({
    mutationFn: () => ask(ROUTES.noteFollowUp, { params: { id }, body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['follow-ups', parkId] }),
  });
  return (
    <>
      {note.error && <Notice tone="fault" title={problemText(note.error)} />}
      <p className="fine">{t('followUp.noteText')}</p>
      <Button type="primary" aria-busy={note.isPending} onClick={() => note.mutate()}>
        {t('followUp.note')}
      </Button>
    </>
  );
}

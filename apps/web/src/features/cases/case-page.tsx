import { CASE_TRACKS, ROUTES, type CaseTrack, type CaseView } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { ApprovalPanel } from './approval/panel.tsx';
import { CaseBasisSheet } from './basis.tsx';
import { FilingPanel } from './filing/panel.tsx';
import type { PanelProps } from './panel.ts';
import { caseQuery, useCaseStep } from './queries.ts';
import { Refused } from './refused.tsx';
import { SharedFacility } from './shared-facility.tsx';
import { StateMark } from './state-mark.tsx';
import { CaseTimeline } from './timeline.tsx';
import { ZeroLandPanel } from './zero-land/panel.tsx';

/** What each kind of case shows and does besides. */
const PANELS: Record<CaseTrack, ComponentType<PanelProps>> = {
  REGISTRATION: FilingPanel,
  COMMITMENT: FilingPanel,
  FORM: ApprovalPanel,
  REPORT: ApprovalPanel,
  ZERO_LAND: ZeroLandPanel,
};

/** One case: where it stands, what there is to do, what it rests on, what happened. */
export function CasePage() {
  const { id } = useParams({ from: '/in/cases/$id' });
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(caseQuery(id));
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return <Shown key={id} found={data} />;
}

function Shown({ found }: { readonly found: CaseView }) {
  const { t, i18n } = useTranslation('cases');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const Panel = PANELS[found.track];
  const place = desk(`counties.${found.districtCode}`, { defaultValue: found.districtCode });
  return (
    <article className="file case-page">
      <PageHead
        title={found.name}
        eyebrow={CASE_TRACKS[found.track][language]}
        lead={
          <>
            <StateMark state={found.state} />
            {found.number && <span className="code"> {found.number}</span>}
          </>
        }
        actions={<Discard found={found} />}
      />
      <Panel found={found} />
      <section className="sheet" aria-labelledby="project">
        <h2 id="project">{t('project.title')}</h2>
        <Facts
          rows={[
            { name: t('project.applicant'), value: found.applicant },
            { name: t('project.park'), value: found.park ?? t('project.outside') },
            { name: t('county'), value: place },
            { name: t('new.address'), value: found.address },
            { name: t('new.code'), value: found.projectCode ?? '—' },
          ]}
        />
      </section>
      <SharedFacility id={found.id} />
      <CaseBasisSheet found={found} />
      <CaseTimeline id={found.id} />
    </article>
  );
}

function Discard({ found: { id, version, steps } }: { readonly found: CaseView }) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const discard = useCaseStep(id, () =>
    ask(ROUTES.discardCase, { params: { id }, body: { version } }),
  );
  if (!steps.includes('discard')) return null;
  return (
    <>
      <Refused error={discard.error} />
      <Button
        icon={<Icon name="close" />}
        onClick={() =>
          confirm(t('discardSure')) &&
          discard.mutate(undefined, { onSuccess: () => void navigate({ to: '/cases' }) })
        }
      >
        {t('discard')}
      </Button>
    </>
  );
}

import { DUTY_CHAINS, LIABILITIES, permitBasisOf, ROUTES, type ParkEia } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { EventTimeline } from '../../api/event-timeline.tsx';
import { FileChip } from '../../api/file-chip.tsx';
import { ProblemState } from '../../api/problem-state.tsx';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { AllowancePanel } from './allowance-panel.tsx';
import { EnvelopeView } from './envelope-view.tsx';
import { eiaQuery } from './queries.ts';
import { StateMark } from './state-mark.tsx';
import { Steps } from './steps.tsx';

/** One park-wide EIA: where it stands, what it allows, what is left of it. */
export function ParkEiaPage() {
  const { id } = useParams({ from: '/in/park-eias/$id' });
  const { t } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(eiaQuery(id));
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <article className="file park-eia">
      <PageHead
        title={data.title}
        eyebrow={`${t('title')} · ${data.park}`}
        lead={<StateMark state={data.state} />}
        actions={
          <Button icon={<Icon name="print" />} onClick={() => print()}>
            {desk('print')}
          </Button>
        }
      />
      <Steps eia={data} />
      {data.allowance.length > 0 && <AllowancePanel eia={data} />}
      <Basics eia={data} />
      <EnvelopeView envelope={data.envelope} />
      <Duties eia={data} />
      <EventTimeline
        queryKey={['park-eia-timeline', id]}
        fetch={(signal) => ask(ROUTES.getParkEiaTimeline, { params: { id } }, signal)}
        wording={{
          title: ({ type }) => t(`event.${type.replace('park_eia.', '')}`, { defaultValue: type }),
          fieldName: (key) => key,
        }}
      >
        {(_, value) => String(value)}
      </EventTimeline>
    </article>
  );
}

function Basics({ eia }: { readonly eia: ParkEia }) {
  const { t, i18n } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  const day = (one: string | null) => (one ? showDay(one, i18n.language) : desk('none'));
  const { reportFile, approvalFile, decision } = eia;
  return (
    <section className="sheet" aria-labelledby="basics">
      <h2 id="basics">{t('basics')}</h2>
      <Facts
        rows={[
          { name: t('park'), value: eia.park },
          ...(eia.historical ? [{ name: t('origin'), value: t('historical') }] : []),
          { name: t('preparer'), value: eia.preparer || desk('none') },
          { name: t('summary'), value: eia.summary || desk('none') },
          { name: t('report'), value: reportFile ? <FileChip file={reportFile} /> : desk('none') },
          ...(decision === null
            ? []
            : [
                { name: t('decision'), value: t(`decisions.${decision}`) },
                { name: t('office'), value: eia.office ?? desk('none') },
                ...(decision === 'APPROVE'
                  ? [
                      { name: t('approvalNo'), value: eia.approvalNo ?? desk('none') },
                      { name: t('approvedOn'), value: day(eia.approvedOn) },
                      { name: t('days'), value: `${day(eia.inForceFrom)}–${day(eia.validTo)}` },
                      {
                        name: t('approval'),
                        value: approvalFile ? <FileChip file={approvalFile} /> : desk('none'),
                      },
                    ]
                  : []),
                {
                  name: t(decision === 'APPROVE' ? 'words' : 'reason'),
                  value: eia.decisionWords || desk('none'),
                },
                { name: t('enteredBy'), value: eia.enteredBy || desk('none') },
                {
                  name: t('confirmedBy'),
                  value: eia.confirmedBy === null ? t('notYet') : eia.confirmedBy || desk('none'),
                },
              ]),
        ]}
      />
    </section>
  );
}

/** Both chains of duty, whichever was chosen: neither is settled silently (T2). */
function Duties({ eia }: { readonly eia: ParkEia }) {
  const { t, i18n } = useTranslation('parkEia');
  const language = currentLanguage(i18n);
  return (
    <section className="sheet" aria-labelledby="duties">
      <h2 id="duties">{t('duties.title')}</h2>
      <p>
        <strong>{LIABILITIES[eia.liability][language]}</strong>
        {permitBasisOf(eia.liability) === 'PILOT' && (
          <>
            {' '}
            <span className="badge">{t('duties.pilot')}</span>
          </>
        )}
      </p>
      <p className="fine">{t('duties.both')}</p>
      <div className="two-chains">
        {(['draft', 'superior'] as const).map((chain) => (
          <div key={chain}>
            <h3>{t(`duties.${chain}`)}</h3>
            <ul>
              {DUTY_CHAINS[chain].map((duty) => (
                <li key={duty.cite}>
                  {duty[language]} <small>{duty.cite}</small>{' '}
                  {duty.confidence !== 'verified' && (
                    <span className="badge">{t('duties.unverified')}</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

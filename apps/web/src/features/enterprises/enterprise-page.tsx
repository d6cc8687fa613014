import { ROUTES, type EnterpriseDetail } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay, showMoment } from '../../i18n/dates.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { Departure } from './departure.tsx';
import { FactValue, Industries } from './fact-value.tsx';
import { MergedNotice } from './merging/merged-notice.tsx';
import { ProfileSections } from './profile.tsx';
import { Timeline } from './timeline.tsx';

/**
 * 一企一档: what is registered of the enterprise, and what happened to it.
 * @param props.children what other capabilities know of it
 * @param props.permit the permit that the platform knows, in place of what was typed
 */
export function EnterprisePage({
  children,
  permit,
}: {
  readonly children?: ReactNode;
  readonly permit?: ReactNode;
}) {
  const { id } = useParams({ from: '/in/enterprises/$id' });
  const { done } = useSearch({ from: '/in/enterprises/$id' });
  const { t, i18n } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const [openedAt] = useState(() => new Date().toISOString());
  const { data, error, refetch } = useQuery({
    queryKey: ['enterprise', id],
    queryFn: ({ signal }) => ask(ROUTES.getEnterprise, { params: { id } }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  if (data.mergedInto) {
    const params = { id: data.mergedInto.id };
    return <Navigate to="/enterprises/$id" params={params} search={{ done: 'led_here' }} replace />;
  }
  const called = new Map([
    ...(data.park ? [[data.park.id, data.park.name] as const] : []),
    ...(data.unitId && data.unit ? [[data.unitId, data.unit] as const] : []),
  ]);
  return (
    <article className="file">
      <PageHead
        title={data.name}
        eyebrow={t('file')}
        lead={<span className="credit-code">{data.creditCode}</span>}
        actions={
          <>
            <LinkButton icon="file" to="/enterprises/$id/file" params={{ id }}>
              {t('dossier:enterprise')}
            </LinkButton>
            <Button icon={<Icon name="print" />} onClick={() => print()}>
              {desk('print')}
            </Button>
            {data.may.update && (
              <LinkButton primary icon="edit" to="/enterprises/$id/edit" params={{ id }}>
                {desk('edit')}
              </LinkButton>
            )}
          </>
        }
      />
      {done && <Notice tone="good" title={t(`done.${done}`, { name: data.name })} />}
      <MergedNotice enterprise={data} />
      <Departure enterprise={data} />
      <Registered enterprise={data} />
      <ProfileSections enterprise={data} permit={permit} />
      {children}
      <Timeline id={id} called={called} />
      <p className="print-only fine">{t('printed', { at: showMoment(openedAt, i18n.language) })}</p>
    </article>
  );
}

function Registered({ enterprise }: { readonly enterprise: EnterpriseDetail }) {
  const { t, i18n } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const { park, movedIn } = enterprise;
  const value = (name: 'districtCode' | 'address' | 'wastewater' | 'hazardousWaste') =>
    enterprise[name] === null || enterprise[name] === '' ? (
      <span className="quiet-text">{desk('unknown')}</span>
    ) : (
      <FactValue name={name} value={enterprise[name]} />
    );
  const parkName =
    park && mayIn(session, 'read', 'park') ? (
      <Link to="/parks/$id" params={{ id: park.id }}>
        {park.name}
      </Link>
    ) : (
      (park?.name ?? <span className="quiet-text">{t('outside')}</span>)
    );
  return (
    <section className="sheet" aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <Facts
        rows={[
          { name: t('creditCode'), value: enterprise.creditCode },
          { name: t('industries'), value: <Industries codes={enterprise.industries} /> },
          { name: t('county'), value: value('districtCode') },
          { name: t('address'), value: value('address') },
          { name: t('park'), value: parkName },
          { name: t('unit'), value: enterprise.unit ?? desk('none') },
          {
            name: t('movedIn'),
            value: movedIn ? showDay(movedIn, i18n.language) : desk('none'),
          },
          { name: t('wastewater'), value: value('wastewater') },
          { name: t('hazardousWaste'), value: value('hazardousWaste') },
        ]}
      />
    </section>
  );
}

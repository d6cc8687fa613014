import {
  LITRES_PER_CUBIC_METRE_DIGITS,
  PARK_KINDS,
  ROUTES,
  WASTEWATER_ROUTES,
  writeAmount,
  type ParkDetail,
} from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { mayIn, useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { Buildings } from './buildings.tsx';
import { Designations } from './designations.tsx';
import { Posts } from './posts.tsx';
import { Stars } from './stars.tsx';
import { Tenants } from './tenants.tsx';
import { Timeline } from './timeline.tsx';

/**
 * One park: what it is, what it was recognised as, its units and who is in them.
 * @param props.children what other capabilities know of it
 */
export function ParkPage({ children }: { readonly children?: ReactNode }) {
  const { id } = useParams({ from: '/in/parks/$id' });
  const { t: desk } = useTranslation('desk');
  const { t } = useTranslation('parks');
  const session = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['park', id],
    queryFn: ({ signal }) => ask(ROUTES.getPark, { params: { id } }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <article className="file">
      <PageHead
        title={data.name}
        eyebrow={t('file')}
        actions={
          <>
            {mayIn(session, 'read', 'shared_dataset') && (
              <LinkButton icon="link" to="/parks/$id/shared-data" params={{ id }}>
                {t('sharedData:toPark')}
              </LinkButton>
            )}
            {mayIn(session, 'read', 'stock') && (
              <LinkButton icon="received" to="/stock/$id" params={{ id }}>
                {t('stock:toStock')}
              </LinkButton>
            )}
            <LinkButton icon="file" to="/parks/$id/file" params={{ id }}>
              {t('dossier:park')}
            </LinkButton>
            <Button icon={<Icon name="print" />} onClick={() => print()}>
              {desk('print')}
            </Button>
            {data.may.update && (
              <LinkButton primary icon="edit" to="/parks/$id/edit" params={{ id }}>
                {desk('edit')}
              </LinkButton>
            )}
          </>
        }
      />
      <Basics park={data} />
      {children}
      <Posts park={data} />
      <Designations park={data} />
      {mayIn(session, 'read', 'enterprise') && <Tenants park={data} />}
      <Buildings park={data} />
      <Timeline park={data} />
    </article>
  );
}

function Basics({ park }: { readonly park: ParkDetail }) {
  const { t, i18n } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const { longitude, latitude, districtCode } = park;
  const litres =
    park.plantLitresPerDay === null
      ? null
      : writeAmount(park.plantLitresPerDay, LITRES_PER_CUBIC_METRE_DIGITS);
  const position =
    longitude !== null && latitude !== null ? `${longitude}°E，${latitude}°N` : desk('none');
  return (
    <section className="sheet" aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <Facts
        rows={[
          { name: t('county'), value: desk(`counties.${districtCode}`, districtCode) },
          { name: t('kind'), value: PARK_KINDS[park.kind][currentLanguage(i18n)] },
          { name: t('stars'), value: <Stars count={park.stars} /> },
          { name: t('enterprises'), value: park.enterprises },
          { name: t('operator'), value: park.operator ?? desk('none') },
          { name: t('legalEntity'), value: park.legalEntity ?? desk('none') },
          { name: t('address'), value: park.address || desk('none') },
          { name: t('position'), value: position },
          {
            name: t('wastewater'),
            value: park.wastewater
              ? WASTEWATER_ROUTES[park.wastewater][currentLanguage(i18n)]
              : desk('none'),
          },
          {
            name: t('plantLitresPerDay'),
            value: litres === null ? desk('none') : `${litres} ${t('edit.cubicMetresPerDay')}`,
          },
          {
            name: t('rainSewageApart'),
            value:
              park.rainSewageApart === null
                ? desk('none')
                : t(park.rainSewageApart ? 'edit.apart' : 'edit.together'),
          },
          { name: t('sharedFacilities'), value: park.sharedFacilities || desk('none') },
        ]}
      />
    </section>
  );
}

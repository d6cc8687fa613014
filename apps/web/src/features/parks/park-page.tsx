import { PARK_KINDS, ROUTES, type ParkDetail } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { Buildings } from './buildings.tsx';
import { Designations } from './designations.tsx';
import { Stars } from './stars.tsx';
import { Tenants } from './tenants.tsx';

/**
 * One park: what it is, what it was recognised as, its units and who is in them.
 * @param props.children what other capabilities know of it
 */
export function ParkPage({ children }: { readonly children?: ReactNode }) {
  const { id } = useParams({ from: '/in/parks/$id' });
  const { t: desk } = useTranslation('desk');
  const { t } = useTranslation('parks');
  const problemText = useProblemText();
  const session = useSession();
  const { data, error } = useQuery({
    queryKey: ['park', id],
    queryFn: ({ signal }) => ask(ROUTES.getPark, { params: { id } }, signal),
  });
  if (error) return <Notice tone="fault" title={problemText(error)} />;
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <article className="file">
      <PageHead
        title={data.name}
        eyebrow={t('file')}
        actions={
          <Button icon={<Icon name="print" />} onClick={() => print()}>
            {desk('print')}
          </Button>
        }
      />
      <Basics park={data} />
      {children}
      <section className="sheet" aria-labelledby="designations">
        <h2 id="designations">{t('designations')}</h2>
        <Designations designations={data.designations} />
      </section>
      {mayIn(session, 'read', 'enterprise') && <Tenants park={data} />}
      <section className="sheet" aria-labelledby="buildings">
        <h2 id="buildings">{t('buildings')}</h2>
        <Buildings buildings={data.buildings} />
      </section>
    </article>
  );
}

function Basics({ park }: { readonly park: ParkDetail }) {
  const { t, i18n } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const { longitude, latitude, districtCode } = park;
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
        ]}
      />
    </section>
  );
}

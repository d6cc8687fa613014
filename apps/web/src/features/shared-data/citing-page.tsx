import { ROUTES, type CitableList } from '@ludao/contracts';
import { reasonText } from '@ludao/contracts/reason-texts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Facts } from '../../ui/desk/facts.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { BundleMaker } from './bundle-maker.tsx';

/** What an enterprise may cite today, each with the reason where it may not, and the bundle of a project. */
export function CitingPage() {
  const { enterprise } = useSearch({ from: '/in/citing' });
  const { t } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const navigate = useNavigate({ from: '/citing' });
  const { data, error, refetch } = useQuery({
    queryKey: ['citing-enterprises'],
    queryFn: ({ signal }) => ask(ROUTES.listCitingEnterprises, {}, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const chosen = data.rows.find(({ id }) => id === enterprise) ?? data.rows[0];
  return (
    <>
      <PageHead
        title={t('citing.title')}
        lead={t('citing.lead')}
        actions={<LinkButton to="/citations">{t('citing.bundles')}</LinkButton>}
      />
      {!chosen && (
        <EmptyState title={t('citing.noEnterprise')} icon="enterprise">
          <p>{t('citing.noEnterpriseText')}</p>
        </EmptyState>
      )}
      {data.rows.length > 1 && chosen && (
        <Field id="enterprise" label={t('citing.enterprise')}>
          {(wiring) => (
            <Select
              {...wiring}
              showSearch={{ optionFilterProp: 'label' }}
              value={chosen.id}
              options={data.rows.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => void navigate({ search: { enterprise: id } })}
            />
          )}
        </Field>
      )}
      {chosen && <Citable key={chosen.id} enterprise={chosen.id} />}
    </>
  );
}

function Citable({ enterprise }: { readonly enterprise: string }) {
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['citable', enterprise],
    queryFn: ({ signal }) => ask(ROUTES.listCitable, { params: { id: enterprise } }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <>
      <Where list={data} />
      {data.items.length > 0 && <BundleMaker list={data} />}
    </>
  );
}

/** Park, its EIA, and what stands in the way of all of it. */
function Where({ list }: { readonly list: CitableList }) {
  const { t, i18n } = useTranslation('sharedData');
  const { enterprise, park, parkEia, stop, zoning, items, on } = list;
  return (
    <>
      {stop && (
        <Notice tone="caution" title={t('citing.stopTitle')}>
          <p>{reasonText(stop, currentLanguage(i18n))}</p>
        </Notice>
      )}
      {zoning === 'not_entered' && (
        <Notice tone="info" title={t('citing.zoningTitle')}>
          <p>{t('citing.zoningText')}</p>
        </Notice>
      )}
      <section className="sheet" aria-labelledby="where">
        <h2 id="where">{t('citing.on', { day: showDay(on, i18n.language) })}</h2>
        <Facts
          rows={[
            { name: t('bundles.enterprise'), value: enterprise.name },
            { name: t('citing.park'), value: park.name },
            {
              name: t('citing.eia'),
              value: parkEia ? `${parkEia.title}（${parkEia.approvalNo}）` : t('citing.noEia'),
            },
          ]}
        />
      </section>
      {items.length === 0 && (
        <EmptyState title={t('citing.noneTitle')} icon="file">
          <p>{t('citing.noneText')}</p>
        </EmptyState>
      )}
    </>
  );
}

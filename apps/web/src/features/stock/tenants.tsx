import { ROUTES, type ParkStock, type StockTenant } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { parkStockQuery } from './queries.ts';
import { useStockAmounts, useStockTexts } from './texts.ts';

type Row = StockTenant & { readonly id: string };
const SIZE = 20;

/** Tenant by tenant: share, permit and approvals, or that there is none. */
export function Tenants({ stock }: { readonly stock: ParkStock }) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const { problem } = useStockTexts();
  const [page, setPage] = useState(1);
  const { parkId, tenants } = stock;
  const remove = useMutation({
    mutationFn: (id: string) => ask(ROUTES.removePresentTenant, { params: { id } }),
    onSuccess: (after) => queries.setQueryData(parkStockQuery(parkId).queryKey, after),
  });
  const columns = useColumns(remove.mutate);
  const without = (lacks: (tenant: StockTenant) => boolean) => tenants.filter(lacks).length;
  return (
    <section className="sheet" aria-labelledby="tenants">
      <h2 id="tenants">{t('tenantsTitle')}</h2>
      {remove.error && <Notice tone="fault" title={problem(remove.error)} />}
      {tenants.length === 0 ? (
        <p className="quiet-text">{t('noTenants')}</p>
      ) : (
        <>
          <p>
            {t('lacking', {
              shares: without(({ shares }) => shares === null),
              permits: without(({ permit }) => permit === null),
              approvals: without(({ approvals }) => approvals === 0),
            })}
          </p>
          <RecordList<Row>
            label={t('tenantsTitle')}
            columns={columns}
            rows={tenants
              .slice((page - 1) * SIZE, page * SIZE)
              .map((row) => ({ id: row.enterpriseId, ...row }))}
            total={tenants.length}
            page={page}
            size={SIZE}
            sort=""
            busy={false}
            onSort={() => {}}
            onPage={setPage}
          />
        </>
      )}
    </section>
  );
}

function useColumns(onRemove: (id: string) => void): readonly Column<Row>[] {
  const { t, i18n } = useTranslation('stock');
  const session = useSession();
  const mayRemove = mayIn(session, 'import', 'stock');
  return [
    {
      key: 'enterprise',
      title: t('enterprise'),
      width: '26%',
      show: ({ enterpriseId, enterprise, present }) => (
        <>
          <Link to="/enterprises/$id" params={{ id: enterpriseId }}>
            {enterprise}
          </Link>
          {!present && <Lack text={t('gone')} />}
        </>
      ),
    },
    {
      key: 'share',
      title: t('share'),
      show: (row) => (
        <>
          <Shares tenant={row} />
          {row.presentTenantId !== null && mayRemove && (
            <Button
              size="small"
              className="screen-only"
              aria-label={t('removeNamed', { enterprise: row.enterprise })}
              onClick={() => row.presentTenantId !== null && onRemove(row.presentTenantId)}
            >
              {t('remove')}
            </Button>
          )}
        </>
      ),
    },
    {
      key: 'permit',
      title: t('tenantPermit'),
      show: ({ permit }) =>
        permit ? (
          <>
            <span className="code">{permit.number}</span>{' '}
            <small>{t('until', { day: showDay(permit.validTo, i18n.language) })}</small>
          </>
        ) : (
          <Lack text={t('noTenantPermit')} />
        ),
    },
    {
      key: 'approvals',
      title: t('approvals'),
      show: ({ approvals }) =>
        approvals > 0 ? t('approvalCount', { count: approvals }) : <Lack text={t('noApproval')} />,
    },
  ];
}

function Shares({ tenant }: { readonly tenant: StockTenant }) {
  const { t } = useTranslation('stock');
  const { nameOf, figure } = useStockAmounts();
  const { shares, presentTenantId, admissionId } = tenant;
  if (shares === null) return <Lack text={t('noShare')} />;
  return (
    <>
      {shares.length === 0 ? (
        <span>{t('holdsNone')}</span>
      ) : (
        <ul className="plain">
          {shares.map(({ item, amount }) => (
            <li key={item}>
              {nameOf(item)} {figure(item, amount)}
            </li>
          ))}
        </ul>
      )}
      {presentTenantId !== null && <span className="badge">{t('waits')}</span>}
      {presentTenantId === null && admissionId !== null && (
        <Link to="/admissions/$id" params={{ id: admissionId }}>
          {t('inAccount')}
        </Link>
      )}
    </>
  );
}

function Lack({ text }: { readonly text: string }) {
  return (
    <span className="stock-mark closed">
      <Icon name="warn" size={15} />
      {text}
    </span>
  );
}

import { ROUTES, STOCK_STATES, type ParkStock, type StockImportHead } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { showDay, showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { Balance } from './balance.tsx';
import { parkStockQuery, STOCK_KEYS } from './queries.ts';
import { SendForm } from './send-form.tsx';
import { Tenants } from './tenants.tsx';
import { useStockTexts } from './texts.ts';

/** What a park brought along, set against what it is allowed, until an officer confirms it. */
export function ParkStockPage() {
  const { id } = useParams({ from: '/in/stock/$id' });
  const { t } = useTranslation('stock');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(parkStockQuery(id));
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <article className="file stock">
      <PageHead
        eyebrow={t('title')}
        title={data.park}
        actions={
          <LinkButton icon="park" to="/parks/$id" params={{ id }}>
            {t('park')}
          </LinkButton>
        }
      />
      <Standing stock={data} />
      <Balance stock={data} />
      <Tenants stock={data} />
      {data.may.send && <SendForm parkId={id} />}
      <Imports stock={data} />
    </article>
  );
}

/** Whether direct entry is open, and what opens it. */
function Standing({ stock }: { readonly stock: ParkStock }) {
  const { t, i18n } = useTranslation('stock');
  const queries = useQueryClient();
  const { problem } = useStockTexts();
  const { eia, waiting, permit, manner, may, balance, tenants } = stock;
  const day = (one: string) => showDay(one, i18n.language);
  const reconcile = useMutation({
    mutationFn: () =>
      ask(ROUTES.reconcileParkEia, {
        params: { id: eia?.id ?? '' },
        body: { version: eia?.version ?? 1, manner: manner ?? 'OPENED' },
      }),
    onSettled: async () => {
      for (const key of STOCK_KEYS) await queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const shares = tenants.filter(({ presentTenantId }) => presentTenantId !== null).length;
  const exceeds = balance.some((line) => line.exceeds);
  return (
    <section className="sheet" aria-labelledby="standing">
      <h2 id="standing">{t('standing')}</h2>
      {reconcile.error && <Notice tone="fault" title={problem(reconcile.error)} />}
      {eia?.reconciledOn ? (
        <Notice tone="good" title={t('status.open')}>
          <p>{t('status.openText', { day: day(eia.reconciledOn) })}</p>
        </Notice>
      ) : eia ? (
        <Notice tone="caution" title={t('status.closed')}>
          <p>{t('status.closedText')}</p>
        </Notice>
      ) : (
        <Notice
          tone="caution"
          title={t(waiting ? 'status.waiting' : 'status.noEia')}
          actions={
            waiting && (
              <LinkButton icon="leaf" to="/park-eias/$id" params={{ id: waiting.id }}>
                {t('status.openEia')}
              </LinkButton>
            )
          }
        >
          <p>
            {waiting ? t('status.waitingText', { title: waiting.title }) : t('status.noEiaText')}
          </p>
        </Notice>
      )}
      <Facts
        rows={[
          ...(eia
            ? [
                {
                  name: t('eia'),
                  value: (
                    <>
                      <Link to="/park-eias/$id" params={{ id: eia.id }}>
                        {eia.title}
                      </Link>{' '}
                      <span className="code">{eia.approvalNo}</span>{' '}
                      {eia.historical && <span className="badge">{t('historicalEia')}</span>}
                    </>
                  ),
                },
              ]
            : []),
          {
            name: t('permit'),
            value: permit
              ? t('permitUntil', { number: permit.number, day: day(permit.validTo) })
              : t('noPermit'),
          },
        ]}
      />
      {may.reconcile && manner && (
        <>
          <p>{t(`manner.${manner}`, { count: shares })}</p>
          <div className="card-actions screen-only">
            <Button
              type={exceeds ? 'default' : 'primary'}
              icon={<Icon name={exceeds ? 'warn' : 'check'} />}
              aria-busy={reconcile.isPending}
              aria-describedby={exceeds ? 'exceeding' : undefined}
              onClick={() => !reconcile.isPending && reconcile.mutate()}
            >
              {reconcile.isPending ? t('confirming') : t(`confirm.${manner}`)}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Imports({ stock: { imports } }: { readonly stock: ParkStock }) {
  const { t } = useTranslation('stock');
  const columns = useImportColumns();
  return (
    <section className="sheet" aria-labelledby="imports">
      <h2 id="imports">{t('imports')}</h2>
      {imports.length === 0 ? (
        <p className="quiet-text">{t('noImports')}</p>
      ) : (
        <RecordList<StockImportHead>
          label={t('imports')}
          columns={columns}
          rows={imports}
          total={imports.length}
          page={1}
          size={imports.length}
          sort=""
          busy={false}
          onSort={() => {}}
          onPage={() => {}}
        />
      )}
    </section>
  );
}

function useImportColumns(): readonly Column<StockImportHead>[] {
  const { t, i18n } = useTranslation('stock');
  return [
    {
      key: 'file',
      title: t('file'),
      show: ({ id, fileName }) => (
        <Link to="/stock-imports/$id" params={{ id }}>
          {fileName}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      show: ({ state }) => STOCK_STATES[state][currentLanguage(i18n)],
    },
    { key: 'at', title: t('at'), show: ({ sentAt }) => showMoment(sentAt, i18n.language) },
  ];
}

import type { BalanceLine, ParkStock } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { useStockAmounts } from './texts.ts';

type Row = BalanceLine & { readonly id: string };

/** Per item what is allowed, what is held and the difference; what exceeds is said in words. */
export function Balance({ stock: { balance } }: { readonly stock: ParkStock }) {
  const { t } = useTranslation('stock');
  const { nameOf, figure } = useStockAmounts();
  const columns = useColumns();
  const over = balance.filter(({ exceeds }) => exceeds);
  return (
    <section className="sheet" aria-labelledby="balance">
      <h2 id="balance">{t('balance')}</h2>
      <p className="fine">{t('balanceHint')}</p>
      {over.length > 0 && (
        <div id="exceeding">
          <Notice tone="caution" title={t('exceedsTitle')}>
            <ul>
              {over.map(({ item, held, limit }) => (
                <li key={item}>
                  {t('exceedsLine', {
                    item: nameOf(item),
                    held: figure(item, held),
                    limit: figure(item, limit ?? 0),
                    over: figure(item, held - (limit ?? 0)),
                  })}
                </li>
              ))}
            </ul>
            <p>{t('exceedsHelp')}</p>
          </Notice>
        </div>
      )}
      {balance.length === 0 ? (
        <p className="quiet-text">{t('noBalance')}</p>
      ) : (
        <RecordList<Row>
          label={t('balance')}
          columns={columns}
          rows={balance.map((line) => ({ id: line.item, ...line }))}
          total={balance.length}
          page={1}
          size={balance.length}
          sort=""
          busy={false}
          onSort={() => {}}
          onPage={() => {}}
          foot={<></>}
        />
      )}
    </section>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('stock');
  const { t: desk } = useTranslation('desk');
  const { nameOf, figure } = useStockAmounts();
  const amount = (item: Row['item'], value: number | null) =>
    value === null ? desk('none') : figure(item, value);
  return [
    { key: 'item', title: t('item'), show: ({ item }) => nameOf(item) },
    {
      key: 'total',
      title: t('total'),
      align: 'end',
      show: ({ item, total }) => amount(item, total),
    },
    {
      key: 'permitted',
      title: t('permitted'),
      align: 'end',
      show: ({ item, permitted }) =>
        item === 'WASTEWATER' ? t('notLimited') : amount(item, permitted),
    },
    {
      key: 'held',
      title: t('held'),
      align: 'end',
      show: ({ item, held }) => <strong>{figure(item, held)}</strong>,
    },
    {
      key: 'difference',
      title: t('difference'),
      align: 'end',
      show: ({ item, limit, held }) =>
        limit === null || held > limit ? desk('none') : figure(item, limit - held),
    },
    {
      key: 'result',
      title: t('result'),
      show: ({ item, limit, held, exceeds }) => (
        <span className={exceeds ? 'stock-mark over' : 'stock-mark open'}>
          {limit !== null && <Icon name={exceeds ? 'warn' : 'check'} size={16} />}
          {limit === null
            ? t('unknown')
            : exceeds
              ? t('exceeds', { amount: figure(item, held - limit) })
              : t('fits')}
        </span>
      ),
    },
  ];
}

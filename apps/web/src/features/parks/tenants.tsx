import { ROUTES, type ParkDetail } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useIndustryNames } from '../../api/industry-names.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay } from '../../i18n/dates.ts';
import { Notice } from '../../ui/desk/notice.tsx';

/** One sheet of paper; the list of enterprises has them all. */
const SHOWN = 50;

/** The enterprises in the park, of those the reader may see. */
export function Tenants({ park }: { readonly park: ParkDetail }) {
  const { t, i18n } = useTranslation('parks');
  const problemText = useProblemText();
  const query = { park: park.id, size: SHOWN };
  const { data, error } = useQuery({
    queryKey: ['enterprises', query],
    queryFn: ({ signal }) => ask(ROUTES.listEnterprises, { query }, signal),
  });
  const rows = data?.rows ?? [];
  const names = useIndustryNames(rows.flatMap(({ industries }) => industries.slice(0, 1)));
  return (
    <section className="sheet" aria-labelledby="tenants">
      <h2 id="tenants">{t('tenants')}</h2>
      {error && <Notice tone="caution" title={problemText(error)} />}
      {!data && !error && <Spin />}
      {data?.total === 0 && <p className="quiet-text">{t('noTenants')}</p>}
      {rows.length > 0 && (
        <ul className="tenants">
          {rows.map(({ id, name, industries: [main = ''], movedIn }) => (
            <li key={id}>
              <Link to="/enterprises/$id" params={{ id }}>
                {name}
              </Link>
              <span className="quiet-text">
                {main} {names.get(main)}
              </span>
              <span className="quiet-text">
                {movedIn && t('validFrom', { from: showDay(movedIn, i18n.language) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {data && data.total > SHOWN && (
        <Link to="/enterprises" search={{ park: park.id }}>
          {t('allTenants', { count: data.total })}
        </Link>
      )}
    </section>
  );
}

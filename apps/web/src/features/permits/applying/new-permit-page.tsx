import { APPLICATION_KINDS, EMPTY_CONTENT, ROUTES, type ApplicationKind } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { rolesOf, useSession } from '../../../api/session.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { contentOfEnterprise, contentOfPark, firstCategory } from '../draft.ts';
import { holderPermitsQuery } from '../holder-permits.tsx';
import { useOpening } from '../queries.ts';

const FIRST: readonly ApplicationKind[] = ['REGISTRATION', 'NEW'];

/** For whom, and whether a registration is enough; everything else is filled in from the record. */
export function NewPermitPage() {
  const { t } = useTranslation('permits');
  const { of, holder } = useSearch({ from: '/in/permits/new' });
  return (
    <>
      <PageHead title={t('new')} lead={t('choose.lead')} />
      {of && holder ? <Kinds of={of} holder={holder} /> : <Holders />}
    </>
  );
}

interface Choice {
  readonly of: 'enterprise' | 'park';
  readonly id: string;
  readonly name: string;
}

/** The enterprises and parks that the asker may apply for. */
function Holders() {
  const { t } = useTranslation('permits');
  const roles: readonly string[] = rolesOf(useSession());
  const problemText = useProblemText();
  const runsFirms = roles.includes('ENTERPRISE_OWNER') || roles.includes('STEWARD');
  const runsParks = roles.includes('PARK_MANAGER');
  const { data, error } = useQuery({
    queryKey: ['permit-holders', runsFirms, runsParks],
    queryFn: async ({ signal }): Promise<Choice[]> => {
      const query = { size: 100 };
      const firms = runsFirms ? (await ask(ROUTES.listEnterprises, { query }, signal)).rows : [];
      const parks = runsParks ? (await ask(ROUTES.listParks, { query }, signal)).rows : [];
      return [
        ...firms.map(({ id, name }): Choice => ({ of: 'enterprise', id, name })),
        ...parks.map(({ id, name }): Choice => ({ of: 'park', id, name })),
      ];
    },
  });
  if (error) return <Notice tone="fault" title={problemText(error)} />;
  if (!data) return <Spin />;
  if (data.length === 0) return <EmptyState title={t('choose.none')} icon="enterprise" />;
  if (data.length === 1) return <Kinds of={data[0]!.of} holder={data[0]!.id} />;
  return (
    <section className="sheet" aria-labelledby="holders">
      <h2 id="holders">{t('choose.holder')}</h2>
      <ul className="holder-choices">
        {data.map(({ of, id, name }) => (
          <li key={id}>
            <Link to="/permits/new" search={{ of, holder: id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kinds({ of, holder }: { readonly of: 'enterprise' | 'park'; readonly holder: string }) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const problemText = useProblemText();
  const { data: held } = useQuery(holderPermitsQuery(holder));
  const known = useQuery({
    queryKey: ['permit-holder', of, holder],
    queryFn: async ({ signal }) => {
      const params = { id: holder };
      if (of === 'park') {
        const park = await ask(ROUTES.getPark, { params }, signal);
        return { name: park.name, content: contentOfPark(park), category: null };
      }
      const firm = await ask(ROUTES.getEnterprise, { params }, signal);
      const { name, permitCategory: category } = firm;
      return { name, content: contentOfEnterprise(firm), category };
    },
  });
  const open = useOpening();
  const begin = (kind: ApplicationKind) =>
    open.mutate({
      holder: { kind: of, id: holder },
      kind,
      category: firstCategory(kind, known.data?.category ?? null),
      content: known.data?.content ?? EMPTY_CONTENT,
    });
  if (known.error) return <Notice tone="fault" title={problemText(known.error)} />;
  if (!known.data) return <Spin />;
  return (
    <section className="sheet" aria-labelledby="kinds">
      <h2 id="kinds">{known.data.name}</h2>
      {held && held.rows.length > 0 && (
        <Notice tone="info" title={t('choose.held')}>
          <ul>
            {held.rows.map(({ id, number, site }) => (
              <li key={id}>
                <Link to="/permits/$id" params={{ id }} search={{}}>
                  {number ?? t('choose.underWay')}
                  {site && `（${site}）`}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {open.error && <Notice tone="fault" title={problemText(open.error)} />}
      <ul className="kind-choices">
        {FIRST.filter((kind) => of === 'enterprise' || kind === 'NEW').map((kind) => (
          <li key={kind}>
            <h3>{t(`choose.${kind}`)}</h3>
            <p>{t(`choose.${kind}Text`)}</p>
            <Button type="primary" aria-busy={open.isPending} onClick={() => begin(kind)}>
              {t('choose.begin', { kind: APPLICATION_KINDS[kind][language] })}
            </Button>
          </li>
        ))}
      </ul>
      {of === 'enterprise' && (
        <p>
          <a href="/">{t('choose.unsure')}</a>
        </p>
      )}
    </section>
  );
}

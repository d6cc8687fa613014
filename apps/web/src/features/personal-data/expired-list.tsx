import { ORGANISATION_KINDS, ROUTES, type ExpiredData } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

/** What is kept beyond its term; nothing of it goes without an officer who says so. */
export function ExpiredList({ mayAct }: { readonly mayAct: boolean }) {
  const { t } = useTranslation('personalData');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['expired-data'],
    queryFn: ({ signal }) => ask(ROUTES.listExpiredData, {}, signal),
  });
  const clear = useMutation({
    mutationFn: ({ kind, id }: ExpiredData['expired'][number]) =>
      ask(ROUTES.clearExpiredData, { body: { kind, id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['expired-data'] }),
  });
  return (
    <>
      {error && <Notice tone="fault" title={problemText(error)} />}
      {clear.error && <Notice tone="fault" title={problemText(clear.error)} />}
      {clear.isSuccess && <Notice tone="good" title={t('office.cleared')} />}
      {!data && !error && <Spin />}
      {data?.expired.length === 0 && (
        <EmptyState title={t('office.noExpired')}>
          <p>{t('office.noExpiredText')}</p>
        </EmptyState>
      )}
      {data && data.expired.length > 0 && (
        <section className="sheet" aria-label={t('office.view.expired')}>
          <ul className="plain-list">
            {data.expired.map((one) => (
              <li key={one.id}>
                <Expired one={one} />
                {mayAct && (
                  <Button
                    size="small"
                    danger
                    aria-label={`${t('office.clear')} ${one.name}`}
                    disabled={clear.isPending}
                    onClick={() => clear.mutate(one)}
                  >
                    {t('office.clear')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Expired({ one }: { readonly one: ExpiredData['expired'][number] }) {
  const { t, i18n } = useTranslation('personalData');
  const { t: desk } = useTranslation('desk');
  const { kind, name, organisationKind, districtCode, endedOn, dueOn } = one;
  return (
    <>
      <span>{name || t('office.erased')}</span>
      <span>
        {t(`office.kind.${kind}`)}{' '}
        {organisationKind && ORGANISATION_KINDS[organisationKind][currentLanguage(i18n)]}
      </span>
      <span className="quiet-text">
        {desk(`counties.${districtCode}`, { defaultValue: districtCode })}
      </span>
      <span className="quiet-text">
        {t('office.ended', {
          ended: showDay(endedOn, i18n.language),
          due: showDay(dueOn, i18n.language),
        })}
      </span>
    </>
  );
}

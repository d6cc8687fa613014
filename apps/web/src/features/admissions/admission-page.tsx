import {
  ALLOWANCE_ITEMS,
  LEAVE_CAUSES,
  LIABILITIES,
  ROUTES,
  type Admission,
  type AdmissionCheck,
} from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { mayIn, useSession } from '../../api/session.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { useCheckWords } from './check-words.ts';
import { LeavePanel } from './leave-panel.tsx';
import { Outcome } from './outcome.tsx';

/** One application: in with its share, or everything that does not fit, with value and limit. */
export function AdmissionPage() {
  const { id } = useParams({ from: '/in/admissions/$id' });
  const { t } = useTranslation('admissions');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['admission', id],
    queryFn: ({ signal }) => ask(ROUTES.getAdmission, { params: { id } }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const { state } = data;
  return (
    <article className="file admission">
      <PageHead
        title={data.enterprise}
        eyebrow={`${t('title')} · ${data.park}`}
        actions={
          <Button icon={<Icon name="print" />} onClick={() => print()}>
            {desk('print')}
          </Button>
        }
      />
      <section className="sheet verdict-sheet" aria-labelledby="outcome">
        <h2 id="outcome">
          <Outcome state={state} size={26} />
        </h2>
        <p>{t(data.historical && state === 'ADMITTED' ? 'historicalText' : `result.${state}`)}</p>
        {data.historical && <span className="badge">{t('historical')}</span>}
        {state === 'REFUSED' && (
          <div className="card-actions screen-only">
            <Button type="primary" href="/">
              {t('result.wizard')}
            </Button>
            {mayIn(session, 'create', 'admission') && (
              <LinkButton to="/admissions/new">{t('result.again')}</LinkButton>
            )}
          </div>
        )}
        {data.certificateId !== null && (
          <p className="screen-only">
            <a className="certificate-link" href={`/desk/certificates/${data.certificateId}`}>
              <Icon name="seal" /> {t('certificate')}
            </a>
          </p>
        )}
      </section>
      {data.shares.length > 0 && <Shares admission={data} />}
      {!data.historical && <Checks admission={data} />}
      <Basics admission={data} />
      {data.may.leave && <LeavePanel admission={data} />}
    </article>
  );
}

function Shares({ admission }: { readonly admission: Admission }) {
  const { t, i18n } = useTranslation('admissions');
  const language = currentLanguage(i18n);
  const { amount } = useCheckWords((key) => key);
  return (
    <section className="sheet" aria-labelledby="shares">
      <h2 id="shares">{t(admission.state === 'LEFT' ? 'sharesReturned' : 'shares')}</h2>
      <Facts
        rows={admission.shares.map(({ item, amount: taken }) => ({
          name: ALLOWANCE_ITEMS[item][language],
          value: amount(item, taken),
        }))}
      />
    </section>
  );
}

/** What does not fit first, then what does. */
function Checks({ admission }: { readonly admission: Admission }) {
  const { t, i18n } = useTranslation('admissions');
  const session = useSession();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const language = currentLanguage(i18n);
  const words = useCheckWords(
    (key) => vocabulary?.facts.find((fact) => fact.key === key)?.label[language] ?? key,
  );
  const { checks } = admission;
  const failed = checks.filter(({ met }) => !met);
  const ordered = [...failed, ...checks.filter(({ met }) => met)];
  const yours = ({ item, params }: AdmissionCheck) =>
    item === null ? null : words.amount(item, params['asked']);
  const limit = ({ item, params }: AdmissionCheck) =>
    item === null
      ? null
      : t('leftOf', {
          left: words.amount(item, params['left']),
          total: words.amount(item, params['total']),
        });
  return (
    <section className="sheet" aria-labelledby="checks">
      <h2 id="checks">{failed.length > 0 ? t('failed', { count: failed.length }) : t('checks')}</h2>
      <p className="fine">
        {t('checksHint', { day: showDay(admission.appliedOn, i18n.language) })}
      </p>
      <table className="checks">
        <thead>
          <tr>
            <th scope="col">{t('column.item')}</th>
            <th scope="col">{t('column.yours')}</th>
            <th scope="col">{t('column.limit')}</th>
            <th scope="col">{t('column.result')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((check, at) => (
            <tr key={at} className={check.met ? undefined : 'unmet'}>
              <th scope="row">
                {words.nameOf(check)}
                {!check.met && check.item === null && (
                  <span className="why">
                    {words.reasonOf(check)}
                    {check.code === 'RECONCILED' && mayIn(session, 'read', 'stock') && (
                      <>
                        {' '}
                        <Link to="/stock/$id" params={{ id: admission.parkId }}>
                          {t('stock:toReconcile')}
                        </Link>
                      </>
                    )}
                  </span>
                )}
              </th>
              <td data-label={t('column.yours')} className={check.item ? undefined : 'none'}>
                {yours(check) ?? '—'}
              </td>
              <td data-label={t('column.limit')} className={check.item ? undefined : 'none'}>
                {limit(check) ?? '—'}
              </td>
              <td data-label={t('column.result')}>
                <span className={check.met ? 'good' : 'bad'}>
                  <Icon name={check.met ? 'check' : 'close'} size={16} />{' '}
                  {t(check.met ? 'met' : 'unmet')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Basics({ admission }: { readonly admission: Admission }) {
  const { t, i18n } = useTranslation('admissions');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const session = useSession();
  const { eia, leftOn, leaveCause } = admission;
  const day = (one: string) => showDay(one, i18n.language);
  return (
    <section className="sheet" aria-labelledby="basics">
      <h2 id="basics">{t('basics')}</h2>
      <Facts
        rows={[
          { name: t('park'), value: admission.park },
          { name: t('unit.room'), value: admission.unit ?? desk('none') },
          {
            name: t('eia'),
            value: eia ? (
              mayIn(session, 'read', 'park_eia') ? (
                <Link to="/park-eias/$id" params={{ id: eia.id }}>
                  {`${eia.title}（${eia.approvalNo}）`}
                </Link>
              ) : (
                `${eia.title}（${eia.approvalNo}）`
              )
            ) : (
              desk('none')
            ),
          },
          ...(eia ? [{ name: t('liability'), value: LIABILITIES[eia.liability][language] }] : []),
          {
            name: t(admission.historical ? 'heldSince' : 'appliedOn'),
            value: day(admission.appliedOn),
          },
          ...(admission.historical
            ? []
            : [{ name: t('representative'), value: admission.representative }]),
          ...(leftOn && leaveCause
            ? [
                { name: t('leftOn'), value: day(leftOn) },
                { name: t('leaveCause'), value: LEAVE_CAUSES[leaveCause][language] },
              ]
            : []),
        ]}
      />
      {admission.answer?.demo && <Notice tone="info" title={t('demo')} />}
    </section>
  );
}

import { DATASET_KINDS, ROUTES, type DatasetView } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { FileChip } from '../../api/file-chip.tsx';
import { ProblemState } from '../../api/problem-state.tsx';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { ShortenForm, WithdrawForm } from './dataset-steps.tsx';
import { StandingMark, ValidityBar } from './validity-bar.tsx';

/** One set of shared data, and what may be done with it. */
export function DatasetPage() {
  const { id } = useParams({ from: '/in/datasets/$id' });
  const { t, i18n } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const [open, setOpen] = useState<'withdraw' | 'shorten' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['dataset', id],
    queryFn: ({ signal }) => ask(ROUTES.getDataset, { params: { id } }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const day = (value: string) => showDay(value, i18n.language);
  const close = () => setOpen(null);
  return (
    <article className="file">
      <PageHead
        title={data.title}
        eyebrow={`${data.park.name} · ${t('data.eyebrow')}`}
        actions={
          <>
            <LinkButton to="/parks/$id/shared-data" params={{ id: data.park.id }}>
              {t('list.title')}
            </LinkButton>
            {data.may.includes('shorten') && (
              <Button onClick={() => setOpen('shorten')}>{t('data.shorten')}</Button>
            )}
            {data.may.includes('withdraw') && (
              <Button danger onClick={() => setOpen('withdraw')}>
                {t('data.withdraw')}
              </Button>
            )}
            {data.may.includes('supersede') && (
              <LinkButton
                primary
                to="/parks/$id/shared-data/new"
                params={{ id: data.park.id }}
                search={{ supersedes: id }}
              >
                {t('data.supersede')}
              </LinkButton>
            )}
          </>
        }
      />
      {data.standing === 'WITHDRAWN' && data.endedOn && (
        <Notice
          tone="caution"
          title={t('data.withdrawn', { day: day(data.endedOn), reason: data.reason })}
        />
      )}
      {data.supersededBy && data.endedOn && (
        <Notice tone="info" title={t('data.superseded', { day: day(data.endedOn) })}>
          <Link to="/datasets/$id" params={{ id: data.supersededBy.id }}>
            {data.supersededBy.title}
          </Link>
        </Notice>
      )}
      {open === 'withdraw' && <WithdrawForm dataset={data} onClose={close} />}
      {open === 'shorten' && <ShortenForm dataset={data} onClose={close} />}
      <section className="sheet" aria-labelledby="facts">
        <h2 id="facts">{t('data.facts')}</h2>
        <Facts
          rows={[
            { name: t('list.kind'), value: DATASET_KINDS[data.kind][currentLanguage(i18n)] },
            { name: t('list.standing'), value: <StandingMark standing={data.standing} /> },
            { name: t('list.validity'), value: <ValidityBar dataset={data} /> },
            { name: t('form.validFrom'), value: day(data.validFrom) },
            { name: t('form.dataOwner'), value: data.dataOwner },
            ...(data.sampledOn
              ? [
                  { name: t('form.sampledOn'), value: day(data.sampledOn) },
                  { name: t('form.laboratory'), value: data.laboratory },
                  { name: t('form.cmaNo'), value: data.cmaNo },
                ]
              : []),
            { name: t('list.citations'), value: data.citations },
            { name: t('data.enteredOn'), value: day(data.enteredOn) },
            {
              name: t('data.file'),
              value: (
                <FileChip
                  file={data.file}
                  address={addressOf(ROUTES.getDatasetFile, { params: { id } })}
                />
              ),
            },
          ]}
        />
      </section>
      {data.sampledOn && <Measured dataset={data} />}
    </article>
  );
}

function Measured({ dataset: { points, factors } }: { readonly dataset: DatasetView }) {
  const { t } = useTranslation('sharedData');
  return (
    <section className="sheet" aria-labelledby="factors">
      <h2 id="factors">{t('data.factors')}</h2>
      <p>
        {t('data.points')}：{points.length > 0 ? points.join('、') : t('data.none')}
      </p>
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              {(['factor', 'value', 'unit', 'method'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`data.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {factors.map(({ name, value, unit, method }, at) => (
              <tr key={`${name} ${at}`}>
                <th scope="row">{name}</th>
                <td>{value}</td>
                <td>{unit}</td>
                <td>{method}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

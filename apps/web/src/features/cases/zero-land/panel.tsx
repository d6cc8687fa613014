import { RETROFIT_BASELINES, RETROFIT_KINDS, type RetrofitView } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { FileChip } from '../../../api/file-chip.tsx';
import { ProblemState } from '../../../api/problem-state.tsx';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Facts } from '../../../ui/desk/facts.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import type { PanelProps } from '../panel.ts';
import { AmountsTable } from './amounts.tsx';
import { AfterCheck } from './check.tsx';
import { Declaration } from './declaration.tsx';
import { Findings } from './findings.tsx';
import { PermitChanged, RecordOutside } from './follow-up.tsx';
import { retrofitQuery } from './queries.ts';

/** A retrofit without new land: to be declared, or as it was declared, with its record and check. */
export function ZeroLandPanel({ found }: PanelProps) {
  const { data, error, refetch } = useQuery({
    ...retrofitQuery(found.id),
    refetchOnWindowFocus: false,
  });
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin />;
  if (found.steps.includes('change')) return <Declaration key={found.id} retrofit={data} />;
  return (
    <>
      <Record found={found} retrofit={data} />
      {data.may.permitChanged && <PermitChanged retrofit={data} />}
      <AfterCheck retrofit={data} isExempt={found.state === 'EXEMPT'} />
      <Declared retrofit={data} />
    </>
  );
}

function Record({ found, retrofit }: PanelProps & { readonly retrofit: RetrofitView }) {
  const { t, i18n } = useTranslation('retrofits');
  const { certificate, voided } = retrofit;
  const { state, steps } = found;
  if (voided) {
    const title = t('voidedOn', { day: showDay(voided.on, i18n.language) });
    return (
      <Notice tone="caution" title={title}>
        <p>{t('voidReason', { reason: voided.reason })}</p>
        <p>{t('thenNormal')}</p>
      </Notice>
    );
  }
  if (!certificate) return null;
  const paper = (
    <Link to="/certificates/$id" params={{ id: certificate.id }}>
      {t('seeRecord')}
    </Link>
  );
  if (state === 'PREPARED') {
    return (
      <Notice tone="caution" title={t('prepared')}>
        <p>{t('preparedText')}</p>
        <p>{paper}</p>
        {steps.includes('recordOutside') && <RecordOutside retrofit={retrofit} />}
      </Notice>
    );
  }
  return (
    <Notice tone="good" title={t('exempt', { number: certificate.number })}>
      <p>{t('exemptText')}</p>
      <p>{paper}</p>
    </Notice>
  );
}

function Declared({ retrofit }: { readonly retrofit: RetrofitView }) {
  const { t, i18n } = useTranslation('retrofits');
  const language = currentLanguage(i18n);
  const { form, landFile, baseline, permitChanged } = retrofit;
  return (
    <section className="sheet" aria-labelledby="zero-land">
      <h2 id="zero-land">{t('declared')}</h2>
      <Facts
        rows={[
          {
            name: t('kind'),
            value: form.kind ? RETROFIT_KINDS[form.kind][language] : t('unknown'),
          },
          { name: t('facility'), value: form.facility || t('unknown') },
          { name: t('works'), value: form.works || t('unknown') },
          {
            name: t('newLandM2'),
            value: form.newLandM2 === null ? t('unknown') : `${form.newLandM2} m²`,
          },
          {
            name: t('landFile'),
            value: landFile ? <FileChip file={landFile} /> : t('noFile'),
          },
          {
            name: t('baseline'),
            value: RETROFIT_BASELINES[form.baseline ?? baseline.baseline][language],
          },
          ...(permitChanged ? [{ name: t('permitChanged'), value: permitChanged.number }] : []),
        ]}
      />
      <AmountsTable amounts={form.amounts} onChange={null} />
      {retrofit.findings.permit.change === 'DUE' && <Findings retrofit={retrofit} />}
    </section>
  );
}

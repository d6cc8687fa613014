import type { DossierKind } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../api/problem-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { QrCode } from '../../ui/desk/qr-code.tsx';
import { addressOfFile, fileQuery } from './file-query.ts';

/** 「企业码」, to be hung at the door. */
export function EnterpriseSignPage() {
  const { id } = useParams({ from: '/in/enterprises/$id/sign' });
  return <SignPage kind="enterprise" id={id} />;
}

/** 「园区码」 */
export function ParkSignPage() {
  const { id } = useParams({ from: '/in/parks/$id/sign' });
  return <SignPage kind="park" id={id} />;
}

/** A sheet of A6. The code on it is an address and nothing more: who scans it has to sign in. */
function SignPage({ kind, id }: { readonly kind: DossierKind; readonly id: string }) {
  const { t } = useTranslation('dossier');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(fileQuery(kind, id));
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const { name, creditCode, districtCode } = data.subject;
  return (
    <>
      <div className="screen-only">
        <PageHead
          title={t(`sign.${kind}`)}
          lead={t('sign.lead')}
          actions={
            <>
              <Button type="primary" icon={<Icon name="print" />} onClick={() => print()}>
                {t('sign.print')}
              </Button>
              <LinkButton
                to={kind === 'park' ? '/parks/$id/file' : '/enterprises/$id/file'}
                params={{ id }}
              >
                {t('sign.back')}
              </LinkButton>
            </>
          }
        />
      </div>
      <section className="door-sign" aria-label={t('sign.sheet')}>
        <p className="door-platform">{desk('platform')}</p>
        <p className="door-title">{t(`sign.${kind}`)}</p>
        <QrCode text={addressOfFile(kind, id)} label={t('qrLabel')} />
        <p className="door-name">{name}</p>
        <p className="door-code">
          {creditCode ?? desk(`counties.${districtCode}`, { defaultValue: districtCode })}
        </p>
        <p className="door-hint">{t('sign.hint')}</p>
        {data.demo && <p className="door-demo">{desk('demoMark')}</p>}
      </section>
    </>
  );
}

import { ROUTES, type SignOnOffer } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Notice } from '../../../ui/desk/notice.tsx';

/** How the browser came back from the office's own sign-on without a session. */
export interface Failure {
  readonly code: string;
  readonly until?: string;
}

/** What an office's own sign-on is called here; null while it is asked, and where there is none. */
export function useSignOn(): { readonly title: string; readonly offer: SignOnOffer } | null {
  const { i18n } = useTranslation();
  const { data: offer } = useQuery({
    queryKey: ['sign-on'],
    queryFn: ({ signal }) => ask(ROUTES.getSignOn, {}, signal),
    staleTime: Infinity,
  });
  return offer?.title ? { title: offer.title[currentLanguage(i18n)], offer } : null;
}

/** The way to the office's own sign-on, above the fields for name and password. */
export function SignOnEntrance({ to }: { readonly to: string | undefined }) {
  const { t } = useTranslation('signOn');
  const signOn = useSignOn();
  if (!signOn) return null;
  const { title, offer } = signOn;
  return (
    <div className="sign-on">
      <Button
        type="primary"
        size="large"
        block
        href={addressOf(ROUTES.startSignOn, { query: to === undefined ? {} : { to } })}
      >
        {t('enter', { title })}
      </Button>
      <p className="sign-on-or">
        <span>{t(offer.passwords === 'officers' ? 'officers' : 'or')}</span>
      </p>
    </div>
  );
}

/** What went wrong, what to do, and whom to ask. */
export function SignOnFailure({ failure }: { readonly failure: Failure }) {
  const { t, i18n } = useTranslation('signOn');
  const problemText = useProblemText();
  const { code, until } = failure;
  const params = until === undefined ? {} : { until };
  const isNobodysFault = code === 'SIGN_ON_CANCELLED' || code === 'SIGN_ON_EXPIRED';
  return (
    <Notice
      tone={isNobodysFault ? 'caution' : 'fault'}
      title={i18n.exists(`signOn:problem.${code}`) ? t(`problem.${code as 'LOCKED'}`) : t('failed')}
    >
      <p>{problemText(new ApiProblem({ status: 403, code, params }))}</p>
    </Notice>
  );
}

/** After signing out here: the other system may still hold a session. */
export function EndThere() {
  const { t } = useTranslation('signOn');
  const signOn = useSignOn();
  if (!signOn) return null;
  const { title } = signOn;
  return (
    <Notice
      tone="info"
      actions={<Button href={addressOf(ROUTES.endSignOn, {})}>{t('end', { title })}</Button>}
    >
      <p>{t('endThere', { title })}</p>
    </Notice>
  );
}

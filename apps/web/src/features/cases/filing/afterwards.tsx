import { ROUTES, VOID_REASONS, type CaseView, type VoidReason } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { useCaseStep } from '../queries.ts';
import { Refused } from '../refused.tsx';

/** What may still become of a filing: filed anew by the applicant, declared void by the head. */
export function Afterwards({ found }: { readonly found: CaseView }) {
  const { steps } = found;
  return (
    <>
      {steps.includes('refile') && <FileAnew found={found} />}
      {steps.includes('voidFiling') && <DeclareVoid found={found} />}
    </>
  );
}

function FileAnew({ found: { id, version } }: { readonly found: CaseView }) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const refile = useMutation({
    mutationFn: () =>
      ask(ROUTES.refileCase, {
        params: { id },
        body: { version, reason: 'REPRESENTATIVE_CHANGED' },
      }),
    onSuccess: (next) => navigate({ to: '/cases/$id', params: { id: next.id } }),
  });
  return (
    <section className="sheet" aria-labelledby="anew">
      <h2 id="anew">{t('anew.title')}</h2>
      <p>{t('anew.text')}</p>
      <Refused error={refile.error} />
      <Button aria-busy={refile.isPending} onClick={() => !refile.isPending && refile.mutate()}>
        {t('anew.begin')}
      </Button>
    </section>
  );
}

function DeclareVoid({ found: { id, version } }: { readonly found: CaseView }) {
  const { t, i18n } = useTranslation('cases');
  const language = currentLanguage(i18n);
  const [reason, setReason] = useState<VoidReason | null>(null);
  const declare = useCaseStep(id, (given: VoidReason) =>
    ask(ROUTES.voidFiling, { params: { id }, body: { version, reason: given } }),
  );
  return (
    <section className="sheet" aria-labelledby="void">
      <h2 id="void">{t('void.title')}</h2>
      <p>{t('void.text')}</p>
      <Refused error={declare.error} />
      <Radio.Group
        aria-labelledby="void"
        className="void-reasons"
        options={Object.entries(VOID_REASONS).map(([value, words]) => ({
          value,
          label: words[language],
        }))}
        value={reason}
        onChange={(event) => setReason(event.target.value as VoidReason)}
      />
      <p>
        <Button
          danger
          disabled={reason === null}
          aria-busy={declare.isPending}
          onClick={() =>
            reason && !declare.isPending && confirm(t('void.sure')) && declare.mutate(reason)
          }
        >
          {t('void.declare')}
        </Button>
      </p>
    </section>
  );
}

import { ROUTES } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { EnterpriseFormView } from './enterprise-form.tsx';
import { emptyDraft } from './form.ts';
import { useRefusals } from './refusals.ts';

export function NewEnterprisePage() {
  const { t } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const [draft, setDraft] = useState(() => emptyDraft(session.districts));
  const register = useMutation({
    mutationFn: () =>
      ask(ROUTES.registerEnterprise, {
        body: { ...draft, districtCode: draft.districtCode ?? '' },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['enterprises'] });
      await navigate({ to: '/enterprises/$id', params: { id }, search: { done: 'created' } });
    },
  });
  const { error } = register;
  // One list per answer: the summary takes the focus whenever it gets a new one.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const refused = useMemo(() => (error ? refusals(error) : []), [error]);
  return (
    <>
      <PageHead title={t('form.createTitle')} lead={t('form.lead')} />
      <EnterpriseFormView
        draft={draft}
        submit={t('form.submitCreate')}
        busy={register.isPending}
        refused={refused}
        cancel={
          <LinkButton to="/enterprises" search={{}}>
            {desk('cancel')}
          </LinkButton>
        }
        onChange={setDraft}
        onSubmit={() => register.mutate()}
      />
    </>
  );
}

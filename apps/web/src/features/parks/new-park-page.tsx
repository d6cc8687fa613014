import { ROUTES } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { emptyPark, formOf } from './park-draft.ts';
import { ParkFormView } from './park-form.tsx';
import { useRefusals } from './refusals.ts';

export function NewParkPage() {
  const { t } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const { districts } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const [draft, setDraft] = useState(() => emptyPark(districts));
  const register = useMutation({
    mutationFn: () => ask(ROUTES.registerPark, { body: formOf(draft) }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['parks'] });
      await navigate({ to: '/parks/$id', params: { id } });
    },
  });
  const { error } = register;
  // One list per answer: the summary takes the focus whenever it gets a new one.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const refused = useMemo(() => (error ? refusals(error) : []), [error]);
  return (
    <>
      <PageHead title={t('edit.createTitle')} lead={t('edit.createLead')} />
      <ParkFormView
        draft={draft}
        submit={t('edit.create')}
        busy={register.isPending}
        refused={refused}
        isNew
        cancel={
          <LinkButton to="/parks" search={{}}>
            {desk('cancel')}
          </LinkButton>
        }
        onChange={setDraft}
        onSubmit={() => register.mutate()}
      />
    </>
  );
}

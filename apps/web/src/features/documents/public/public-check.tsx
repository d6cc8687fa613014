import { ROUTES, type PublicVersion } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { publicVersionQuery } from '../queries.ts';
import { Bars } from './bars.tsx';
import { Parts } from './parts.tsx';
import { PublicFault } from './public-fault.tsx';

/** What another person covered, to be read and, by whoever may, passed. */
export function PublicCheck(props: { readonly id: string; readonly version: PublicVersion }) {
  const { t } = useTranslation('documents');
  const queries = useQueryClient();
  const { id, version } = props;
  const { parts, marks, statement, may } = version;
  const check = useMutation({
    mutationFn: () =>
      ask(ROUTES.checkPublicVersion, { params: { id }, body: { version: version.version } }),
    onSuccess: async (checked) => {
      queries.setQueryData(publicVersionQuery(id).queryKey, checked);
      await queries.invalidateQueries({ queryKey: ['document-timeline', id] });
    },
  });
  return (
    <>
      <Parts parts={parts} marks={marks} />
      <Bars parts={parts} marks={marks} />
      <p>
        <small className="quiet-text">{t('public.statement')}</small> {statement}
      </p>
      <PublicFault id={id} error={check.error} onFresh={() => check.reset()} />
      {may.check && (
        <>
          <p className="fine">{t('public.checkText')}</p>
          <Button
            type="primary"
            icon={<Icon name="check" />}
            aria-busy={check.isPending}
            onClick={() => !check.isPending && check.mutate()}
          >
            {t('public.check')}
          </Button>
        </>
      )}
    </>
  );
}

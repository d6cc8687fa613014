import { ROUTES, type ParkEia } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { DecisionForm } from './decision-form.tsx';
import { eiaQuery } from './queries.ts';
import { ReasonForm } from './reason-form.tsx';
import { useRefusals } from './refusals.ts';

type Plain = 'submit' | 'discard' | 'confirm' | 'list';
const ROUTE_OF = {
  submit: ROUTES.submitParkEia,
  discard: ROUTES.discardParkEia,
  confirm: ROUTES.confirmParkEia,
  list: ROUTES.relistParkEia,
} as const;
/** The one that leads on stands out. */
const FORWARD: readonly Plain[] = ['submit', 'confirm'];

/** What the reader may do with it now, and what everybody waits for. */
export function Steps({ eia }: { readonly eia: ParkEia }) {
  const { t } = useTranslation('parkEia');
  const queries = useQueryClient();
  const refusals = useRefusals();
  const [open, setOpen] = useState<'sendBack' | 'propose' | 'decline' | null>(null);
  const { id, version, may, state, returnedFor } = eia;
  const onSuccess = async (after: ParkEia) => {
    queries.setQueryData(eiaQuery(id).queryKey, after);
    setOpen(null);
    for (const key of ['park-eias', 'park-eia-timeline', 'inbox', 'rulebook']) {
      await queries.invalidateQueries({ queryKey: [key] });
    }
  };
  const act = useMutation({
    mutationFn: (step: Plain) => ask(ROUTE_OF[step], { params: { id }, body: { version } }),
    onSuccess,
  });
  const giveBack = useMutation({
    mutationFn: (reason: string) =>
      ask(open === 'decline' ? ROUTES.declineParkEia : ROUTES.returnParkEia, {
        params: { id },
        body: { version, reason },
      }),
    onSuccess,
  });
  const faults = [act.error, giveBack.error].flatMap((error) => (error ? refusals(error) : []));
  const plain = (['submit', 'confirm', 'list', 'discard'] as const).filter((step) =>
    may.includes(step),
  );
  return (
    <section className="sheet screen-only" aria-labelledby="next">
      <h2 id="next">{t('next')}</h2>
      {faults.map(({ text }) => (
        <Notice key={text} tone="fault" title={text} />
      ))}
      {returnedFor && ['RETURNED', 'SUBMITTED'].includes(state) && (
        <Notice tone="caution" title={t('returnedFor')}>
          <p className="as-written">{returnedFor}</p>
        </Notice>
      )}
      <p>{t(`waits.${state}`)}</p>
      {open === 'propose' && (
        <DecisionForm eia={eia} onDone={onSuccess} onCancel={() => setOpen(null)} />
      )}
      {(open === 'sendBack' || open === 'decline') && (
        <ReasonForm
          label={t(`step.${open}Reason`)}
          submit={t(`step.${open}`)}
          busy={giveBack.isPending}
          onSubmit={(reason) => giveBack.mutate(reason)}
          onCancel={() => setOpen(null)}
        />
      )}
      {open === null && (
        <div className="card-actions">
          {may.includes('propose') && (
            <Button type="primary" onClick={() => setOpen('propose')}>
              {t('step.propose')}
            </Button>
          )}
          {plain.map((step) => (
            <Button
              key={step}
              type={FORWARD.includes(step) ? 'primary' : 'default'}
              icon={FORWARD.includes(step) && <Icon name="check" />}
              aria-busy={act.isPending}
              onClick={() => !act.isPending && act.mutate(step)}
            >
              {t(`step.${step}`)}
            </Button>
          ))}
          {may.includes('reconcile') && (
            <LinkButton primary icon="check" to="/stock/$id" params={{ id: eia.parkId }}>
              {t('stock:toReconcile')}
            </LinkButton>
          )}
          {may.includes('change') && (
            <LinkButton icon="edit" to="/park-eias/$id/edit" params={{ id }}>
              {t('step.change')}
            </LinkButton>
          )}
          {(['sendBack', 'decline'] as const)
            .filter((step) => may.includes(step))
            .map((step) => (
              <Button key={step} onClick={() => setOpen(step)}>
                {t(`step.${step}`)}
              </Button>
            ))}
        </div>
      )}
    </section>
  );
}

import { ROUTES, type EnterpriseDetail } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { useSession } from '../../api/session.ts';
import { Field } from '../../ui/desk/field.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

/** A park or the bureau says that a tenant left, and on which day. */
export function Departure({ enterprise }: { readonly enterprise: EnterpriseDetail }) {
  const { t } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const { districts } = useSession();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const [isOpen, setIsOpen] = useState(false);
  const [leftOn, setLeftOn] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const { id, version, park } = enterprise;
  const staysInReach = districts.includes(enterprise.districtCode);
  const leave = useMutation({
    mutationFn: () => ask(ROUTES.endTenancy, { params: { id }, body: { leftOn, version } }),
    onSuccess: async () => {
      setIsOpen(false);
      await queries.invalidateQueries({ queryKey: ['enterprises'] });
      await queries.invalidateQueries({ queryKey: ['park'] });
      // A park has lost sight of it; what is on the screen is the last that it sees.
      if (!staysInReach) return;
      await queries.invalidateQueries({ queryKey: ['enterprise', id] });
      await queries.invalidateQueries({ queryKey: ['enterprise-timeline', id] });
    },
  });
  if (leave.isSuccess) {
    return (
      <Notice
        tone="good"
        title={t('departure.done')}
        actions={
          <LinkButton to="/enterprises" search={{}}>
            {t('departure.back')}
          </LinkButton>
        }
      >
        {!staysInReach && <p>{t('departure.outOfReach')}</p>}
      </Notice>
    );
  }
  if (!enterprise.may.endTenancy || !park) return null;
  if (!isOpen) {
    return (
      <p className="departure screen-only">
        <Button onClick={() => setIsOpen(true)}>{t('departure.open')}</Button>
      </p>
    );
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (leftOn === '') setFault(t('departure.dayMissing'));
    else if (!leave.isPending) leave.mutate();
  }

  return (
    <form className="sheet departure" onSubmit={submit} noValidate aria-labelledby="departure">
      <h2 id="departure">{t('departure.title', { park: park.name })}</h2>
      <p>{t('departure.lead')}</p>
      {leave.error && <Notice tone="fault" title={problemText(leave.error)} />}
      <Field
        id="leftOn"
        label={t('departure.day')}
        hint={enterprise.movedIn && t('departure.since', { from: enterprise.movedIn })}
        fault={fault}
      >
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            value={leftOn}
            onChange={(event) => {
              setLeftOn(event.target.value);
              setFault(undefined);
            }}
          />
        )}
      </Field>
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={leave.isPending}>
          {t('departure.submit')}
        </Button>
        <Button onClick={() => setIsOpen(false)}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}

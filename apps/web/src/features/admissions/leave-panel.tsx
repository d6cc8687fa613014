import { LEAVE_CAUSES, ROUTES, type Admission, type LeaveCause } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { today } from '../../ui/today.ts';

/** Recording that the tenant left: its share goes back at once. */
export function LeavePanel({ admission }: { readonly admission: Admission }) {
  const { t, i18n } = useTranslation('admissions');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const queries = useQueryClient();
  const problemText = useProblemText();
  const [isOpen, setOpen] = useState(false);
  const [leftOn, setLeftOn] = useState(today);
  const [cause, setCause] = useState<LeaveCause>('TENANCY_ENDED');
  const [isMissing, setMissing] = useState(false);
  const { id, version } = admission;
  const leave = useMutation({
    mutationFn: () =>
      ask(ROUTES.leaveAdmission, { params: { id }, body: { version, leftOn, cause } }),
    onSuccess: async (after) => {
      queries.setQueryData(['admission', id], after);
      for (const key of ['admissions', 'admission-places', 'park-eia', 'park-eias']) {
        await queries.invalidateQueries({ queryKey: [key] });
      }
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(leftOn === '');
    if (leftOn !== '' && !leave.isPending) leave.mutate();
  }

  return (
    <section className="sheet screen-only" aria-labelledby="leaving">
      <h2 id="leaving">{t('leave.title')}</h2>
      {leave.error && <Notice tone="fault" title={problemText(leave.error)} />}
      <p>{t('leave.text')}</p>
      {isOpen ? (
        <form onSubmit={submit} noValidate>
          <Field id="leftOn" label={t('leftOn')} fault={isMissing ? t('fault.leftOn') : undefined}>
            {(wiring) => (
              <Input
                {...wiring}
                type="date"
                value={leftOn}
                onChange={(event) => setLeftOn(event.target.value)}
              />
            )}
          </Field>
          <fieldset className="field">
            <legend className="field-label">{t('leaveCause')}</legend>
            <Radio.Group
              className="column-checks"
              value={cause}
              onChange={(event) => setCause(event.target.value as LeaveCause)}
              options={(Object.keys(LEAVE_CAUSES) as LeaveCause[]).map((value) => ({
                value,
                label: LEAVE_CAUSES[value][language],
              }))}
            />
          </fieldset>
          <div className="form-actions">
            <Button type="primary" htmlType="submit" aria-busy={leave.isPending}>
              {t('leave.record')}
            </Button>
            <Button onClick={() => setOpen(false)}>{desk('cancel')}</Button>
          </div>
        </form>
      ) : (
        <Button onClick={() => setOpen(true)}>{t('leave.open')}</Button>
      )}
    </section>
  );
}

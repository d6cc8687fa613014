import { MERGE_FIELDS, ROUTES, type EnterpriseDetail, type MergeField } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Radio, Spin } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { Comparison } from './comparison.tsx';
import { isSame, placeIsDecided } from './compare.ts';

/** Two entries side by side: which one stays, and whose value of each field. */
export function MergePage() {
  const { one, other } = useSearch({ from: '/in/enterprises/merge' });
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const { data, error } = useQuery({
    queryKey: ['enterprise', 'pair', one, other],
    queryFn: ({ signal }) =>
      Promise.all([one, other].map((id) => ask(ROUTES.getEnterprise, { params: { id } }, signal))),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error) return <Notice tone="fault" title={problemText(error)} />;
  const [left, right] = data ?? [];
  if (!left || !right) return <Spin description={desk('loading')} />;
  return <MergeForm both={[left, right]} />;
}

function MergeForm({ both }: { readonly both: readonly [EnterpriseDetail, EnterpriseDetail] }) {
  const { t } = useTranslation('merging');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [survivor, setSurvivor] = useState(0);
  const [taken, setTaken] = useState<readonly MergeField[]>([]);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const own = both[survivor === 0 ? 0 : 1];
  const other = both[survivor === 0 ? 1 : 0];
  const merge = useMutation({
    mutationFn: () =>
      ask(ROUTES.mergeEnterprise, {
        params: { id: own.id },
        body: {
          other: other.id,
          version: own.version,
          otherVersion: other.version,
          take: taken.filter((field) => !isSame(own, other, field)),
          reason: reason.trim(),
        },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({
        predicate: ({ queryKey: [first] }) => String(first).startsWith('enterprise'),
      });
      await navigate({ to: '/enterprises/$id', params: { id }, search: { done: 'merged' } });
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim().length < 2) setFault(t('reasonMissing'));
    else if (!merge.isPending) merge.mutate();
  }

  const blocked = both.find(({ may }) => !may.merge);
  const differing = MERGE_FIELDS.filter(
    (field) => !isSame(own, other, field) && !(field === 'place' && placeIsDecided(own, other)),
  );
  return (
    <>
      <PageHead title={t('mergeTitle')} lead={t('mergeLead')} />
      {blocked && <Notice tone="caution" title={t('cannot', { name: blocked.name })} />}
      {merge.error && <Notice tone="fault" title={problemText(merge.error)} />}
      <form className="sheet" onSubmit={submit} noValidate>
        <fieldset className="compare-survivor">
          <legend className="field-label">{t('survivor')}</legend>
          <Radio.Group
            name="survivor"
            options={both.map(({ name, creditCode }, value) => ({
              value,
              label: `${name}（${creditCode}）`,
            }))}
            value={survivor}
            onChange={(event) => {
              setSurvivor(event.target.value as number);
              // What was taken from the one is now its own.
              setTaken([]);
            }}
          />
          <p className="fine">{t('survivorHint')}</p>
        </fieldset>
        <Comparison
          own={own}
          other={other}
          taken={taken}
          choosable={differing}
          onTake={(field, takes) =>
            setTaken(takes ? [...taken, field] : taken.filter((one) => one !== field))
          }
        />
        <Field id="reason" label={t('reason')} hint={t('reasonHint')} fault={fault}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={200}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setFault(undefined);
              }}
            />
          )}
        </Field>
        <p>{t('effect', { own: own.name, other: other.name })}</p>
        <div className="form-actions">
          <Button
            type="primary"
            htmlType="submit"
            disabled={blocked !== undefined}
            aria-busy={merge.isPending}
          >
            {t('submit')}
          </Button>
          <LinkButton to="/enterprises/duplicates" search={{}}>
            {desk('cancel')}
          </LinkButton>
        </div>
      </form>
    </>
  );
}

import { ROUTES, type IssuingOffice } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { FaultSummary } from '../../../ui/desk/fault-summary.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';

export const OFFICE_LINES = ['issuer', 'reviewAuthority', 'court', 'contact'] as const;
type Line = (typeof OFFICE_LINES)[number];
const MOST: Readonly<Record<Line, number>> = {
  issuer: 60,
  reviewAuthority: 60,
  court: 60,
  contact: 120,
};

/** Issuer line, remedies and contact of an office. */
export function OfficeForm({ office }: { readonly office: IssuingOffice }) {
  const { t } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { id, version, issuer, reviewAuthority, court, contact } = office;
  const [lines, setLines] = useState({ issuer, reviewAuthority, court, contact });
  /** The version that the person has seen; a newer one is shown first, then saved over. */
  const [seen, setSeen] = useState(version);
  const change = useMutation({
    mutationFn: () =>
      ask(ROUTES.changeIssuingOffice, { params: { id }, body: { version: seen, ...lines } }),
    onSuccess: async (after) => {
      setSeen(after.version);
      await queries.invalidateQueries({ queryKey: ['issuing-offices'] });
      await queries.invalidateQueries({ queryKey: ['document-kinds'] });
    },
    onError: async (error) => {
      if (!isProblem(error, 'CHANGED_MEANWHILE')) return;
      await queries.invalidateQueries({ queryKey: ['issuing-offices'] });
      setSeen(Number(error.params['version']));
    },
  });
  const { error } = change;
  const isLate = isProblem(error, 'CHANGED_MEANWHILE');
  const faults = useMemo(
    () => (error && !isLate ? [{ field: null, text: problemText(error) }] : []),
    // One list per answer: the summary takes the focus whenever it gets a new one.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [error, isLate],
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!change.isPending) change.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      {change.isSuccess && <Notice tone="good" title={t('set.saved')} />}
      {isLate && <Notice tone="fault" title={t('set.meanwhile')} />}
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <div className="two">
        {OFFICE_LINES.map((key) => (
          <Field
            key={key}
            id={`${key}-${id}`}
            label={t(`set.${key}`)}
            hint={key === 'issuer' || key === 'contact' ? t(`set.${key}Hint`) : undefined}
            note={
              isLate && office[key] !== lines[key]
                ? t('set.newest', { value: office[key] || t('set.notSet') })
                : undefined
            }
          >
            {(wiring) => (
              <Input
                {...wiring}
                autoComplete="off"
                maxLength={MOST[key]}
                value={lines[key]}
                onChange={(event) => {
                  setLines({ ...lines, [key]: event.target.value });
                  if (change.isSuccess) change.reset();
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <Button type="primary" htmlType="submit" aria-busy={change.isPending}>
        {t('set.save')}
      </Button>
    </form>
  );
}

import { ROUTES, type PublicMark, type PublicVersion } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { publicVersionQuery } from '../queries.ts';
import { Bars } from './bars.tsx';
import { CoverForm } from './cover-form.tsx';
import { Parts } from './parts.tsx';
import { PublicFault } from './public-fault.tsx';

/** Making the public version: bars over the paper's own words, each with its ground. */
export function PublicEditor(props: { readonly id: string; readonly version: PublicVersion }) {
  const { t } = useTranslation('documents');
  const queries = useQueryClient();
  const { id, version } = props;
  const isNew = version.state === 'NONE';
  const [marks, setMarks] = useState<readonly PublicMark[]>(
    isNew ? version.proposed : version.marks,
  );
  const [statement, setStatement] = useState(version.statement);
  const [isShort, setIsShort] = useState(false);
  const [said, setSaid] = useState('');
  const box = useRef<HTMLOListElement>(null);
  const save = useMutation({
    mutationFn: () =>
      ask(ROUTES.savePublicVersion, {
        params: { id },
        body: { version: version.version, marks: [...marks], statement: statement.trim() },
      }),
    onSuccess: async (saved) => {
      queries.setQueryData(publicVersionQuery(id).queryKey, saved);
      await queries.invalidateQueries({ queryKey: ['document-timeline', id] });
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const missing = statement.trim().length < 4;
    setIsShort(missing);
    if (!missing && !save.isPending) save.mutate();
  }

  const { length } = version.proposed;
  return (
    <>
      {isNew && (
        <p>{length > 0 ? t('public.proposed', { count: length }) : t('public.proposedNone')}</p>
      )}
      {!isNew && <p className="fine">{t('public.again')}</p>}
      <Parts parts={version.parts} marks={marks} ref={box} />
      <CoverForm
        version={version}
        marks={marks}
        box={box}
        onCover={(next, count) => {
          setMarks(next);
          setSaid(t('public.covered', { count }));
        }}
      />
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <Bars
        parts={version.parts}
        marks={marks}
        onChange={(next) => {
          if (next.length < marks.length) setSaid(t('public.removed'));
          setMarks(next);
        }}
      />
      <PublicFault id={id} error={save.error} onFresh={() => save.reset()} />
      <form onSubmit={submit} noValidate>
        <Field
          id="statement"
          label={t('public.statement')}
          fault={isShort ? t('public.statementMissing') : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={200}
              value={statement}
              onChange={(event) => setStatement(event.target.value)}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" aria-busy={save.isPending}>
          {t('public.save')}
        </Button>
      </form>
    </>
  );
}

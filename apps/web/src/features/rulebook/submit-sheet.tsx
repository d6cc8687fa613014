import { ROUTES, type EntryForm, type SheetCheck } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { DOCUMENT_LABELS, DocumentFields } from './document-fields.tsx';
import { documentOf, emptyDraft, missingInDocument, textOf } from './draft.ts';
import { useFaultText, useFieldPlace } from './texts.ts';

/** The document that a checked table rests on; table and document become one version. */
export function SubmitSheet(props: {
  readonly check: SheetCheck;
  readonly topic: EntryForm['topic'];
  readonly district: string;
}) {
  const { check, topic, district } = props;
  const { t } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const faultText = useFaultText();
  const fieldName = useFieldPlace(topic);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [document, setDocument] = useState(() => emptyDraft(topic, [district]).document);
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const submit = useMutation({
    mutationFn: () => {
      const firstDay = textOf(check.entries[0]?.['date']);
      const { entries, current: supersedes } = check;
      const told = documentOf({ ...document, district }, firstDay);
      return ask(ROUTES.submitEntry, {
        body: { ...told, topic, entries, supersedes, wholeList: true },
      });
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['rulebook-entries'] });
      await navigate({ to: '/rulebook/$id', params: { id }, search: { done: 'submitted' } });
    },
  });
  const { error } = submit;
  const refused = useMemo(() => {
    if (!error) return [];
    if (!(error instanceof ApiProblem) || error.code !== 'ENTRY_INVALID') {
      return [{ field: null, text: problemText(error) }];
    }
    const { reason = '', at = '', ...params } = error.params;
    const place = fieldName(String(at).split('.'));
    const text = faultText({ code: String(reason), params });
    return [{ field: null, text: place ? t('form.fault', { place, text }) : text }];
    // One list per answer: the summary takes the focus whenever it gets a new one.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);
  const faults = missing.length > 0 ? missing : refused;

  function send(event: FormEvent): void {
    event.preventDefault();
    if (submit.isPending) return;
    const { effectiveFrom, effectiveTo } = document;
    const found = missingInDocument(document, topic).map((field) => ({
      field,
      text: t('form.required', { name: t(DOCUMENT_LABELS[field]) }),
    }));
    const isEarly = effectiveTo !== '' && effectiveTo < effectiveFrom;
    setMissing(isEarly ? [...found, { field: 'effectiveTo', text: t('form.endsEarly') }] : found);
    if (found.length === 0 && !isEarly) submit.mutate();
  }

  const { lines, entries, unknownColumns, otherSheets, current } = check;
  return (
    <section ref={box} tabIndex={-1} className="submit-sheet" aria-label={t('sheet.title')}>
      <Notice tone="good" title={t('sheet.good', { lines, entries: entries.length })}>
        <p>{t(current === null ? 'sheet.whole' : 'sheet.supersedes')}</p>
        {unknownColumns.length > 0 && (
          <p>
            {t('sheet.unknown', {
              columns: unknownColumns.map(({ heading }) => heading).join('、'),
            })}
          </p>
        )}
        {otherSheets.length > 0 && <p>{t('sheet.others', { sheets: otherSheets.join('、') })}</p>}
      </Notice>
      <form className="sheet rulebook-form" onSubmit={send} noValidate>
        <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
        <DocumentFields
          topic={topic}
          value={document}
          fixedDistrict
          faultOf={(field) => faults.find((fault) => fault.field === field)?.text}
          onChange={(next) => {
            setDocument({ ...document, ...next });
            setMissing((before) =>
              before.filter(({ field }) => field === null || !(field in next)),
            );
          }}
        />
        <div className="form-actions">
          <Button type="primary" size="large" htmlType="submit" aria-busy={submit.isPending}>
            {t(submit.isPending ? 'form.busy' : 'form.submit')}
          </Button>
        </div>
      </form>
    </section>
  );
}

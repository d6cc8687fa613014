import { IDENTITY } from '@ludao/rules/entries';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { useChoices } from './choices.ts';
import { DOCUMENT_LABELS, DocumentFields } from './document-fields.tsx';
import {
  askedFields,
  emptyRow,
  makeId,
  missingIn,
  missingInDocument,
  type DocumentDraft,
  type Draft,
  type RowDraft,
} from './draft.ts';
import { idOf, RowFields } from './row-fields.tsx';
import { useFieldPlace } from './texts.ts';

interface Props {
  readonly draft: Draft;
  readonly refused: readonly Fault[];
  readonly busy: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onSubmit: () => void;
}

/** The one form of every list: the document, and rows as the schema of the list has them. */
export function EntryForm(props: Props) {
  const { t } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const { draft } = props;
  const { topic, document, rows } = draft;
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const fieldName = useFieldPlace(topic);
  const choices = useChoices(document.district);
  const faults = missing.length > 0 ? missing : props.refused;
  const faultOf = (id: string) => faults.find(({ field }) => field === id)?.text;
  const fields = askedFields(topic);
  const isSeveral = topic === 'calendar' || draft.wholeList;

  function findMissing(): Fault[] {
    const { effectiveFrom, effectiveTo } = document;
    return [
      ...missingInDocument(document, topic).map((field) => ({
        field,
        text: t('form.required', { name: t(DOCUMENT_LABELS[field]) }),
      })),
      ...(effectiveTo !== '' && effectiveTo < effectiveFrom
        ? [{ field: 'effectiveTo', text: t('form.endsEarly') }]
        : []),
      ...missingIn(draft).map((path) => ({
        field: idOf(path),
        text: t('form.required', { name: fieldName(path) }),
      })),
    ];
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (props.busy) return;
    const found = findMissing();
    setMissing(found);
    if (found.length === 0) props.onSubmit();
  }

  function changeDocument(next: Partial<DocumentDraft>): void {
    const now = { ...document, ...next };
    const changed = Object.keys(next);
    setMissing((before) =>
      before.filter(({ field }) => field === null || !changed.includes(field)),
    );
    props.onChange({ ...draft, document: now, rows: withMadeKey(draft, now) });
  }

  function changeRow(at: number, row: RowDraft): void {
    setMissing((before) => before.filter(({ field }) => !field?.startsWith(`row-${at}`)));
    props.onChange({ ...draft, rows: rows.map((one, index) => (index === at ? row : one)) });
  }

  return (
    <form className="sheet rulebook-form" onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <DocumentFields
        topic={topic}
        value={document}
        fixedDistrict={draft.supersedes !== null}
        faultOf={faultOf}
        onChange={changeDocument}
      />
      <section aria-labelledby="entry-content">
        <h2 id="entry-content">{t('form.content')}</h2>
        {rows.map((row, at) => (
          // A row has no name of its own while it is written.
          <div key={at} className={isSeveral ? 'group-row' : ''}>
            <RowFields
              topic={topic}
              fields={fields}
              row={row}
              path={[at]}
              choices={choices}
              faultOf={faultOf}
              fixed={draft.supersedes !== null && !isSeveral ? IDENTITY[topic] : null}
              onChange={(next) => changeRow(at, next)}
            />
            {isSeveral && rows.length > 1 && (
              <Button
                size="small"
                onClick={() =>
                  props.onChange({ ...draft, rows: rows.filter((_, index) => index !== at) })
                }
              >
                {t('form.removeRow', { no: at + 1 })}
              </Button>
            )}
          </div>
        ))}
        {isSeveral && (
          <Button
            icon={<Icon name="plus" />}
            onClick={() => props.onChange({ ...draft, rows: [...rows, emptyRow(fields)] })}
          >
            {t(topic === 'calendar' ? 'form.addDay' : 'form.addRow')}
          </Button>
        )}
      </section>
      <div className="form-actions">
        <Button type="primary" size="large" htmlType="submit" aria-busy={props.busy}>
          {t(props.busy ? 'form.busy' : 'form.submit')}
        </Button>
        <LinkButton to="/rulebook" search={{}}>
          {desk('cancel')}
        </LinkButton>
      </div>
    </form>
  );
}

/** The key follows the number of the document until somebody writes his own. */
function withMadeKey(
  { document, rows, supersedes }: Draft,
  now: DocumentDraft,
): readonly RowDraft[] {
  const [first, ...others] = rows;
  if (!first || others.length > 0 || supersedes !== null || !('id' in first)) return rows;
  if (first['id'] !== makeId(document.district, document.sourceNo)) return rows;
  return [{ ...first, id: makeId(now.district, now.sourceNo) }];
}

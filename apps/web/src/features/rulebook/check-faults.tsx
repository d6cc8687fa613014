import type { EntryHead, SheetCheck } from '@ludao/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultText, useFieldPlace } from './texts.ts';

/** What is wrong in a file: row, column, what stands there, and why it cannot be taken. */
export function CheckFaults(props: {
  readonly check: SheetCheck;
  readonly topic: EntryHead['topic'];
}) {
  const { t } = useTranslation('rulebook');
  const placeOf = useFieldPlace(props.topic);
  const faultText = useFaultText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { faults, faultsTotal } = props.check;
  const columnName = (column: string | null) => (column === null ? '' : placeOf(column.split('.')));
  return (
    <section className="sheet" aria-labelledby="faults">
      <h2 id="faults" ref={heading} tabIndex={-1}>
        {t('sheet.faults', { count: faultsTotal })}
      </h2>
      <p>{t('sheet.faultsLead')}</p>
      <table className="plain-table sheet-faults">
        <thead>
          <tr>
            {(['row', 'column', 'value', 'problem'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`sheet.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <tr key={`${fault.row} ${fault.column} ${fault.code}`}>
              <th scope="row" data-name={t('sheet.row')}>
                {fault.row}
              </th>
              <td data-name={t('sheet.column')}>{columnName(fault.column)}</td>
              <td data-name={t('sheet.value')}>{fault.value}</td>
              <td data-name={t('sheet.problem')}>{faultText(fault)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {faults.length < faultsTotal && (
        <p className="fine">{t('sheet.faultsMore', { count: faults.length })}</p>
      )}
    </section>
  );
}

import {
  filingFaults,
  ROUTES,
  type CaseView,
  type FilingForm,
  type FilingView,
} from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useSession } from '../../../api/session.ts';
import { UNREADABLE } from '../../../ui/desk/amount-input.tsx';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { useCaseStep, useFresh } from '../queries.ts';
import { Refused } from '../refused.tsx';
import { Declare } from './declare.tsx';
import { fieldId } from './field-id.ts';
import { ImpactsPart, PeoplePart, ProjectPart } from './parts.tsx';
import { prefilled } from './prefill.ts';

const PARTS = ['project', 'impacts', 'people', 'declare'] as const;
type Part = (typeof PARTS)[number];
const PART_OF: Readonly<Record<string, Part>> = {
  impacts: 'impacts',
  legalRepresentative: 'people',
  contact: 'people',
  phone: 'people',
};
const partOf = (field: string): Part => PART_OF[field.split('.')[0]!] ?? 'project';

/** The form in four steps; each step saves, so that nothing is lost. */
export function FilingFormView({ found, filing }: { found: CaseView; filing: FilingView }) {
  const { t } = useTranslation('cases');
  const { t: desk } = useTranslation('desk');
  const { user } = useSession();
  const { id, enterprise, version, name, projectCode, address } = found;
  const [part, setPart] = useState<Part>('project');
  const [changed, setChanged] = useState<FilingForm | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const fresh = useFresh(id);
  const record = useQuery({
    queryKey: ['enterprise', enterprise?.id],
    queryFn: ({ signal }) =>
      ask(ROUTES.getEnterprise, { params: { id: enterprise?.id ?? '' } }, signal),
    enabled: enterprise !== null,
  });
  const form = changed ?? prefilled(filing.form, found, record.data, user.name);
  const save = useCaseStep(id, (given: FilingForm) =>
    ask(ROUTES.changeFiling, {
      params: { id },
      body: { version, name, projectCode, address, form: given },
    }),
  );
  const renew = useCaseStep(id, () =>
    ask(ROUTES.renewCaseAnswer, { params: { id }, body: { version } }),
  );

  /** What is wrong in one step, or in all of them. */
  function faultsIn(parts: readonly Part[]): Fault[] {
    return filingFaults(form)
      .filter(({ field }) => parts.includes(partOf(field)))
      .map(({ field, code }) => ({
        field: fieldId(field),
        text: t('form.fault', { field: nameOf(field), fault: t(`form.wrong.${code}`) }),
      }));
  }
  function nameOf(field: string): string {
    const [own, impact] = field.split('.');
    return impact ? t(`impact.${impact}`) : t(`form.${own}`);
  }
  function change(next: Partial<FilingForm>): void {
    setChanged({ ...form, ...next });
    setFaults([]);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const unreadable = [
      form.investmentCents,
      form.environmentalInvestmentCents,
      form.floorAreaM2,
    ].some((amount) => amount === UNREADABLE);
    const wrong = unreadable
      ? [{ field: fieldId('investmentCents'), text: t('form.unreadable') }]
      : faultsIn([part]);
    setFaults(wrong);
    if (wrong.length > 0 || save.isPending) return;
    save.mutate(form, {
      onSuccess: () => {
        setChanged(form);
        setPart(PARTS[PARTS.indexOf(part) + 1] ?? 'declare');
        heading.current?.focus();
      },
    });
  }

  const at = PARTS.indexOf(part);
  const props = { form, faults, onChange: change };
  return (
    <section className="sheet case-form" aria-labelledby="fill-in">
      <h2 id="fill-in" ref={heading} tabIndex={-1}>
        {t('form.fillIn')}
      </h2>
      <ol className="steps-done" aria-label={t('form.steps')}>
        {PARTS.map((one, index) => (
          <li key={one} aria-current={one === part ? 'step' : undefined}>
            <span aria-hidden="true">{index + 1}</span>{' '}
            {index < at ? (
              <button type="button" className="link" onClick={() => setPart(one)}>
                {t(`form.part.${one}`)}
              </button>
            ) : (
              t(`form.part.${one}`)
            )}
          </li>
        ))}
      </ol>
      <Refused
        error={save.error ?? renew.error}
        onFresh={() => {
          save.reset();
          setChanged(null);
          void fresh();
        }}
      />
      {part === 'declare' ? (
        <Declare
          found={found}
          filing={filing}
          form={form}
          missing={faultsIn(PARTS)}
          onBack={() => setPart('people')}
          onRenew={() => renew.mutate(undefined)}
        />
      ) : (
        <form onSubmit={submit} noValidate>
          <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
          {part === 'project' && <ProjectPart {...props} />}
          {part === 'impacts' && <ImpactsPart {...props} />}
          {part === 'people' && <PeoplePart {...props} />}
          <div className="form-actions">
            <Button type="primary" size="large" htmlType="submit" aria-busy={save.isPending}>
              {t('form.saveAndOn')}
            </Button>
            {at > 0 && (
              <Button size="large" onClick={() => setPart(PARTS[at - 1]!)}>
                {t('form.back')}
              </Button>
            )}
          </div>
        </form>
      )}
    </section>
  );
}

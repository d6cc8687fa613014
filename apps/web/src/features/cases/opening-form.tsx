import { ProjectCode, ROUTES, type EnterpriseRow } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { IndustryPicker } from '../../api/industry-picker.tsx';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';

export interface Opening {
  readonly enterpriseId: string;
  readonly name: string;
  readonly projectCode: string | null;
  readonly address: string;
  readonly industries: readonly string[];
}

/** Whose project it is, what it is called and where it is built; prefilled from the register. */
export function OpeningForm(props: {
  readonly enterprises: readonly EnterpriseRow[];
  readonly asksIndustries: boolean;
  readonly busy: boolean;
  readonly onDone: (opening: Opening) => void;
}) {
  const { t } = useTranslation('cases');
  const { t: desk } = useTranslation('desk');
  const { enterprises, asksIndustries } = props;
  const [first] = enterprises;
  const [enterpriseId, setEnterprise] = useState(enterprises.length === 1 ? first!.id : null);
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [address, setAddress] = useState<string | null>(null);
  const [industries, setIndustries] = useState<readonly string[] | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const chosen = enterprises.find(({ id }) => id === enterpriseId);
  const { data: record } = useQuery({
    queryKey: ['enterprise', enterpriseId],
    queryFn: ({ signal }) =>
      ask(ROUTES.getEnterprise, { params: { id: enterpriseId ?? '' } }, signal),
    enabled: enterpriseId !== null,
  });
  const place = address ?? record?.address ?? '';
  const trades = industries ?? chosen?.industries ?? [];
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const typed = code.trim();
    const wrong = [
      ['enterpriseId', enterpriseId === null],
      ['projectName', name.trim().length < 2],
      ['projectCode', typed !== '' && !ProjectCode.safeParse(typed).success],
      ['address', place.trim().length < 2],
      ['industries', asksIndustries && trades.length === 0],
    ] as const;
    const found = wrong
      .filter(([, isWrong]) => isWrong)
      .map(([field]) => ({ field, text: t(`new.fault.${field}`) }));
    setFaults(found);
    if (found.length > 0 || enterpriseId === null || props.busy) return;
    props.onDone({
      enterpriseId,
      name: name.trim(),
      projectCode: typed === '' ? null : typed,
      address: place.trim(),
      industries: trades,
    });
  }

  return (
    <form className="sheet case-form" onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <Field id="enterpriseId" label={t('new.enterprise')} fault={faultOf('enterpriseId')}>
        {(wiring) => (
          <Select
            {...wiring}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('new.enterprisePlaceholder')}
            options={enterprises.map(({ id, name: label }) => ({ value: id, label }))}
            value={enterpriseId}
            onChange={setEnterprise}
          />
        )}
      </Field>
      <Field
        id="projectName"
        label={t('new.name')}
        hint={t('new.nameHint')}
        fault={faultOf('projectName')}
      >
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        id="projectCode"
        label={t('new.code')}
        optional={t('new.codeOptional')}
        hint={t('new.codeHint')}
        fault={faultOf('projectCode')}
      >
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={30}
            autoComplete="off"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Field id="address" label={t('new.address')} fault={faultOf('address')}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={200}
            autoComplete="off"
            value={place}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
      {asksIndustries && (
        <Field id="industries" label={t('new.industries')} fault={faultOf('industries')}>
          {(wiring) => <IndustryPicker wiring={wiring} value={trades} onChange={setIndustries} />}
        </Field>
      )}
      <div className="form-actions">
        <Button type="primary" size="large" htmlType="submit" aria-busy={props.busy}>
          {t(asksIndustries ? 'new.next' : 'new.open')}
        </Button>
        <LinkButton to="/cases">{desk('cancel')}</LinkButton>
      </div>
    </form>
  );
}

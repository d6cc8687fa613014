import { ROUTES, type CaseForm } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Input, Radio, Select, Spin } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ProblemState } from '../../../api/problem-state.tsx';
import { mayIn, useSession } from '../../../api/session.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { Refused } from '../refused.tsx';

interface Applicant {
  readonly id: string;
  readonly of: 'park' | 'enterprise';
  readonly name: string;
}

/** Whose retrofits the reader may declare: parks that the own organisation operates, own enterprises. */
function useApplicants() {
  const session = useSession();
  const seesParks = mayIn(session, 'read', 'park');
  const query = { size: 200 };
  const parks = useQuery({
    queryKey: ['parks', query],
    queryFn: ({ signal }) => ask(ROUTES.listParks, { query }, signal),
    enabled: seesParks,
  });
  const firms = useQuery({
    queryKey: ['enterprises', query],
    queryFn: ({ signal }) => ask(ROUTES.listEnterprises, { query }, signal),
    enabled: !seesParks,
  });
  const asked = seesParks ? parks : firms;
  const rows: Applicant[] = seesParks
    ? (parks.data?.rows ?? []).map(({ id, name }) => ({ id, name, of: 'park' }))
    : (firms.data?.rows ?? []).map(({ id, name }) => ({ id, name, of: 'enterprise' }));
  return { rows, error: asked.error, isPending: asked.isPending, refetch: asked.refetch };
}

/** Begins a retrofit: what is retrofitted, and the four things that the exemption asks. */
export function NewRetrofitPage() {
  const { t } = useTranslation('retrofits');
  const { t: desk } = useTranslation('desk');
  const { rows, error, isPending, refetch } = useApplicants();
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Spin description={desk('loading')} />;
  return (
    <>
      <PageHead title={t('newTitle')} lead={t('newLead')} />
      {rows.length === 0 ? (
        <EmptyState title={t('noneTitle')} icon="park">
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <OpeningForm applicants={rows} />
      )}
    </>
  );
}

/** What is said of the project; the law answers it, and the numbers are asked afterwards. */
const STATEMENTS = ['retrofit', 'public', 'noLand', 'noMore'] as const;
type Works = 'waste_gas' | 'wastewater';

function OpeningForm({ applicants }: { readonly applicants: readonly Applicant[] }) {
  const { t } = useTranslation('retrofits');
  const { t: desk } = useTranslation('desk');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [applicant, setApplicant] = useState(applicants.length === 1 ? applicants[0]!.id : null);
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [works, setWorks] = useState<Works | null>(null);
  const [treats, setTreats] = useState<string | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const open = useMutation({
    mutationFn: (project: CaseForm['project']) => {
      const { of } = applicants.find(({ id }) => id === applicant)!;
      const whose = of === 'park' ? { parkId: applicant } : { enterpriseId: applicant };
      return ask(ROUTES.openCase, {
        body: { ...whose, name: name.trim(), address: address.trim(), project },
      });
    },
    onSuccess: async (found) => {
      await queries.invalidateQueries({ queryKey: ['cases'] });
      await navigate({ to: '/cases/$id', params: { id: found.id } });
    },
  });
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = [
      ['applicant', applicant === null],
      ['projectName', name.trim().length < 2],
      ['address', address.trim().length < 2],
      ['retrofitWorks', works === null],
      ['treats', works === 'wastewater' && treats === null],
    ] as const;
    const found = wrong
      .filter(([, isWrong]) => isWrong)
      .map(([field]) => ({ field, text: t(`fault.${field}`) }));
    setFaults(found);
    if (found.length > 0 || works === null || open.isPending) return;
    open.mutate({
      works: [works],
      unstated: 'no',
      place: { park: 'unlisted' },
      facts: {
        nature: said.includes('retrofit') ? 'retrofit' : 'new',
        'retrofit.public_env_infra': said.includes('public'),
        'retrofit.no_new_land': said.includes('noLand'),
        'retrofit.no_added_pollutant': said.includes('noMore'),
        ...(works === 'wastewater' && treats !== null && { 'works.wastewater': treats }),
      },
    });
  }

  const line = (id: string, label: string, value: string, set: (next: string) => void) => (
    <Field id={id} label={label} fault={faultOf(id)}>
      {(wiring) => (
        <Input
          {...wiring}
          maxLength={100}
          autoComplete="off"
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <form className="sheet case-form" onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <Refused error={open.error} />
      <Field id="applicant" label={t('applicant')} fault={faultOf('applicant')}>
        {(wiring) => (
          <Select
            {...wiring}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('choose')}
            options={applicants.map(({ id, name: label }) => ({ value: id, label }))}
            value={applicant}
            onChange={setApplicant}
          />
        )}
      </Field>
      {line('projectName', t('projectName'), name, setName)}
      {line('address', t('address'), address, setAddress)}
      <div className={faultOf('retrofitWorks') ? 'field flagged' : 'field'} id="retrofitWorks">
        <span className="field-label" id="retrofitWorks-label">
          {t('kind')}
        </span>
        <Radio.Group
          name="retrofitWorks"
          aria-labelledby="retrofitWorks-label"
          options={(['waste_gas', 'wastewater'] as const).map((value) => ({
            value,
            label: t(`works_${value}`),
          }))}
          value={works}
          onChange={(event) => setWorks(event.target.value as Works)}
        />
        {faultOf('retrofitWorks') && <p className="fault">{faultOf('retrofitWorks')}</p>}
      </div>
      {works === 'wastewater' && (
        <Field id="treats" label={t('treats')} fault={faultOf('treats')}>
          {(wiring) => (
            <Select
              {...wiring}
              placeholder={t('choose')}
              options={['industrial_central', 'own_direct_or_metal', 'own_indirect', 'upgrade'].map(
                (value) => ({ value, label: t(`treat.${value}`) }),
              )}
              value={treats}
              onChange={setTreats}
            />
          )}
        </Field>
      )}
      <fieldset className="declarations">
        <legend>{t('statements')}</legend>
        {STATEMENTS.map((key) => (
          <Checkbox
            key={key}
            checked={said.includes(key)}
            onChange={({ target }) =>
              setSaid(target.checked ? [...said, key] : said.filter((one) => one !== key))
            }
          >
            {t(`statement.${key}`)}
          </Checkbox>
        ))}
      </fieldset>
      <div className="form-actions">
        <Button type="primary" size="large" htmlType="submit" aria-busy={open.isPending}>
          {t('open')}
        </Button>
        <LinkButton to="/retrofits">{desk('cancel')}</LinkButton>
      </div>
    </form>
  );
}

import { ROUTES, type FileView, type ParkEia, type ParkEiaDecision } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { FileUpload } from '../../api/file-upload.tsx';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { useRefusals } from './refusals.ts';

const TEXTS = ['office', 'approvalNo', 'permitNo'] as const;
const DAYS = ['approvedOn', 'inForceFrom', 'validTo'] as const;
type Texts = Record<(typeof TEXTS)[number] | (typeof DAYS)[number] | 'words', string>;

/** The decision as it stands on paper; it counts once a second person has confirmed it. */
export function DecisionForm(props: {
  readonly eia: ParkEia;
  readonly onDone: (after: ParkEia) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  const refusals = useRefusals();
  const { eia } = props;
  const [decision, setDecision] = useState<'APPROVE' | 'REFUSE'>(eia.decision ?? 'APPROVE');
  const [said, setSaid] = useState<Texts>({
    office: eia.office ?? '',
    approvalNo: eia.approvalNo ?? '',
    permitNo: eia.permitNo ?? eia.permit?.number ?? '',
    approvedOn: eia.approvedOn ?? '',
    inForceFrom: eia.inForceFrom ?? '',
    validTo: eia.validTo ?? '',
    words: eia.decisionWords ?? '',
  });
  const [files, setFiles] = useState<readonly FileView[]>(
    eia.approvalFile ? [eia.approvalFile] : [],
  );
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const isApproval = decision === 'APPROVE';
  const enter = useMutation({
    mutationFn: () =>
      ask(ROUTES.proposeParkEia, {
        params: { id: eia.id },
        body: bodyOf(eia.version, decision, said, files[0]?.id ?? ''),
      }),
    onSuccess: props.onDone,
  });
  const { error } = enter;
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const refused = useMemo(() => (error ? refusals(error) : []), [error]);
  const faults = missing.length > 0 ? missing : refused;
  const faultOf = (key: string) => faults.find(({ field }) => field === key)?.text;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (enter.isPending) return;
    const needed = isApproval
      ? (['office', 'approvalNo', ...DAYS] as const)
      : (['office', 'words'] as const);
    const empty = needed.filter((key) => said[key].trim().length < 2);
    const wrong = [
      ...empty.map((field): Fault => ({
        field,
        text: t('fault.needed', { what: t(nameOf(field)) }),
      })),
      ...(isApproval && files.length === 0
        ? [{ field: 'approval', text: t('fault.needed', { what: t('approval') }) }]
        : []),
    ];
    setMissing(wrong);
    if (wrong.length === 0) enter.mutate();
  }
  const nameOf = (key: keyof Texts) => (key === 'words' && !isApproval ? 'reason' : key);
  const text = (key: (typeof TEXTS)[number], optional = false) => (
    <Field
      id={key}
      label={t(key)}
      optional={optional ? t('form.permitLater') : undefined}
      fault={faultOf(key)}
    >
      {(wiring) => (
        <Input
          {...wiring}
          maxLength={key === 'office' ? 100 : 60}
          value={said[key]}
          onChange={(event) => setSaid({ ...said, [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <Radio.Group
        aria-label={t('decision')}
        value={decision}
        onChange={(event) => setDecision(event.target.value as 'APPROVE' | 'REFUSE')}
        options={(['APPROVE', 'REFUSE'] as const).map((value) => ({
          value,
          label: t(`decisions.${value}`),
        }))}
      />
      {text('office')}
      {isApproval && (
        <>
          {text('approvalNo')}
          <div className="three">
            {DAYS.map((key) => (
              <Field key={key} id={key} label={t(key)} fault={faultOf(key)}>
                {(wiring) => (
                  <Input
                    {...wiring}
                    type="date"
                    value={said[key]}
                    onChange={(event) => setSaid({ ...said, [key]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
          {text('permitNo', true)}
          <FileUpload
            id="approval"
            label={t('approval')}
            fault={faultOf('approval')}
            purpose="park-eia-approval"
            files={files}
            onChange={setFiles}
          />
        </>
      )}
      <Field
        id="words"
        label={t(isApproval ? 'words' : 'reason')}
        optional={isApproval ? desk('optional') : undefined}
        fault={faultOf('words')}
      >
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={4}
            maxLength={2000}
            value={said.words}
            onChange={(event) => setSaid({ ...said, words: event.target.value })}
          />
        )}
      </Field>
      <p className="fine">{t('step.proposeText')}</p>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" aria-busy={enter.isPending}>
          {t('step.propose')}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}

function bodyOf(
  version: number,
  decision: 'APPROVE' | 'REFUSE',
  { office, words, approvalNo, permitNo, approvedOn, inForceFrom, validTo }: Texts,
  approvalFile: string,
): ParkEiaDecision {
  const shared = { version, office: office.trim(), words: words.trim() };
  if (decision === 'REFUSE') return { ...shared, decision };
  return {
    ...shared,
    decision,
    approvalNo: approvalNo.trim(),
    approvedOn,
    approvalFile,
    inForceFrom,
    validTo,
    permitNo: permitNo.trim() || null,
  };
}

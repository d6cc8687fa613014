import {
  DATASET_KIND_NAMES,
  DATASET_KINDS,
  ROUTES,
  type DatasetKind,
  type DatasetList,
  type DatasetView,
  type FileView,
} from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { FileUpload } from '../../api/file-upload.tsx';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { readFactors, readPoints } from './factors.ts';

const EMPTY = {
  title: '',
  dataOwner: '',
  sampledOn: '',
  laboratory: '',
  cmaNo: '',
  points: '',
  factors: '',
  validFrom: '',
  validTo: '',
};
type Key = keyof typeof EMPTY;
const MEASURED = ['sampledOn', 'laboratory', 'cmaNo', 'factors'] as const;
const DAYS: readonly Key[] = ['sampledOn', 'validFrom', 'validTo'];
const LONG: readonly Key[] = ['points', 'factors'];

/** What is measured or certified, until when it holds, and the paper that shows it. */
export function DatasetForm(props: {
  readonly parkId: string;
  readonly limits: DatasetList['limits'];
  readonly older: DatasetView | null;
}) {
  const { parkId, limits, older } = props;
  const { t, i18n } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [kind, setKind] = useState<DatasetKind>(older?.kind ?? 'ambient');
  const [filled, setFilled] = useState({
    ...EMPTY,
    ...(older && {
      title: older.title,
      dataOwner: older.dataOwner,
      points: older.points.join('\n'),
    }),
  });
  const [files, setFiles] = useState<readonly FileView[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const isMeasured = kind !== 'sewer';
  const enter = useMutation({
    mutationFn: (file: string) =>
      ask(ROUTES.enterDataset, {
        params: { id: parkId },
        body: {
          kind,
          title: filled.title,
          dataOwner: filled.dataOwner,
          validFrom: filled.validFrom,
          validTo: filled.validTo || null,
          ...(isMeasured && {
            sampledOn: filled.sampledOn,
            laboratory: filled.laboratory,
            cmaNo: filled.cmaNo,
            points: readPoints(filled.points),
            factors: readFactors(filled.factors) ?? [],
          }),
          file,
          supersedes: older?.id ?? null,
        },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['datasets'] });
      await queries.invalidateQueries({ queryKey: ['dataset'] });
      await navigate({ to: '/datasets/$id', params: { id } });
    },
    onError: (error) => {
      const field = error instanceof ApiProblem ? error.params['field'] : undefined;
      setFaults([{ field: typeof field === 'string' ? field : null, text: problemText(error) }]);
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const needed: readonly Key[] = [
      'title',
      'dataOwner',
      ...(isMeasured ? MEASURED : []),
      'validFrom',
      ...(isMeasured ? [] : (['validTo'] as const)),
    ];
    const lacks: Fault[] = needed
      .filter((key) => filled[key].trim() === '')
      .map((key) => ({ field: key, text: `${t('form.missing')}：${labelOf(key)}` }));
    if (isMeasured && filled.factors.trim() !== '' && readFactors(filled.factors) === null) {
      lacks.push({ field: 'factors', text: t('form.factorsFault') });
    }
    const [file] = files;
    if (!file) lacks.push({ field: 'file', text: t('form.missingFile') });
    setFaults(lacks);
    if (lacks.length === 0 && file && !enter.isPending) enter.mutate(file.id);
  }

  const labelOf = (key: Key) => t(key === 'title' ? 'form.name' : `form.${key}`);
  const faultOf = (key: string) => faults.find(({ field }) => field === key)?.text;
  const years = kind === 'sewer' ? null : limits[kind];
  const hints: Partial<Record<Key, string>> = {
    title: t('form.nameHint'),
    sampledOn: t('form.sampledOnHint'),
    points: t('form.pointsHint'),
    factors: t('form.factorsHint'),
    ...((!isMeasured || years !== null) && {
      validTo: isMeasured ? t('form.validToHint', { years }) : t('form.validToSewer'),
    }),
  };
  const shown: readonly Key[] = [
    'title',
    'dataOwner',
    ...(isMeasured ? (['sampledOn', 'laboratory', 'cmaNo', 'points', 'factors'] as const) : []),
    'validFrom',
    'validTo',
  ];
  const optional = (key: Key) => key === 'points' || (key === 'validTo' && isMeasured);
  return (
    <form className="sheet form-sheet" onSubmit={submit} noValidate>
      <FaultSummary title={t('form.faults')} faults={faults} />
      <Field id="kind" label={t('form.kind')}>
        {(wiring) => (
          <Select<DatasetKind>
            {...wiring}
            disabled={older !== null}
            value={kind}
            options={DATASET_KIND_NAMES.map((value) => ({
              value,
              label: DATASET_KINDS[value][currentLanguage(i18n)],
            }))}
            onChange={setKind}
          />
        )}
      </Field>
      {shown.map((key) => (
        <Field
          key={key}
          id={key}
          label={labelOf(key)}
          optional={optional(key) ? desk('optional') : undefined}
          hint={hints[key]}
          fault={faultOf(key)}
        >
          {(wiring) => {
            const change = (value: string) => setFilled({ ...filled, [key]: value });
            return LONG.includes(key) ? (
              <Input.TextArea
                {...wiring}
                rows={3}
                value={filled[key]}
                onChange={(event) => change(event.target.value)}
              />
            ) : (
              <Input
                {...wiring}
                {...(DAYS.includes(key) ? { type: 'date' } : { maxLength: 120 })}
                value={filled[key]}
                onChange={(event) => change(event.target.value)}
              />
            );
          }}
        </Field>
      ))}
      <FileUpload
        id="file"
        label={t('form.file')}
        purpose="shared-dataset"
        fault={faultOf('file')}
        files={files}
        onChange={setFiles}
      />
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={enter.isPending}>
          {t('form.save')}
        </Button>
        <LinkButton to="/parks/$id/shared-data" params={{ id: parkId }}>
          {desk('cancel')}
        </LinkButton>
      </div>
    </form>
  );
}

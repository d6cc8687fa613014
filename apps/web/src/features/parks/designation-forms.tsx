import { DESIGNATION_KINDS, ROUTES, type DesignationKind, type ParkDetail } from '@ludao/contracts';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Field } from '../../ui/desk/field.tsx';
import { ParkProblem } from './park-problem.tsx';
import { useParkChange } from './use-park-change.ts';

type Designation = ParkDetail['designations'][number];
type Props = { readonly park: ParkDetail; readonly onClose: () => void };

const TEXTS = ['evidence', 'documentNo'] as const;
const DAYS = ['issuedOn', 'validFrom', 'validTo'] as const;
const NEEDED = ['evidence', 'documentNo', 'issuedOn', 'validFrom'] as const;
type Filled = Readonly<Record<(typeof TEXTS)[number] | (typeof DAYS)[number], string>>;

/** Stars or another honour, with the document that says so and the days on which it counts. */
export function NewDesignation({ park, onClose }: Props) {
  const { t, i18n } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const [kind, setKind] = useState<DesignationKind>('STARS');
  const [stars, setStars] = useState<number | null>(null);
  const [filled, setFilled] = useState<Filled>({
    evidence: '',
    documentNo: '',
    issuedOn: '',
    validFrom: '',
    validTo: '',
  });
  const [missing, setMissing] = useState<readonly string[]>([]);
  const enter = useParkChange(
    park.id,
    () =>
      ask(ROUTES.enterDesignation, {
        params: { id: park.id },
        body: {
          ...filled,
          kind,
          stars: kind === 'STARS' ? stars : null,
          validTo: filled.validTo || null,
          version: park.version,
        },
      }),
    onClose,
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    const lacks = [
      ...NEEDED.filter((key) => filled[key].trim().length < (key === 'evidence' ? 2 : 1)),
      ...(kind === 'STARS' && stars === null ? ['stars'] : []),
    ];
    setMissing(lacks);
    if (lacks.length === 0 && !enter.isPending) enter.mutate();
  }

  const faultOf = (key: string) => (missing.includes(key) ? t(`edit.missing.${key}`) : undefined);
  return (
    <form className="inline-form" onSubmit={submit} noValidate aria-label={t('edit.designation')}>
      <ParkProblem error={enter.error} parkId={park.id} onReset={() => enter.reset()} />
      <div className="two">
        <Field id="designation-kind" label={t('edit.designationKind')}>
          {(wiring) => (
            <Select
              {...wiring}
              options={(Object.keys(DESIGNATION_KINDS) as DesignationKind[]).map((value) => ({
                value,
                label: DESIGNATION_KINDS[value][currentLanguage(i18n)],
              }))}
              value={kind}
              onChange={setKind}
            />
          )}
        </Field>
        {kind === 'STARS' && (
          <Field id="designation-stars" label={t('stars')} fault={faultOf('stars')}>
            {(wiring) => (
              <InputNumber
                {...wiring}
                min={1}
                max={5}
                precision={0}
                value={stars}
                onChange={setStars}
              />
            )}
          </Field>
        )}
        {[...TEXTS, ...DAYS].map((key) => (
          <Field
            key={key}
            id={`designation-${key}`}
            label={t(`edit.${key}`)}
            optional={key === 'validTo' ? desk('optional') : undefined}
            fault={faultOf(key)}
          >
            {(wiring) => (
              <Input
                {...wiring}
                {...(DAYS.some((day) => day === key) ? { type: 'date' } : { maxLength: 120 })}
                value={filled[key]}
                onChange={(event) => setFilled({ ...filled, [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={enter.isPending}>
          {t('edit.saveDesignation')}
        </Button>
        <Button onClick={onClose}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}

/** Ends a designation before its time; the reason stays with it. */
export function EndDesignation({
  park,
  designation,
  onClose,
}: Props & { readonly designation: Designation }) {
  const { t } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const [lastDay, setLastDay] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { id } = designation;
  const end = useParkChange(
    park.id,
    () =>
      ask(ROUTES.endDesignation, {
        params: { id: park.id },
        body: { designation: id, lastDay, reason, version: park.version },
      }),
    onClose,
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    const lacks = [
      ...(lastDay === '' ? ['lastDay'] : []),
      ...(reason.trim().length < 2 ? ['reason'] : []),
    ];
    setMissing(lacks);
    if (lacks.length === 0 && !end.isPending) end.mutate();
  }

  const faultOf = (key: string) => (missing.includes(key) ? t(`edit.missing.${key}`) : undefined);
  return (
    <form className="inline-form" onSubmit={submit} noValidate aria-label={t('edit.end')}>
      <ParkProblem error={end.error} parkId={park.id} onReset={() => end.reset()} />
      <div className="two">
        <Field id={`last-day-${id}`} label={t('edit.lastDay')} fault={faultOf('lastDay')}>
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              value={lastDay}
              onChange={(event) => setLastDay(event.target.value)}
            />
          )}
        </Field>
        <Field id={`end-reason-${id}`} label={t('edit.reason')} fault={faultOf('reason')}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="card-actions">
        <Button type="primary" danger htmlType="submit" aria-busy={end.isPending}>
          {t('edit.end')}
        </Button>
        <Button onClick={onClose}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}

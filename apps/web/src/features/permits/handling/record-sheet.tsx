import {
  APPLICATION_KINDS,
  GRAMS_PER_KILOGRAM_DIGITS,
  OUTLET_KINDS,
  PERMIT_CATEGORIES,
  POLLUTANTS,
  WASTEWATER_ROUTES,
  writeAmount,
  CONCENTRATION_UNITS,
  type PermitApplication,
  type PermitView,
} from '@ludao/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../../i18n/dates.ts';
import { CopyButton } from '../../../ui/desk/copy-button.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { today } from '../../../ui/today.ts';
import { StepFault, useSend } from './steps.tsx';

/** What the official system records: what to enter there field by field, and the number it gave. */
export function RecordSheet(props: {
  readonly permit: PermitView;
  readonly application: PermitApplication;
}) {
  const { t } = useTranslation('permits');
  const { permit, application } = props;
  const { state, record, may } = application;
  if (state !== 'TO_RECORD' || record?.mode !== 'FRONT') return null;
  const fields = fieldsOf(permit, application);
  return (
    <section className="outside-panel" aria-labelledby="outside">
      <h3 id="outside">{t('outside.title', { system: record.system })}</h3>
      <p>{t('outside.why', { system: record.system })}</p>
      {record.address && (
        <p>
          <a href={record.address} target="_blank" rel="noreferrer">
            {t('outside.go', { system: record.system })}
          </a>
        </p>
      )}
      <details>
        <summary>{t('outside.fields')}</summary>
        <dl className="copy-list">
          {fields.map(([key, text]) => (
            <div key={`${key} ${text}`}>
              <dt>{t(`outside.field.${key}`)}</dt>
              <dd>
                <span>{text}</span>
                <CopyButton name={t(`outside.field.${key}`)} text={text} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {may.steps.includes('record') ? (
        <NumberForm permit={permit} application={application} />
      ) : (
        <p className="fine">{t('outside.others')}</p>
      )}
    </section>
  );
}

/** As the official system wants it, in Chinese. */
function fieldsOf(
  { holder, site }: PermitView,
  { kind, category, content }: PermitApplication,
): [string, string][] {
  const { outlets, amounts, wastewater } = content;
  const all: [string, string][] = [
    ['holder', holder.name],
    ['creditCode', holder.creditCode ?? ''],
    ['kind', APPLICATION_KINDS[kind].zh],
    ['category', PERMIT_CATEGORIES[category].zh],
    ['site', site],
    ['address', content.address],
    ['industries', content.industries.join('、')],
    ['wastewater', wastewater ? WASTEWATER_ROUTES[wastewater].zh : ''],
    ...outlets.map(({ code, kind: of, name, pollutants }): [string, string] => [
      'outlet',
      [
        `${code} ${name}（${OUTLET_KINDS[of].zh}）`,
        ...pollutants.map(
          ({ name: what, concentration, unit, standard }) =>
            `${what} ${concentration ?? '—'} ${unit === 'NONE' ? '' : CONCENTRATION_UNITS[unit].zh} ${standard}`,
        ),
      ].join('\n'),
    ]),
    ...amounts.map(({ pollutant, gramsPerYear }): [string, string] => [
      'amount',
      `${POLLUTANTS[pollutant].zh} ${writeAmount(gramsPerYear, GRAMS_PER_KILOGRAM_DIGITS)} kg/a`,
    ]),
    ['standards', content.standards.join('\n')],
    ['measures', content.measures.join('\n')],
    ['monitoring', content.monitoring.join('\n')],
    ['ledger', content.ledger.join('\n')],
  ];
  return all.filter(([, text]) => text !== '');
}

function NumberForm({
  permit,
  application,
}: {
  readonly permit: PermitView;
  readonly application: PermitApplication;
}) {
  const { t, i18n } = useTranslation('permits');
  const [number, setNumber] = useState(permit.number ?? '');
  const [on, setOn] = useState(today);
  const [validTo, setValidTo] = useState('');
  const [isMissing, setMissing] = useState(false);
  const send = useSend(application);

  function submit(): void {
    const code = number.trim().toUpperCase();
    const isWrong = !/^[0-9A-Z]{22}$/.test(code);
    setMissing(isWrong);
    if (isWrong || send.isPending) return;
    send.mutate({ step: 'record', number: code, on, validTo: validTo || null });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <StepFault error={send.error} id={permit.id} onFresh={() => send.reset()} />
      <Field
        id="official-number"
        label={t('outside.number')}
        hint={t('outside.numberHint', { count: number.trim().length })}
        fault={isMissing ? t('outside.numberMissing') : undefined}
      >
        {(wiring) => (
          <Input
            {...wiring}
            className="credit-code"
            autoComplete="off"
            maxLength={30}
            value={number}
            onChange={({ target }) => {
              setNumber(target.value);
              setMissing(false);
            }}
          />
        )}
      </Field>
      <div className="two">
        <Field id="official-day" label={t('outside.on')}>
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              className="day-field"
              max={today()}
              value={on}
              onChange={({ target }) => setOn(target.value)}
            />
          )}
        </Field>
        <Field id="official-end" label={t('outside.validTo')} hint={t('outside.validToHint')}>
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              className="day-field"
              value={validTo}
              onChange={({ target }) => setValidTo(target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="primary" htmlType="submit" aria-busy={send.isPending}>
        {t('step.record')}
      </Button>
      {application.decided && (
        <p className="fine">
          {t('outside.decided', { day: showDay(application.decided.on, i18n.language) })}
        </p>
      )}
    </form>
  );
}

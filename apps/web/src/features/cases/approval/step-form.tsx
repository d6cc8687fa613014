import {
  APPROVAL_OUTCOMES,
  INTAKE_REFUSALS,
  OPINION_RESULTS,
  REFUSAL_GROUNDS,
  REVIEW_KINDS,
  type ApprovalStep,
  type ApprovalView,
} from '@ludao/contracts';
import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { daysAgo } from '../../../ui/today.ts';

type Name = ApprovalStep['step'];
type Body = Omit<ApprovalStep, 'version'> & Record<string, unknown>;

/** The fields that a step asks for besides being taken. */
const ASKS: Readonly<Record<Name, readonly string[]>> = {
  submit: ['truth'],
  withdraw: ['reason'],
  askMissing: ['items'],
  refuseIntake: ['ground', 'words'],
  accept: [],
  noteSurvey: ['needed', 'on', 'words'],
  startReview: ['kind', 'body'],
  endReview: ['result', 'words'],
  publishIntent: ['outcome'],
  answerHearing: ['hold', 'on', 'words'],
  endHearing: ['words'],
  propose: ['outcome', 'grounds', 'words'],
  sendBack: ['reason'],
  decide: [],
  renewBasis: [],
  recordDecision: ['number', 'on'],
  startWorks: ['on'],
};
const SURE: Partial<Record<Name, string>> = { accept: 'sureAccept', decide: 'sureDecide' };

/** What one step asks, with one button that takes it. */
export function StepForm(props: {
  readonly name: Name;
  readonly approval: ApprovalView;
  readonly isPending: boolean;
  readonly system: string;
  readonly onTake: (body: Body) => void;
}) {
  const { t, i18n } = useTranslation('approval');
  const language = currentLanguage(i18n);
  const { name, approval } = props;
  const [said, setSaid] = useState<Record<string, unknown>>(() => initial(name, approval));
  const set = (key: string, value: unknown) => setSaid((now) => ({ ...now, [key]: value }));
  const text = (key: string) => (typeof said[key] === 'string' ? said[key] : '');
  const named = (table: object) =>
    Object.entries(table as Record<string, { zh: string; en: string }>).map(([value, words]) => ({
      value,
      label: words[language],
    }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!props.isPending) props.onTake(bodyOf(name, said));
  }

  const choice = (key: string, table: object) => (
    <Field key={key} id={`step-${key}`} label={t(`step.${key}`)}>
      {({ id }) => (
        <Radio.Group
          id={id}
          className="stacked"
          value={said[key]}
          options={named(table)}
          onChange={(event) => set(key, event.target.value)}
        />
      )}
    </Field>
  );
  const either = (key: 'needed' | 'hold', yes: string, no: string) => (
    <Field key={key} id={`step-${key}`} label={t(`step.${key}Which`)}>
      {({ id }) => (
        <Radio.Group
          id={id}
          value={said[key]}
          options={[
            { value: true, label: t(`step.${yes}`) },
            { value: false, label: t(`step.${no}`) },
          ]}
          onChange={(event) => set(key, event.target.value)}
        />
      )}
    </Field>
  );
  const line = (key: string) => (
    <Field key={key} id={`step-${key}`} label={t(`step.${key}`)}>
      {(wiring) => (
        <Input
          {...wiring}
          maxLength={60}
          value={text(key)}
          onChange={(event) => set(key, event.target.value)}
        />
      )}
    </Field>
  );
  const area = (key: string, hint?: string) => (
    <Field key={key} id={`step-${key}`} label={t(`step.${key}`)} hint={hint}>
      {(wiring) => (
        <Input.TextArea
          {...wiring}
          rows={3}
          maxLength={2000}
          value={text(key)}
          onChange={(event) => set(key, event.target.value)}
        />
      )}
    </Field>
  );
  function fieldOf(key: string): ReactNode {
    switch (key) {
      case 'truth':
        return (
          <Checkbox
            key="truth"
            checked={said['truth'] === true}
            onChange={(event) => set('truth', event.target.checked)}
          >
            {t('step.truth')}
          </Checkbox>
        );
      case 'reason':
        return area('reason');
      case 'words':
        return area('words');
      case 'items':
        return area('items', `${t('step.once')} ${t('step.itemsHint')}`);
      case 'ground':
        return choice('ground', INTAKE_REFUSALS);
      case 'needed':
        return either('needed', 'needed', 'notNeeded');
      case 'hold':
        return either('hold', 'hold', 'noHold');
      case 'on':
        return said['needed'] === false || said['hold'] === false ? null : (
          <Field key="on" id="step-on" label={t('step.on')}>
            {(wiring) => (
              <Input
                {...wiring}
                type="date"
                value={text('on')}
                onChange={(event) => set('on', event.target.value)}
              />
            )}
          </Field>
        );
      case 'kind':
        return choice('kind', REVIEW_KINDS);
      case 'body':
        return said['kind'] === 'EXPERTS' ? null : (
          <Field key="body" id="step-body" label={t('step.body')}>
            {({ id }) => (
              <Select
                id={id}
                value={said['body'] as string | null}
                options={approval.reviewBodies.map(({ id: value, name: label }) => ({
                  value,
                  label,
                }))}
                onChange={(value) => set('body', value)}
              />
            )}
          </Field>
        );
      case 'result':
        return choice('result', OPINION_RESULTS);
      case 'outcome':
        return choice('outcome', APPROVAL_OUTCOMES);
      case 'grounds':
        return said['outcome'] !== 'REFUSE' ? null : (
          <Field key="grounds" id="step-grounds" label={t('step.grounds')}>
            {({ id }) => (
              <Checkbox.Group
                {...{ id }}
                className="stacked"
                value={said['grounds'] as string[]}
                options={named(REFUSAL_GROUNDS)}
                onChange={(value) => set('grounds', value)}
              />
            )}
          </Field>
        );
      case 'number':
        return line('number');
      default:
        return null;
    }
  }
  const sure = SURE[name];
  return (
    <form className="step-form" onSubmit={submit} noValidate>
      {sure && <p>{t(`step.${sure}`)}</p>}
      {ASKS[name].map((key) => fieldOf(key))}
      <Button
        type="primary"
        htmlType="submit"
        loading={props.isPending}
        disabled={name === 'submit' && said['truth'] !== true}
      >
        {t('step.confirm')}
      </Button>
    </form>
  );
}

function initial(name: Name, { intent, reviewBodies }: ApprovalView): Record<string, unknown> {
  const today = daysAgo(0);
  return {
    truth: false,
    needed: true,
    hold: true,
    on: name === 'answerHearing' ? '' : today,
    kind: 'TECHNICAL',
    body: reviewBodies[0]?.id ?? null,
    result: 'FEASIBLE',
    outcome: intent ?? 'APPROVE',
    grounds: [],
    ground: 'NOT_COMPLETED',
    words: '',
    reason: '',
    number: '',
    items: '',
  };
}

function bodyOf(name: Name, said: Record<string, unknown>): Body {
  const body: Record<string, unknown> = { step: name };
  for (const key of ASKS[name]) body[key] = said[key];
  if (said['needed'] === false && name === 'noteSurvey') body['on'] = null;
  if (said['hold'] === false && name === 'answerHearing') body['on'] = null;
  if (name === 'startReview' && said['kind'] === 'EXPERTS') body['body'] = null;
  if (name === 'propose' && said['outcome'] === 'APPROVE') body['grounds'] = [];
  if (name === 'askMissing') body['items'] = itemsIn(String(said['items']));
  return body as Body;
}

/** One thing to a line, with what asks for it behind a semicolon. */
export function itemsIn(text: string): { what: string; basis: string }[] {
  return text
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => {
      const [what = '', ...basis] = row.split(/[；;]/);
      const said = basis.join('；').trim();
      return { what: what.trim(), basis: said === '' ? '编制监督管理办法第二十条' : said };
    });
}

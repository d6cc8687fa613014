import {
  CHANGE_AMOUNTS,
  CHANGE_QUESTIONS,
  EXCEEDED_FACTORS,
  EXCEEDED_NAMES,
  type ChangeAmount,
  type ChangeFacts,
  type ChangeMissing,
} from '@ludao/contracts';
import { Checkbox, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { shownAmounts, shownQuestions, withAnswer } from './change-facts.ts';
import { ChangedPollutants } from './changed-pollutants.tsx';

interface Props {
  readonly facts: ChangeFacts;
  readonly missing: readonly ChangeMissing[];
  readonly onChange: (facts: ChangeFacts) => void;
}

/** The questions that matter for this change, each answered by a figure, a yes or a no. */
export function ChangeQuestions({ facts, missing, onChange }: Props) {
  const { t, i18n } = useTranslation('sharedData');
  const language = currentLanguage(i18n);
  const { answers, pollutants, exceeded } = facts;
  const words = (answer: boolean | undefined) =>
    answer === undefined ? 'unsure' : answer ? 'yes' : 'no';
  return (
    <>
      {shownAmounts(facts, missing).map((name) => (
        <Amount key={name} name={name} facts={facts} onChange={onChange} />
      ))}
      {shownQuestions(facts, missing).map((name) => (
        <fieldset key={name} className="field plain-fieldset">
          <legend>{CHANGE_QUESTIONS[name][language]}</legend>
          <Radio.Group
            value={words(answers[name])}
            options={(['yes', 'no', 'unsure'] as const).map((value) => ({
              value,
              label: t(`change.${value}`),
            }))}
            onChange={(event) => {
              const said = event.target.value as 'yes' | 'no' | 'unsure';
              onChange(withAnswer(facts, name, said === 'unsure' ? null : said === 'yes'));
            }}
          />
        </fieldset>
      ))}
      {(pollutants !== null || missing.includes('pollutants')) && (
        <ChangedPollutants
          pollutants={pollutants}
          onChange={(next) => onChange({ ...facts, pollutants: next })}
        />
      )}
      {(exceeded !== null || missing.includes('exceeded')) && (
        <fieldset className="field plain-fieldset">
          <legend>{t('change.exceeded')}</legend>
          <Checkbox
            checked={exceeded?.length === 0}
            onChange={(event) => onChange({ ...facts, exceeded: event.target.checked ? [] : null })}
          >
            {t('change.exceededNone')}
          </Checkbox>
          <Checkbox.Group
            value={exceeded ?? []}
            options={EXCEEDED_NAMES.map((value) => ({
              value,
              label: EXCEEDED_FACTORS[value][language],
            }))}
            onChange={(values) => onChange({ ...facts, exceeded: values })}
          />
        </fieldset>
      )}
    </>
  );
}

function Amount(props: Omit<Props, 'missing'> & { readonly name: ChangeAmount }) {
  const { t, i18n } = useTranslation('sharedData');
  const { name, facts, onChange } = props;
  const { before = null, after = null } = facts.amounts[name] ?? {};
  const change = (next: { before: number | null; after: number | null }) =>
    onChange({ ...facts, amounts: { ...facts.amounts, [name]: next } });
  const field = (side: 'before' | 'after', value: number | null) => (
    <label className="amount-side">
      {t(`change.${side}`)}
      <InputNumber
        min={0}
        max={1_000_000_000_000_000}
        precision={0}
        value={value}
        onChange={(given) => change({ before, after, [side]: given })}
      />
    </label>
  );
  return (
    <fieldset className="field plain-fieldset">
      <legend>{CHANGE_AMOUNTS[name][currentLanguage(i18n)]}</legend>
      <div className="amount-pair">
        {field('before', before)}
        {field('after', after)}
      </div>
    </fieldset>
  );
}

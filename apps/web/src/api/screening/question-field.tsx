import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import type { Question, Said } from './interview.ts';

/** What is being entered: undefined is not answered yet, an empty text a figure not yet typed. */
export type Given = Said | undefined;

interface Props {
  readonly question: Question;
  readonly of: string | null;
  readonly unit: string;
  readonly value: Given;
  readonly fault: string | undefined;
  readonly onGive: (value: Said) => void;
}

/** Yes or no, one of a few, or a figure; 「不清楚」 is always there. */
export function QuestionField(props: Props) {
  const { t, i18n } = useTranslation('preLease');
  const language = currentLanguage(i18n);
  const { question, value, fault, unit, onGive } = props;
  const { fact, key } = question;
  const id = idOf(question);
  const options = useOptions(question);
  const isFigure = fact.type === 'quantity' && typeof value === 'string';
  const chosen = isFigure ? FIGURE : value === undefined ? undefined : JSON.stringify(value);
  const described = [fact.help && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className={fault ? 'field question flagged' : 'field question'} id={id}>
      <span className="field-label" id={`${id}-label`}>
        {props.of && <span className="of">{props.of}</span>}
        {fact.label[language]}
      </span>
      {fact.help && (
        <div className="hint" id={`${id}-hint`}>
          {fact.help[language]}
        </div>
      )}
      <Radio.Group
        name={key}
        aria-labelledby={`${id}-label`}
        {...(described !== '' && { 'aria-describedby': described })}
        options={options}
        value={chosen}
        onChange={(event) => {
          const next = String(event.target.value);
          onGive(next === FIGURE ? '' : (JSON.parse(next) as Said));
        }}
      />
      {isFigure && (
        <Input
          className="figure"
          aria-label={t('questions.figureOf', { fact: fact.label[language], unit })}
          inputMode="decimal"
          maxLength={40}
          suffix={unit}
          value={value}
          onChange={(event) => onGive(event.target.value)}
        />
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          <Icon name="warn" size={16} />
          {fault}
        </p>
      )}
    </div>
  );
}

const FIGURE = 'figure';

export function idOf({ key }: Question): string {
  return `q-${key.replaceAll(/[^\w-]/g, '_')}`;
}

export function isAnswered(value: Given): value is Said {
  return value !== undefined && !(typeof value === 'string' && value.trim() === '');
}

function useOptions({ fact }: Question) {
  const { t, i18n } = useTranslation('preLease');
  const language = currentLanguage(i18n);
  const unsure = { value: 'null', label: t('unsure') };
  if (fact.type === 'boolean') {
    const said = [true, false].map((value) => ({
      value: String(value),
      label: t(value ? 'yes' : 'no'),
    }));
    return [...said, unsure];
  }
  if (fact.type === 'choice') {
    const said = fact.options.map(({ id, label }) => ({
      value: JSON.stringify(id),
      label: label[language],
    }));
    return [...said, unsure];
  }
  const figure = { value: FIGURE, label: t('questions.figure') };
  const none = { value: '0', label: t('none') };
  return fact.zeroWhenUnstated ? [none, figure, unsure] : [figure, unsure];
}

import type { Vocabulary } from '@ludao/rules';
import { Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useIndustryNames } from '../industry-names.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { useFactWords } from './fact-words.ts';
import type { Answers, Question } from './interview.ts';
import { idOf, isAnswered, QuestionField, type Given } from './question-field.tsx';

/** Topics whose own help does not speak of ticks, which are not used here. */
const HELPFUL = ['site', 'extent', 'scale', 'area', 'permit_list', 'emission'];

/** A few questions of one topic. */
export function QuestionSheet(props: {
  readonly questions: readonly Question[];
  readonly vocabulary: Vocabulary;
  readonly start: Answers;
  readonly busy: boolean;
  readonly onAnswer: (answers: Answers) => void;
  readonly onBack: () => void;
}) {
  const { t, i18n } = useTranslation('preLease');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { questions, vocabulary } = props;
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>(props.start);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { unitOf } = useFactWords(vocabulary);
  const names = useIndustryNames(questions.flatMap(({ activity }) => activity ?? []));
  const group = vocabulary.groups.find(({ id }) => id === questions[0]?.fact.group);
  const quiet = questions.filter(
    ({ key, fact }) => given[key] === undefined && quietAnswer(fact) !== undefined,
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    const open = questions.filter(({ key }) => !isAnswered(given[key]));
    setFaults(
      open.map((question) => ({
        field: idOf(question),
        text: t('questions.unanswered', { fact: question.fact.label[language] }),
      })),
    );
    if (open.length > 0 || props.busy) return;
    props.onAnswer(
      Object.fromEntries(
        questions.map(({ key }) => {
          const value = given[key]!;
          return [key, typeof value === 'string' ? value.trim() : value];
        }),
      ),
    );
  }

  return (
    <form className="sheet question-sheet" onSubmit={submit} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {group?.ask[language]}
      </h2>
      {group?.help && HELPFUL.includes(group.id) && <p className="fine">{group.help[language]}</p>}
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      {questions.map((question) => (
        <QuestionField
          key={question.key}
          question={question}
          of={question.activity && (names.get(question.activity) || question.activity)}
          unit={question.fact.type === 'quantity' ? unitOf(question.fact.unit) : ''}
          value={given[question.key]}
          fault={
            faults.some(({ field }) => field === idOf(question)) ? t('questions.choose') : undefined
          }
          onGive={(value) => {
            setGiven((now) => ({ ...now, [question.key]: value }));
            setFaults((now) => now.filter(({ field }) => field !== idOf(question)));
          }}
        />
      ))}
      {quiet.length > 1 && (
        <Button
          className="all-none"
          onClick={() => {
            setFaults([]);
            setGiven((now) => ({
              ...now,
              ...Object.fromEntries(quiet.map(({ key, fact }) => [key, quietAnswer(fact)])),
            }));
          }}
        >
          {t('questions.restNone', { count: quiet.length })}
        </Button>
      )}
      <div className="form-actions">
        <Button type="primary" size="large" htmlType="submit" aria-busy={props.busy}>
          {t('questions.next')}
        </Button>
        <Button size="large" onClick={props.onBack}>
          {t('questions.back')}
        </Button>
      </div>
    </form>
  );
}

/** "None of it": no, not used, or the option that says so. */
function quietAnswer(fact: Question['fact']): Given {
  if (fact.type === 'boolean') return false;
  if (fact.type === 'quantity') return fact.zeroWhenUnstated ? 0 : undefined;
  return fact.neutral;
}

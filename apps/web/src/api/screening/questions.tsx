import { ROUTES, type ScreeningAnswer, type ScreeningRequest } from '@ludao/contracts';
import { levelText, permitLevelText, problemText } from '@ludao/contracts/texts';
import type { Vocabulary } from '@ludao/rules';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../client.ts';
import { ApiProblem } from '../problem.ts';
import { useProblemText } from '../problem-text.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Notice } from '../../ui/desk/notice.tsx';
import { Answered } from './answered.tsx';
import { nextQuestions, openQuestions, projectOf, questionOf, type Answers } from './interview.ts';
import { QuestionSheet } from './question-sheet.tsx';

interface Props {
  readonly industries: readonly string[];
  readonly jurisdiction: string;
  readonly vocabulary: Vocabulary;
  readonly answers: Answers;
  readonly busy: boolean;
  readonly onAnswer: (answers: Answers) => void;
  /** One page back; the answers of the page are offered again. */
  readonly onBack: () => void;
  readonly offered: Answers;
  readonly onMake: () => void;
  /** What is known beside the answers: where it stands, and what is settled elsewhere. */
  readonly known?: Pick<ScreeningRequest, 'place' | 'facts'>;
  /** A relief whose own open facts are asked as well, by its id. */
  readonly relief?: string;
  /** What comes of it, in the words of the page. */
  readonly words: EndWords;
}

interface EndWords {
  readonly make: string;
  readonly making: string;
  readonly enough: string;
  readonly enoughHint: string;
  readonly overHint: string;
}

/** The second step: the server says what is missing, the page asks it, until enough is said. */
export function Questions(props: Props) {
  const { answers, vocabulary, jurisdiction } = props;
  const [topic, setTopic] = useState<'level' | 'permit'>('level');
  const [changing, setChanging] = useState<string | null>(null);
  const said = projectOf(props.industries, answers);
  const { place, facts: settled } = props.known ?? {};
  const project = { ...said, facts: { ...said.facts, ...settled }, ...(place && { place }) };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['screening', jurisdiction, project],
    queryFn: ({ signal }) => ask(ROUTES.screen, { body: { ...project, jurisdiction } }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  if (error) {
    return (
      <Refused error={error} onBack={props.onBack} onAgain={() => void refetch()}>
        <Answered answers={answers} vocabulary={vocabulary} onChange={() => props.onBack()} />
      </Refused>
    );
  }
  if (!data) return <Spin />;
  const ofRelief = data.reliefs.find(({ relief }) => relief === props.relief)?.missing ?? [];
  const missing =
    topic === 'permit'
      ? (data.permit?.missing ?? [])
      : [...data.missing, ...ofRelief.map((fact) => ({ fact, activity: null }))];
  const changed = changing === null ? null : questionOf(changing, vocabulary);
  const questions = changed ? [changed] : nextQuestions(missing, vocabulary, answers);
  const key = questions.map((question) => question.key).join(' ');
  return (
    <div className="interview">
      <div>
        {isFetching && !changed ? (
          <Spin className="sheet-wait" />
        ) : questions.length > 0 ? (
          <QuestionSheet
            key={key}
            questions={questions}
            vocabulary={vocabulary}
            start={changed ? answers : props.offered}
            busy={isFetching}
            onAnswer={(given) => {
              setChanging(null);
              props.onAnswer({ ...answers, ...given });
            }}
            onBack={() => (changed ? setChanging(null) : props.onBack())}
          />
        ) : (
          <Enough
            answer={data}
            busy={props.busy}
            words={props.words}
            further={
              topic === 'level'
                ? openQuestions(data.permit?.missing ?? [], vocabulary, answers).length
                : 0
            }
            onFurther={() => setTopic('permit')}
            onMake={props.onMake}
            onBack={props.onBack}
          />
        )}
      </div>
      <div>
        {questions.length > 0 && (
          <SoFar answer={data} busy={props.busy} words={props.words} onMake={props.onMake} />
        )}
        <Answered answers={answers} vocabulary={vocabulary} onChange={setChanging} />
      </div>
    </div>
  );
}

/** Between which levels it stands, and the way to the opinion without more answers. */
function SoFar(props: {
  readonly answer: ScreeningAnswer;
  readonly busy: boolean;
  readonly words: EndWords;
  readonly onMake: () => void;
}) {
  const { t } = useTranslation('preLease');
  const levels = useLevels(props.answer);
  return (
    <section className="sheet so-far" aria-labelledby="so-far">
      <h2 id="so-far">{t('questions.soFar')}</h2>
      <p role="status">{levels.level}</p>
      <Button aria-busy={props.busy} onClick={() => !props.busy && props.onMake()}>
        {props.words.enough}
      </Button>
      <p className="fine">{props.words.enoughHint}</p>
    </section>
  );
}

function Enough(props: {
  readonly answer: ScreeningAnswer;
  readonly busy: boolean;
  readonly words: EndWords;
  readonly further: number;
  readonly onFurther: () => void;
  readonly onMake: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation('preLease');
  const levels = useLevels(props.answer);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="sheet enough" aria-labelledby="enough">
      <h2 id="enough" ref={heading} tabIndex={-1}>
        {t(props.answer.missing.length > 0 ? 'questions.unsureLeft' : 'questions.over')}
      </h2>
      <p>{levels.level}</p>
      {levels.permit && <p>{levels.permit}</p>}
      <p className="fine">{props.words.overHint}</p>
      <div className="form-actions">
        <Button
          type="primary"
          size="large"
          aria-busy={props.busy}
          onClick={() => !props.busy && props.onMake()}
        >
          {props.busy ? props.words.making : props.words.make}
        </Button>
        {props.further > 0 && (
          <Button size="large" onClick={props.onFurther}>
            {t('questions.askPermit')}
          </Button>
        )}
        <Button size="large" onClick={props.onBack}>
          {t('questions.back')}
        </Button>
      </div>
    </section>
  );
}

export function useLevels({ level, floor, ceiling, permit }: ScreeningAnswer) {
  const { t, i18n } = useTranslation('preLease');
  const language = currentLanguage(i18n);
  const name = (one: typeof ceiling) => levelText(one, language);
  const permitName = (one: NonNullable<typeof permit>['ceiling']) => permitLevelText(one, language);
  return {
    level:
      level === null && floor === 'NOT_LISTED'
        ? t('levels.wide', { ceiling: name(ceiling) })
        : level === null
          ? t('levels.open', { floor: name(floor), ceiling: name(ceiling) })
          : t('levels.decided', { level: levelText(level, language) }),
    permit:
      permit === null
        ? null
        : permit.level === null
          ? t('levels.permitOpen', {
              floor: permitName(permit.floor),
              ceiling: permitName(permit.ceiling),
            })
          : t('levels.permit', { level: permitName(permit.level) }),
  };
}

/** What was said contradicts itself, cannot be read, or the server was not reached. */
function Refused(props: {
  readonly error: Error;
  readonly children: ReactNode;
  readonly onBack: () => void;
  readonly onAgain: () => void;
}) {
  const { t, i18n } = useTranslation('preLease');
  const { t: desk } = useTranslation('desk');
  const said = useProblemText();
  const { error } = props;
  const faults =
    error instanceof ApiProblem && error.code === 'PROJECT_REFUSED' ? error.errors : [];
  return (
    <>
      <Notice
        tone="fault"
        title={faults.length > 0 ? t('questions.refused') : said(error)}
        actions={
          faults.length > 0 ? (
            <Button onClick={props.onBack}>{t('questions.back')}</Button>
          ) : (
            <Button onClick={props.onAgain}>{desk('error.again')}</Button>
          )
        }
      >
        <ul>
          {faults.map(({ pointer, code, ...params }) => (
            <li key={`${pointer} ${code}`}>
              {problemText(code, params as Record<string, string>, currentLanguage(i18n))}
            </li>
          ))}
        </ul>
      </Notice>
      {props.children}
    </>
  );
}

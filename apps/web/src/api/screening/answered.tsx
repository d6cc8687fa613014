import type { Vocabulary } from '@ludao/rules';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFactWords } from './fact-words.ts';
import { questionOf, type Answers } from './interview.ts';

/** Everything said so far; each can be changed. */
export function Answered(props: {
  readonly answers: Answers;
  readonly vocabulary: Vocabulary;
  readonly onChange: (key: string) => void;
}) {
  const { t } = useTranslation('preLease');
  const { label, valueText } = useFactWords(props.vocabulary);
  const said = Object.entries(props.answers).flatMap(([key, value]) => {
    const question = questionOf(key, props.vocabulary);
    return question ? [{ ...question, value }] : [];
  });
  return (
    <section className="sheet answered" aria-labelledby="answered">
      <h2 id="answered">{t('questions.answered', { count: said.length })}</h2>
      {said.length === 0 && <p className="quiet-text">{t('questions.answeredNone')}</p>}
      <ul>
        {said.map(({ key, fact, activity, value }) => (
          <li key={key}>
            <span>
              {activity && <small>{activity} </small>}
              {label(fact)}
            </span>
            <strong className={value === null ? 'unsure' : undefined}>
              {valueText(fact, value)}
            </strong>
            <Button
              type="link"
              size="small"
              aria-label={t('questions.changeOf', { fact: label(fact) })}
              onClick={() => props.onChange(key)}
            >
              {t('questions.change')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

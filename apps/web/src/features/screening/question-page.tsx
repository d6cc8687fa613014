import {
  EIA_CATALOGUE,
  findEdition,
  type InputProblem,
  type Page,
  type Project,
  type Screener,
} from '@ludao/rules';
import { problemText } from '@ludao/contracts/texts';
import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { currentLanguage } from '../../i18n/index.ts';
import { CountySelect } from './county-select.tsx';
import {
  activityName,
  applyDraft,
  findUnanswered,
  idOf,
  isField,
  isTick,
  shownQuestions,
} from './form.ts';
import { writeLink, type Draft, type Screening } from './link.ts';
import { QuestionField } from './question-field.tsx';
import { StandSoFar } from './stand-so-far.tsx';
import { TickList } from './tick-list.tsx';

/** One topic: ticks, choices and amounts, then "next". Wrong or missing answers are said on top. */
export function QuestionPage(props: {
  readonly page: Page;
  readonly project: Project;
  readonly screener: Screener;
  readonly screening: Screening;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onAnswer: (next: Pick<Screening, 'project' | 'jurisdiction'>) => void;
}) {
  const { page, project, screener, screening } = props;
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(screening.draft ?? {});
  const [county, setCounty] = useState(screening.jurisdiction);
  const [unanswered, setUnanswered] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly InputProblem[]>([]);
  const summary = useRef<HTMLDivElement>(null);
  const pack = findEdition(screener.ruleSet, EIA_CATALOGUE, screening.on, screening.jurisdiction)!;
  const engine = screener.engineOf(pack);
  const shown = shownQuestions(screener, engine, page, screening.project, draft);
  const give = (id: string, value: Draft[string]) => setDraft((now) => ({ ...now, [id]: value }));
  const activities = [...new Set(shown.map(({ activity }) => activity))];
  const failed = unanswered !== null || problems.length > 0;
  useEffect(() => {
    if (failed) summary.current?.focus();
  }, [failed, unanswered, problems]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const open = findUnanswered(shown, draft);
    const next = applyDraft(screening.project, { questions: shown }, draft);
    const read = screener.read(next);
    const found = 'problems' in read ? read.problems : [];
    setUnanswered(open);
    setProblems(open === null ? found : []);
    if (open !== null || found.length > 0) return;
    const hash = writeLink({ ...screening, jurisdiction: county, draft });
    await navigate({ to: '/screening', hash, replace: true });
    const { draft: _, ...rest } = screening;
    props.onAnswer({ ...rest, project: next, jurisdiction: county });
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h1 ref={props.heading} tabIndex={-1}>
        {page.group.ask[language]}
      </h1>
      {page.group.help && <p className="lead">{page.group.help[language]}</p>}
      {failed && (
        <div className="summary" role="alert" tabIndex={-1} ref={summary}>
          {unanswered !== null && (
            <p>
              <a href={`#${unanswered}`} onClick={(event) => goTo(event, unanswered)}>
                {t('wizard.unanswered')}
              </a>
            </p>
          )}
          {problems.map(({ code, path, params }) => (
            <p key={`${code} ${path}`}>
              {problemText(code, named(params, screener, language), language)}
            </p>
          ))}
        </div>
      )}
      {activities.map((activity) => {
        const own = shown.filter((question) => question.activity === activity);
        const ticks = own.filter(isTick);
        const title = activityName(screener, project, activity, language);
        return (
          <section key={activity} className={title ? 'activity' : undefined}>
            {title && <h2>{title}</h2>}
            {ticks.length > 0 && (
              <TickList
                questions={ticks}
                activity={activity}
                draft={draft}
                onGive={give}
                unanswered={unanswered}
              />
            )}
            {own
              .filter((question) => isField(question, draft))
              .map((question) => (
                <QuestionField
                  key={idOf(question)}
                  question={question}
                  unit={
                    question.fact.type === 'quantity'
                      ? screener.table.getUnit(question.fact.unit)
                      : null
                  }
                  value={draft[idOf(question)]}
                  onGive={(value) => give(idOf(question), value)}
                  flagged={unanswered === idOf(question)}
                />
              ))}
          </section>
        );
      })}
      {page.group.id === 'site' && <CountySelect value={county} onChange={setCounty} />}
      <div className="actions">
        <button type="submit" className="primary">
          {t('wizard.next')}
        </button>
        <button type="button" className="quiet" onClick={() => history.back()}>
          {t('wizard.back')}
        </button>
      </div>
      <StandSoFar engine={engine} project={project} />
    </form>
  );
}

/** Moves to the field without touching the fragment. */
function goTo(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.querySelector<HTMLElement>('input, select')?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** A fact's key means nothing to a visitor: show its label. */
function named(
  params: InputProblem['params'],
  screener: Screener,
  language: 'zh' | 'en',
): InputProblem['params'] {
  const label = (key: string) => screener.table.findFact(key)?.label[language] ?? key;
  const { fact, facts } = params;
  return {
    ...params,
    ...(fact === undefined ? {} : { fact: label(String(fact)) }),
    ...(facts === undefined
      ? {}
      : {
          facts: String(facts)
            .split(' ')
            .map(label)
            .join(language === 'zh' ? '、' : ', '),
        }),
  };
}

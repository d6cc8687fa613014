import {
  EIA_CATALOGUE,
  PERMIT_CATALOGUE,
  type Page,
  type Place,
  type Project,
  type Purpose,
  type Screener,
} from '@ludao/rules';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { currentLanguage } from '../../i18n/index.ts';
import { CountySelect } from './county-select.tsx';
import { PlaceSelect } from './place-select.tsx';
import {
  activityName,
  applyDraft,
  findUnanswered,
  idOf,
  isField,
  isTick,
  shownQuestions,
} from './form.ts';
import { FaultSummary, type Faults } from './fault-summary.tsx';
import { writeLink, type Draft, type Screening } from '../../api/screening/link.ts';
import { QuestionField } from './question-field.tsx';
import { StandSoFar } from './stand-so-far.tsx';
import { TickList } from './tick-list.tsx';

/** One topic: ticks, choices and amounts, then "next". Wrong or missing answers are said on top. */
export function QuestionPage(props: {
  readonly page: Page;
  readonly purpose: Purpose;
  readonly project: Project;
  readonly screener: Screener;
  readonly screening: Screening;
  readonly onAnswer: (next: Pick<Screening, 'project' | 'jurisdiction'>) => void;
}) {
  const { page, purpose, project, screener, screening } = props;
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(screening.draft ?? {});
  const [county, setCounty] = useState(screening.jurisdiction);
  const [place, setPlace] = useState<Place>(screening.project.place ?? {});
  const [faults, setFaults] = useState<Faults | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const topic = purpose === 'permit' ? PERMIT_CATALOGUE : EIA_CATALOGUE;
  const pack = screener.editionOf(topic, screening)!;
  const engine = screener.engineOf(pack);
  const shown = shownQuestions(screener, engine, page, screening.project, draft);
  const give = (id: string, value: Draft[string]) => setDraft((now) => ({ ...now, [id]: value }));
  const activities = [...new Set(shown.map(({ activity }) => activity))];

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const unanswered = findUnanswered(shown, draft);
    const answered = applyDraft(screening.project, { questions: shown }, draft);
    const next = Object.keys(place).length > 0 ? { ...answered, place } : answered;
    const read = screener.read(next);
    if (unanswered !== null || 'problems' in read) {
      const problems = unanswered === null && 'problems' in read ? read.problems : [];
      setFaults({ unanswered, problems });
      return;
    }
    const hash = writeLink({ ...screening, jurisdiction: county, draft });
    await navigate({ to: '/screening', hash, replace: true });
    const { draft: _, ...rest } = screening;
    props.onAnswer({ ...rest, project: next, jurisdiction: county });
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h1 ref={heading} tabIndex={-1}>
        {purpose !== 'level' && `${t(`wizard.${purpose}`)}${t('answer.colon')}`}
        {page.group.ask[language]}
      </h1>
      {page.group.help && <p className="lead">{page.group.help[language]}</p>}
      {faults && <FaultSummary faults={faults} screener={screener} />}
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
                unanswered={faults?.unanswered ?? null}
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
                  flagged={faults?.unanswered === idOf(question)}
                />
              ))}
          </section>
        );
      })}
      {page.group.id === 'site' && (
        <>
          <CountySelect
            value={county}
            onChange={(next) => {
              setCounty(next);
              setPlace({});
            }}
          />
          <PlaceSelect
            screener={screener}
            on={screening.on}
            county={county}
            value={place}
            onChange={setPlace}
          />
        </>
      )}
      <div className="actions">
        <button type="submit" className="primary">
          {t('wizard.next')}
        </button>
        <button type="button" className="quiet" onClick={() => history.back()}>
          {t('wizard.back')}
        </button>
      </div>
      {purpose === 'level' && <StandSoFar engine={engine} project={project} />}
    </form>
  );
}

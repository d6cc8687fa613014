import type { CaseView } from '@ludao/contracts';
import { levelText } from '@ludao/contracts/texts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answersOf, questionOf } from '../../api/screening/interview.ts';
import { useFactWords } from '../../api/screening/fact-words.ts';
import { LawSheet } from '../../api/screening/law-sheet.tsx';
import { writeLink } from '../../api/screening/link.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';

/** What the case rests on: level, clauses word for word, reliefs with their adoption. */
export function CaseBasisSheet({ found }: { readonly found: CaseView }) {
  const { t, i18n } = useTranslation('cases');
  const language = currentLanguage(i18n);
  const { basis, answer, project, districtCode, historical } = found;
  if (historical) return null;
  const link = writeLink({
    project: project as Parameters<typeof writeLink>[0]['project'],
    on: basis.on,
    jurisdiction: districtCode,
    asked: [],
    demo: answer.demo,
  });
  return (
    <>
      <section className="sheet" aria-labelledby="basis">
        <h2 id="basis">{t('basis.title')}</h2>
        <Facts
          rows={[
            { name: t('basis.level'), value: levelText(basis.level, language) },
            ...(basis.level === basis.statutoryLevel
              ? []
              : [{ name: t('basis.statutory'), value: levelText(basis.statutoryLevel, language) }]),
            { name: t('basis.on'), value: showDay(basis.on, i18n.language) },
            ...basis.reliefs.map(({ clause, object, adoption }) => ({
              name: t('basis.relief'),
              value: [object, clause, adoption].filter(Boolean).join(' · '),
            })),
          ]}
        />
        {basis.reliefs.length > 0 && <ReformAnswers found={found} />}
        <p>
          <a href={`/answer#${link}`}>{t('basis.whole')}</a>
        </p>
      </section>
      <LawSheet answer={answer} />
    </>
  );
}

/** How the applicant answered what the reform area asks: its standards, its negative list. */
function ReformAnswers({ found: { project } }: { readonly found: CaseView }) {
  const { data } = useQuery(vocabularyQuery);
  const vocabulary = data ?? NO_WORDS;
  const { label, valueText } = useFactWords(vocabulary);
  const said = answersOf(project).flatMap(({ key, value }) => {
    const question = questionOf(key, vocabulary);
    return question?.fact.group === 'reform' ? [{ ...question, value }] : [];
  });
  if (said.length === 0) return null;
  return (
    <Facts
      rows={said.map(({ fact, value }) => ({ name: label(fact), value: valueText(fact, value) }))}
    />
  );
}

const NO_WORDS = {
  units: [],
  groups: [],
  facts: [],
  works: [],
  contradictions: [],
  cores: [],
  twins: [],
};

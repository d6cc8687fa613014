import { useLocation, useNavigate } from '@tanstack/react-router';
import {
  EIA_CATALOGUE,
  findEdition,
  nextPage,
  type Page,
  type Project,
  type Screener,
} from '@ludao/rules';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreener } from './law.ts';
import { readLink, writeLink, type Screening } from './link.ts';
import { Loading, BrokenLink } from './notices.tsx';
import { QuestionPage } from './question-page.tsx';

/** One topic a page; each answered page is a new address, so Back and reload lose nothing. */
export function WizardPage() {
  const { hash, pathname } = useLocation();
  const screener = useScreener();
  const screening = useMemo(() => readLink(hash), [hash]);
  // The address changes before this page is taken down; the answer's link is not ours to ask about.
  if (!screener || pathname !== '/screening') return <Loading />;
  if (!screening) return <BrokenLink />;
  return <Wizard screener={screener} screening={screening} key={hash} />;
}

function Wizard(props: { readonly screener: Screener; readonly screening: Screening }) {
  const { screener, screening } = props;
  const { t } = useTranslation('screening');
  const navigate = useNavigate();
  const step = useMemo(() => takeStep(screener, screening), [screener, screening]);

  const done = step !== null && step.page === null;
  useEffect(() => {
    if (!done) return;
    void navigate({ to: '/answer', hash: writeLink(screening), replace: true });
  }, [done, navigate, screening]);
  if (step === null) return <BrokenLink />;
  if (!step.page) return <Loading />;
  const { page, project } = step;

  function answer(next: Pick<Screening, 'project' | 'jurisdiction'>): void {
    const hash = writeLink({ ...screening, ...next, asked: [...screening.asked, page.group.id] });
    void navigate({ to: '/screening', hash });
  }

  return (
    <section className="narrow">
      <p className="eyebrow">{t('wizard.progress', { number: screening.asked.length + 2 })}</p>
      <QuestionPage
        page={page}
        project={project}
        screener={screener}
        screening={screening}
        onAnswer={answer}
      />
    </section>
  );
}

/** Null when the project in the address cannot be read. */
function takeStep(
  screener: Screener,
  screening: Screening,
): { page: Page | null; project: Project } | null {
  const pack = findEdition(screener.ruleSet, EIA_CATALOGUE, screening.on, screening.jurisdiction);
  const project = screener.read(screening.project);
  if (!pack || 'problems' in project || project.views.length === 0) return null;
  return { page: nextPage(screener.engineOf(pack), project, screening.asked), project };
}

import { useLocation, useNavigate } from '@tanstack/react-router';
import { askedKey, nextTurn, type Project, type Screener, type Turn } from '@ludao/rules';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FacilitiesPage } from './facilities-page.tsx';
import { useScreener } from './law.ts';
import { readLink, writeLink, type Screening } from '../../api/screening/link.ts';
import { DemoNotice, Loading, BrokenLink } from './notices.tsx';
import { QuestionPage } from './question-page.tsx';

/** One topic a page; each answered page is a new address, so Back and reload lose nothing. */
export function WizardPage() {
  const { hash, pathname } = useLocation();
  const screening = useMemo(() => readLink(hash), [hash]);
  const screener = useScreener(screening?.demo ?? false);
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

  const done = step !== null && step.turn === null;
  useEffect(() => {
    if (!done) return;
    void navigate({ to: '/answer', hash: writeLink(screening), replace: true });
  }, [done, navigate, screening]);
  if (step === null) return <BrokenLink />;
  if (!step.turn) return <Loading />;
  const { turn, project } = step;

  function answer(next: Pick<Screening, 'project' | 'jurisdiction'>, key: string): void {
    const hash = writeLink({ ...screening, ...next, asked: [...screening.asked, key] });
    void navigate({ to: '/screening', hash });
  }

  return (
    <section className="narrow">
      {screening.demo && <DemoNotice />}
      <p className="eyebrow">{t('wizard.progress', { number: screening.asked.length + 2 })}</p>
      {turn.kind === 'facilities' ? (
        <FacilitiesPage
          turn={turn}
          screener={screener}
          screening={screening}
          onAnswer={(next) => answer(next, askedKey('facilities', project.place.park ?? ''))}
        />
      ) : (
        <QuestionPage
          page={turn.page}
          purpose={turn.purpose}
          project={project}
          screener={screener}
          screening={screening}
          onAnswer={(next) => answer(next, askedKey(turn.purpose, turn.page.group.id))}
        />
      )}
    </section>
  );
}

/** Null when the project in the address cannot be read. */
function takeStep(
  screener: Screener,
  screening: Screening,
): { turn: Turn | null; project: Project } | null {
  const project = screener.read(screening.project);
  if ('problems' in project || project.views.length === 0) return null;
  if ('problems' in screener.ruling(screening)) return null;
  const { asked, permit = false } = screening;
  return { turn: nextTurn(screener, project, screening, { asked, permit }), project };
}

import { useNavigate } from '@tanstack/react-router';
import {
  applyProposals,
  excludes,
  type InputProblem,
  type Proposal,
  type Recognised,
  type Screener,
} from '@ludao/rules';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ActivityPicker, type Activity } from './activity-picker.tsx';
import { CountySelect } from './county-select.tsx';
import { FaultSummary } from './fault-summary.tsx';
import { DEFAULT_COUNTY, todayInChina } from './law.ts';
import { writeLink } from '../../api/screening/link.ts';
import { isSuggested, ProposalList, sectionOf, SECTIONS, type Verdicts } from './proposal-list.tsx';

/** What was found, each with 对 or 不对; only what is confirmed goes on to the questions. */
export function ProposalReview(props: {
  readonly found: Recognised;
  readonly screener: Screener;
  readonly onRewrite: () => void;
}) {
  const { proposals, unrecognised } = props.found;
  const { t } = useTranslation('describe');
  const navigate = useNavigate();
  const [verdicts, setVerdicts] = useState<Verdicts>(() => suggest(proposals));
  const [added, setAdded] = useState<readonly Activity[]>([]);
  const [county, setCounty] = useState<string>(DEFAULT_COUNTY);
  const [missing, setMissing] = useState(false);
  const [problems, setProblems] = useState<readonly InputProblem[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  function give(proposal: Proposal, right: boolean): void {
    setVerdicts((now) => {
      const next = { ...now, [proposal.id]: right };
      if (right)
        for (const other of proposals) if (excludes(proposal, other)) next[other.id] = false;
      return next;
    });
    setMissing(false);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const chosen = proposals.filter(({ id }) => verdicts[id]);
    const project = applyProposals([...chosen, ...added.map(toProposal)]);
    const isEmpty = project.industries?.length === 0 && project.works?.length === 0;
    setMissing(isEmpty);
    if (isEmpty) {
      document.querySelector<HTMLElement>('#activity-search')?.focus();
      return;
    }
    const read = props.screener.read(project);
    if ('problems' in read) {
      setProblems(read.problems);
      return;
    }
    const hash = writeLink({ project, on: todayInChina(), jurisdiction: county, asked: [] });
    void navigate({ to: '/screening', hash });
  }

  return (
    <form onSubmit={submit} noValidate>
      <h1 ref={heading} tabIndex={-1}>
        {t('review')}
      </h1>
      <p className="lead">{t('reviewLead')}</p>
      {problems.length > 0 && (
        <FaultSummary faults={{ unanswered: null, problems }} screener={props.screener} />
      )}
      <button
        type="button"
        onClick={() => setVerdicts((now) => ({ ...now, ...confirmSure(proposals) }))}
      >
        {t('allSure')}
      </button>
      {SECTIONS.map((section) => (
        <ProposalList
          key={section}
          section={section}
          proposals={proposals.filter((entry) => sectionOf(entry, props.screener) === section)}
          verdicts={verdicts}
          screener={props.screener}
          onGive={give}
        />
      ))}
      <h2>{t('more')}</h2>
      <ActivityPicker
        chosen={added}
        missing={missing && added.length === 0}
        onChange={(next) => {
          setAdded(next);
          setMissing(false);
        }}
      />
      {unrecognised.length > 0 && (
        <section aria-labelledby="unused">
          <h2 id="unused">{t('unused')}</h2>
          <p className="hint">{t('unusedHint')}</p>
          <ul className="unused" lang="zh-CN">
            {unrecognised.map(({ start, text }) => (
              <li key={start}>
                <q>{text}</q>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CountySelect value={county} onChange={setCounty} />
      <div className="actions">
        <button type="submit" className="primary">
          {t('goOn')}
        </button>
        <button type="button" className="quiet" onClick={props.onRewrite}>
          {t('rewrite')}
        </button>
      </div>
    </form>
  );
}

function suggest(proposals: readonly Proposal[]): Verdicts {
  return Object.fromEntries(proposals.filter(isSuggested).map(({ id }) => [id, true]));
}

function confirmSure(proposals: readonly Proposal[]): Verdicts {
  const sure = proposals.filter(
    (entry) => isSuggested(entry) || (entry.kind === 'fact' && !entry.ambiguous),
  );
  return Object.fromEntries(sure.map(({ id }) => [id, true]));
}

/** What was added by hand counts like a confirmed proposal. */
function toProposal({ kind, key, name }: Activity): Proposal {
  const base = {
    id: `added ${key}`,
    span: { start: 0, end: 0, text: '' },
    reason: { code: 'word', params: {} },
    ambiguous: false,
  } as const;
  return kind === 'work'
    ? { ...base, kind, work: key }
    : { ...base, kind: 'industry', code: key, name, stated: true };
}

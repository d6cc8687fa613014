import {
  CASE_STEPS,
  ROUTES,
  type ApprovalStep,
  type ApprovalView,
  type CaseStep,
  type CaseView,
} from '@ludao/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { useCaseStep } from '../queries.ts';
import { Refused } from '../refused.tsx';
import { StepForm } from './step-form.tsx';

type Name = ApprovalStep['step'];
/** What has a place of its own on the page. */
const ELSEWHERE: readonly CaseStep[] = ['change', 'discard'];
/** In the order in which an office goes; what ends a case comes last. */
const LAST: readonly CaseStep[] = ['renewBasis', 'refuseIntake', 'sendBack', 'withdraw'];

/** What the reader can do next, and why the rest is not possible yet. */
export function Steps({
  found,
  approval,
}: {
  readonly found: CaseView;
  readonly approval: ApprovalView;
}) {
  const { t, i18n } = useTranslation('approval');
  const language = currentLanguage(i18n);
  const problemText = useProblemText();
  const { id, version, steps } = found;
  const { obstacles, lacking, record } = approval;
  const [open, setOpen] = useState<Name | null>(null);
  const step = useCaseStep(id, (body: ApprovalStep) =>
    ask(ROUTES.takeApprovalStep, { params: { id }, body }),
  );
  const sensible = steps.filter(
    (name) => !ELSEWHERE.includes(name) && isSensible(name, approval),
  ) as Name[];
  const names = [
    ...sensible.filter((name) => !LAST.includes(name)),
    ...sensible.filter((name) => LAST.includes(name)),
  ];
  const blocked = new Map(obstacles.map((one) => [one.step, one]));
  if (names.length === 0) return null;
  return (
    <section className="sheet case-steps" aria-labelledby="next">
      <h2 id="next">{t('next')}</h2>
      {lacking.length > 0 && steps.includes('submit') && (
        <p className="notice-line">
          <Icon name="warn" size={16} />{' '}
          {t('lacking', {
            fields: lacking
              .map((field) => t(`field.${field}`))
              .join(language === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      <Refused error={step.error} onFresh={() => step.reset()} />
      <div className="actions">
        {names.map((name) => (
          <Button
            key={name}
            type={LAST.includes(name) || open === name ? 'default' : 'primary'}
            aria-expanded={open === name}
            disabled={blocked.has(name) || (name === 'submit' && lacking.length > 0)}
            onClick={() => setOpen(open === name ? null : name)}
          >
            {CASE_STEPS[name][language]}
          </Button>
        ))}
      </div>
      {names.some((name) => blocked.has(name)) && (
        <ul className="case-obstacles">
          {names.flatMap((name) => {
            const obstacle = blocked.get(name);
            if (!obstacle) return [];
            const { code, params } = obstacle;
            return [
              <li key={name}>
                <strong>{CASE_STEPS[name][language]}</strong>{' '}
                {problemText(new ApiProblem({ status: 409, code, params }))}
              </li>,
            ];
          })}
        </ul>
      )}
      {open !== null && (
        <StepForm
          key={open}
          name={open}
          approval={approval}
          isPending={step.isPending}
          system={record?.system ?? ''}
          onTake={(body) => step.mutate({ ...body, version } as ApprovalStep)}
        />
      )}
    </section>
  );
}

/** Steps of the table that what was done before leaves nothing to do for. */
function isSensible(name: CaseStep, approval: ApprovalView): boolean {
  const { reviews, hearing, comments, record, worksOn, missing } = approval;
  const isReviewing = reviews.some(({ endedOn }) => endedOn === null);
  switch (name) {
    case 'startReview':
      return !isReviewing;
    case 'endReview':
      return isReviewing;
    case 'answerHearing':
      return comments.some(({ kind }) => kind === 'HEARING') && !hearing?.hold;
    case 'endHearing':
      return hearing?.hold === true && hearing.heldOn === null;
    case 'recordDecision':
      return record?.mode === 'FRONT' && record.number === null;
    case 'startWorks':
      return worksOn === null;
    case 'askMissing':
      return missing === null;
    default:
      return true;
  }
}

import { proposalText } from '@ludao/contracts/texts';
import type { Proposal, Screener } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { nameOfKey } from './form.ts';

/** By proposal: right or wrong; absent while nothing was said. */
export type Verdicts = Readonly<Record<string, boolean>>;

export const SECTIONS = ['industries', 'works', 'processes', 'amounts'] as const;
export type Section = (typeof SECTIONS)[number];

export function sectionOf(proposal: Proposal, { table }: Screener): Section {
  if (proposal.kind === 'industry') return 'industries';
  if (proposal.kind === 'work') return 'works';
  if (proposal.kind === 'mention') return 'amounts';
  return table.getFact(proposal.fact).type === 'quantity' ? 'amounts' : 'processes';
}

/** An industry that the text states without a doubt stands ready, and is shown as a suggestion. */
export function isSuggested(proposal: Proposal): boolean {
  return proposal.kind === 'industry' && proposal.stated && !proposal.ambiguous;
}

/** The proposals of one kind, each with the words it comes from and a choice. */
export function ProposalList(props: {
  readonly section: Section;
  readonly proposals: readonly Proposal[];
  readonly verdicts: Verdicts;
  readonly screener: Screener;
  readonly onGive: (proposal: Proposal, right: boolean) => void;
}) {
  const { t } = useTranslation('describe');
  if (props.proposals.length === 0) return null;
  const id = `found-${props.section}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(props.section)}</h2>
      <ul className="proposals">
        {props.proposals.map((proposal) => (
          <li key={proposal.id}>
            <ProposalField
              proposal={proposal}
              verdict={props.verdicts[proposal.id]}
              screener={props.screener}
              onGive={props.onGive}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProposalField(props: {
  readonly proposal: Proposal;
  readonly verdict: boolean | undefined;
  readonly screener: Screener;
  readonly onGive: (proposal: Proposal, right: boolean) => void;
}) {
  const { proposal, verdict } = props;
  const { t, i18n } = useTranslation('describe');
  const language = currentLanguage(i18n);
  const meaning = useMeaning(props.screener)(proposal);
  const why = (
    <p className="hint">
      <q lang="zh-CN">{proposal.span.text}</q> {proposalText(proposal.reason, language)}
      {proposal.ambiguous && <strong> {t('choose')}</strong>}
      {isSuggested(proposal) && <em> {t('suggested')}</em>}
    </p>
  );
  if (proposal.kind === 'mention') {
    return (
      <>
        <strong>{meaning}</strong>
        {why}
      </>
    );
  }
  return (
    <fieldset>
      <legend>{meaning}</legend>
      {why}
      <div className="verdicts">
        {[true, false].map((right) => (
          <label key={String(right)}>
            <input
              type="radio"
              name={proposal.id}
              checked={verdict === right}
              onChange={() => props.onGive(proposal, right)}
            />
            <span>{t(right ? 'right' : 'wrong')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What a proposal says, as one line in the visitor's language. */
function useMeaning(screener: Screener): (proposal: Proposal) => string {
  const { t, i18n } = useTranslation('describe');
  const language = currentLanguage(i18n);
  const label = (key: string) => screener.table.getFact(key).label[language];
  return (proposal) => {
    if (proposal.kind === 'industry') return nameOfKey(screener, proposal.code, language);
    if (proposal.kind === 'work') return nameOfKey(screener, proposal.work, language);
    if (proposal.kind === 'mention') return proposal.facts.map(label).join(' / ');
    const { value } = proposal;
    const fact = screener.table.getFact(proposal.fact);
    const option = fact.type === 'choice' ? fact.options.find(({ id }) => id === value) : undefined;
    const said = { true: t('yes'), false: t('no'), 0: t('none') }[String(value)];
    const text = option?.label[language] ?? said ?? String(value);
    return `${label(proposal.fact)}${language === 'zh' ? '：' : ': '}${text}`;
  };
}

export { applyProposals } from './apply.ts';
export { buildLexicon, type AliasTable, type Lexicon } from './lexicon.ts';
export { excludes, type Proposal, type Reason as ProposalReason, type Span } from './proposal.ts';
export { MAX_DESCRIPTION, recognise, type Recognised } from './recognise.ts';

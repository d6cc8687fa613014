export { findPublicPaper, listCompletions, listPublicCompletions } from '../store.ts';

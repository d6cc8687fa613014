import { NO_LEGAL_EFFECT_ZH, pdfZh } from '@ludao/contracts/pdf-zh';
import { screeningZh } from '@ludao/contracts/screening-zh';
import type { Section } from './blocks.ts';
import { writeHeadline, type Headline } from './headline.ts';
import { writeCoverage, writePermit, writeReasons } from './law.ts';
import { writeReliefs } from './relief.ts';
import {
  writeChanges,
  writeConfirmations,
  writeFacts,
  writeNextSteps,
  writeProcedure,
} from './rest.ts';
import { FactWords, fill, type Told } from './words.ts';

/** The whole document as data, in the order of the answer page. */
export interface Paper {
  readonly publisher: string;
  readonly title: string;
  readonly day: string;
  readonly page: typeof pdfZh.page;
  /** The mark on every page and the sentence on the first, where invented entries counted. */
  readonly demo: { readonly mark: string; readonly text: string } | null;
  readonly headline: Headline;
  readonly sections: readonly Section[];
  readonly closing: readonly string[];
  readonly reference: string;
}

/** Says in Chinese what the answer page says, for `demo` even where no invented entry was met. */
export function writePaper(told: Told, demo: boolean): Paper {
  const { answer } = told;
  const facts = new FactWords(told.screener);
  const coverage = writeCoverage(told);
  const blocked = answer.status === 'beyond_edition';
  const sections = [
    writeReasons(told),
    blocked ? coverage : null,
    writeReliefs(told, facts),
    writeNextSteps(told),
    writePermit(told),
    writeConfirmations(told),
    writeChanges(told, facts),
    writeProcedure(told),
    writeFacts(told, facts),
    blocked ? null : coverage,
  ];
  return {
    publisher: pdfZh.publisher,
    title: pdfZh.title,
    day: answer.on,
    page: pdfZh.page,
    demo: demo || answer.demo ? { mark: pdfZh.demo, text: screeningZh.demo.text } : null,
    headline: writeHeadline(told),
    sections: sections.filter((section): section is Section => section !== null),
    closing: [NO_LEGAL_EFFECT_ZH, fill(pdfZh.made, { day: answer.on })],
    reference: pdfZh.reference,
  };
}

import { writeFileSync } from 'node:fs';
import type { ScreeningRequest } from '@ludao/contracts';
import type { Answer, Screener } from '@ludao/rules';
import { makeAnswerPdf } from '../modules/screening/index.ts';
import { openPdfPress } from '../platform/pdf.ts';
import { UsageError } from './usage.ts';

/** Writes the answer as a Chinese document; a place that cannot be written to is a wrong call. */
export async function writePdf(
  file: string,
  screener: Screener,
  request: ScreeningRequest,
  answer: Answer,
): Promise<void> {
  const press = openPdfPress();
  const pdf = await makeAnswerPdf(press, screener, request, answer);
  await press.close();
  try {
    writeFileSync(file, pdf);
  } catch (error) {
    throw new UsageError(`--pdf ${file}: ${String(error)}`);
  }
}

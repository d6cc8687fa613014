import { readFileSync } from 'node:fs';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { DOCUMENT_TEMPLATE, documentData } from '../../apps/server/src/modules/documents/index.ts';
import { PDF_FONT } from '../../apps/server/src/platform/paths.ts';
import type { PdfPress } from '../../apps/server/src/platform/pdf.ts';
import { ORIGIN, type Notice } from './notices.ts';

/** As the server does it: in the compiler's own thread. */
export function setByPress(press: PdfPress, notice: Notice): Promise<Buffer> {
  return press.print(DOCUMENT_TEMPLATE, dataOf(notice));
}

let compiler: NodeCompiler | null = null;

/** By the compiler alone, in this thread; loaded with the first notice. */
export async function setInThread(notice: Notice): Promise<Buffer> {
  compiler ??= await openCompiler();
  const inputs = { data: JSON.stringify(dataOf(notice)) };
  const pdf = compiler.pdf({ mainFileContent: DOCUMENT_TEMPLATE, inputs });
  compiler.evictCache(10);
  return pdf;
}

async function openCompiler(): Promise<NodeCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  return typst.NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(PDF_FONT)] }] });
}

function dataOf(notice: Notice) {
  const { issuer, number, title, addressee, body, day, contact, verification } = notice;
  const paper = { issuer, number, title, addressee, body: [...body], day, contact };
  const view = {
    paper: { ...paper, remedies: [], restsOn: [], notes: [] },
    verification,
    number,
    office: issuer,
    state: 'SERVED' as const,
    effect: null,
    followedBy: [],
  };
  return documentData(view, ORIGIN, false);
}

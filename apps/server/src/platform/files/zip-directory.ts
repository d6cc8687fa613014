import type { FileKindName } from '@ludao/contracts';
import { fromBufferPromise } from 'yauzl';
import type { ContentFault } from './content-fault.ts';

const MAX_ENTRIES = 10_000;

/**
 * What a ZIP is, by the names in its directory; nothing is unpacked, so nothing can burst. What it
 * holds is not judged: it is only ever saved, never shown.
 */
export async function kindOfZip(bytes: Buffer): Promise<FileKindName | ContentFault> {
  try {
    const zip = await fromBufferPromise(bytes);
    if (zip.entryCount > MAX_ENTRIES) return 'FILE_ARCHIVE_DAMAGED';
    const names = new Set<string>();
    let isEncrypted = false;
    for await (const entry of zip.eachEntry()) {
      names.add(entry.fileName.toLowerCase());
      isEncrypted ||= entry.isEncrypted();
    }
    return isEncrypted ? 'FILE_HAS_PASSWORD' : kindOfNames(names);
  } catch {
    return 'FILE_ARCHIVE_DAMAGED';
  }
}

function kindOfNames(names: ReadonlySet<string>): FileKindName | ContentFault {
  const list = [...names];
  const isOffice = names.has('[content_types].xml');
  if (isOffice && list.some((name) => /(^|\/)(vbaproject\.bin|macrosheets\/)/.test(name))) {
    return 'FILE_HAS_MACROS';
  }
  if (isOffice && names.has('word/document.xml')) return 'DOCX';
  if (isOffice && names.has('xl/workbook.xml')) return 'XLSX';
  if (names.has('meta-inf/manifest.mf') || names.has('androidmanifest.xml')) {
    return 'FILE_IS_PROGRAM';
  }
  // Slides, drawings, binary workbooks, OpenDocument and e-books are no archives of somebody's files.
  return isOffice || names.has('mimetype') ? 'FILE_KIND_UNKNOWN' : 'ZIP';
}

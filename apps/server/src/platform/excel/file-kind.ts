import type { ExcelRefusalCode } from '@ludao/contracts/excel-texts';

const ASCII_ZIP = ['PK\u0003\u0004', 'PK\u0005\u0006'];
const CFB = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PICTURES = ['89504e470d0a1a0a', 'ffd8ff', '47494638', '424d', '49492a00', '4d4d002a'];
const SNIFFED_BYTES = 4096;

/**
 * Tells what a file is by how it begins, whatever its name says.
 * @returns null for a ZIP, else the code of the refusal
 */
export function refusalByKind(bytes: Buffer): ExcelRefusalCode | null {
  if (bytes.length === 0) return 'FILE_EMPTY';
  const start = bytes.subarray(0, SNIFFED_BYTES);
  const ascii = start.toString('latin1');
  if (ASCII_ZIP.some((signature) => ascii.startsWith(signature))) return null;
  if (start.subarray(0, CFB.length).equals(CFB)) return kindOfCompoundFile(bytes);
  // BIFF2 to BIFF4, from before Excel put its stream into a compound file.
  if (/^09(00|02|04)(04|06)00/.test(start.toString('hex', 0, 4))) return 'OLD_EXCEL';
  if (ascii.startsWith('%PDF-')) return 'PDF';
  const hex = start.subarray(0, 8).toString('hex');
  if (PICTURES.some((signature) => hex.startsWith(signature))) return 'PICTURE';
  if (/^RIFF[^]{4}WEBP/.test(ascii) || /^[^]{4}ftyp(hei|mif|avif)/.test(ascii)) return 'PICTURE';
  return kindOfText(start);
}

/** An encrypted .xlsx is a compound file with a stream of this name; an .xls is one without. */
function kindOfCompoundFile(bytes: Buffer): ExcelRefusalCode {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'ENCRYPTED' : 'OLD_EXCEL';
}

function kindOfText(start: Buffer): ExcelRefusalCode {
  const wide = start[0] === 0xff && start[1] === 0xfe;
  const text = start.toString(wide ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
  const head = text.trimStart().slice(0, 2000).toLowerCase();
  if (/^(<!--[^]*?-->\s*)*<(!doctype html|html|head|body|table|meta|style|div)/.test(head)) {
    return 'HTML';
  }
  if (head.startsWith('<?xml')) return head.includes('<html') ? 'HTML' : 'XML';
  const printable = !/(?!\s)\p{Cc}/u.test(text);
  return printable && /[,;\t\r\n]/.test(text) ? 'CSV' : 'NOT_A_SPREADSHEET';
}

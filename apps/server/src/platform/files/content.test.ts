import { describe, expect, it } from 'vitest';
import { kindOf } from './content.ts';
import { dispositionOf, keptName } from './name.ts';
import { aCompound, aPdf, aZip } from './testing.ts';

const OFFICE = '[Content_Types].xml';
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const ftyp = (brand: string) =>
  Buffer.concat([hex('00000018'), Buffer.from(`ftyp${brand}`), Buffer.alloc(12)]);
/** 中文 in GB18030. */
const GBK = hex('d6d0 cec4 2c 31 0d0a');

describe('the kind of a file is found in its content', () => {
  it.each([
    ['PDF', aPdf()],
    [
      'PNG',
      hex('89504e470d0a1a0a 0000000d49484452 00000001000000010802000000 00000000 0000000049444154'),
    ],
    ['PNG', Buffer.concat([hex('89504e470d0a1a0a 0000ffff 69434350'), Buffer.alloc(70_000, 1)])],
    ['JPEG', hex('ffd8ffe000104a46494600010100')],
    ['WEBP', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1')],
    ['HEIC', ftyp('heic')],
    ['DOC', aCompound('Root Entry', 'WordDocument')],
    ['XLS', aCompound('Root Entry', 'Workbook')],
    ['TEXT', Buffer.from('﻿名称,数量\r\n甲,1\r\n')],
    ['TEXT', GBK],
    // Begins like a picture, and like a program.
    ['TEXT', Buffer.from('BMW 车间清单')],
    ['TEXT', Buffer.from('MZ-1 号楼')],
    ['FILE_EMPTY', Buffer.alloc(0)],
    ['FILE_IS_WEB_PAGE', Buffer.from('\n<!-- x -->\n<HTML><body>')],
    ['FILE_IS_WEB_PAGE', Buffer.from('说明 <script>alert(1)</script>')],
    [
      'FILE_IS_DRAWING',
      Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['FILE_IS_XML', Buffer.from('<?xml version="1.0"?><a/>')],
    ['FILE_IS_SCRIPT', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['FILE_IS_SCRIPT', Buffer.from('@echo off\r\n')],
    ['FILE_IS_PROGRAM', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)])],
    ['FILE_IS_PROGRAM', Buffer.concat([hex('7f454c46'), Buffer.alloc(200, 1)])],
    ['FILE_HAS_MACROS', aCompound('Root Entry', 'Workbook', '_VBA_PROJECT')],
    ['FILE_HAS_PASSWORD', aCompound('Root Entry', 'EncryptedPackage')],
    ['FILE_KIND_UNKNOWN', aCompound('Root Entry', 'PowerPoint Document')],
    ['FILE_KIND_UNKNOWN', Buffer.from('GIF89a\x01\0\x01\0\0\0\0')],
    ['FILE_KIND_UNKNOWN', Buffer.from('{\\rtf1\\ansi}')],
    ['FILE_KIND_UNKNOWN', Buffer.from('text with \0 in it')],
    ['FILE_KIND_UNKNOWN', hex('ff ff ff 80 80')],
    ['FILE_ARCHIVE_DAMAGED', Buffer.from('PK\x03\x04 and nothing more')],
  ])('%s', async (kind, bytes) => {
    expect(await kindOf(bytes)).toBe(kind);
  });

  it.each([
    ['DOCX', [OFFICE, 'word/document.xml']],
    ['XLSX', [OFFICE, 'xl/workbook.xml']],
    ['ZIP', ['扫描件/1.jpg', 'index.html']],
    ['FILE_HAS_MACROS', [OFFICE, 'word/document.xml', 'word/vbaProject.bin']],
    ['FILE_HAS_MACROS', [OFFICE, 'xl/workbook.xml', 'xl/macrosheets/sheet1.xml']],
    ['FILE_IS_PROGRAM', ['META-INF/MANIFEST.MF', 'A.class']],
    ['FILE_KIND_UNKNOWN', [OFFICE, 'ppt/presentation.xml']],
    ['FILE_KIND_UNKNOWN', ['mimetype', 'content.xml']],
  ])('of a ZIP in its directory: %s', async (kind, names) => {
    expect(await kindOf(await aZip(...names))).toBe(kind);
  });
});

describe('the name of a file', () => {
  it.each([
    ['报告.pdf', 'PDF', '报告.pdf'],
    ['C:\\Users\\x\\报告.PDF', 'PDF', '报告.PDF'],
    ['../../etc/passwd', 'TEXT', 'passwd.txt'],
    ['数据.csv', 'TEXT', '数据.csv'],
    // What is saved is not run, whatever it was called.
    ['run.bat', 'TEXT', 'run.bat.txt'],
    ['page.html', 'TEXT', 'page.html.txt'],
    ['photo.jpg', 'HEIC', 'photo.jpg.heic'],
    ['a\r\nSet-Cookie: x.pdf', 'PDF', 'aSet-Cookie_ x.pdf'],
    ['\u202egpj.exe', 'JPEG', 'gpj.exe.jpg'],
    ['a<b>:"|?*.png', 'PNG', 'a_b______.png'],
    ['', 'PDF', 'file.pdf'],
    ['...', 'PDF', 'file.pdf'],
    ['.pdf', 'PDF', 'pdf.pdf'],
  ] as const)('%j as %s is kept as %j', (given, kind, kept) => {
    expect(keptName(given, kind)).toBe(kept);
  });

  it('of ten thousand characters is cut to two hundred, with its ending', () => {
    const kept = keptName(`${'长'.repeat(10_000)}.pdf`, 'PDF');
    expect(kept).toBe(`${'长'.repeat(196)}.pdf`);
    expect(Array.from(keptName('😀'.repeat(300), 'PDF'))).toHaveLength(200);
  });

  it('is told to browsers old and new, whatever is in it', () => {
    expect(dispositionOf(`整改"报告"(1)'.pdf`, true)).toBe(
      `inline; filename="______(1)'.pdf"; filename*=UTF-8''%E6%95%B4%E6%94%B9%22%E6%8A%A5%E5%91%8A%22%281%29%27.pdf`,
    );
  });
});

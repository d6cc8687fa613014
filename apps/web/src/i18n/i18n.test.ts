import { describe, expect, it } from 'vitest';
import { english as deskEn } from './en/desk-index.ts';
import { lawEn } from './en/law.ts';
import { describeEn } from './en/describe.ts';
import { screeningEn } from './en/screening.ts';
import { privacyEn } from './en/privacy.ts';
import { verificationEn } from './en/verification.ts';
import { eiaNoticesEn } from './en/eia-notices.ts';
import { eiaNoticesZh } from './zh-CN/eia-notices.ts';
import { filingsEn } from './en/filings.ts';
import { filingsZh } from './zh-CN/filings.ts';
import { shellEn } from './en/shell.ts';
import { chinese as deskZh } from './zh-CN/desk-index.ts';
import { lawZh } from './zh-CN/law.ts';
import { describeZh } from './zh-CN/describe.ts';
import { screeningZh } from '@ludao/contracts/screening-zh';
import { privacyZh } from './zh-CN/privacy.ts';
import { verificationZh } from './zh-CN/verification.ts';
import { shellZh } from './zh-CN/shell.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}

describe.each([
  ['shell', shellZh, shellEn],
  ['filings', filingsZh, filingsEn],
  ['eiaNotices', eiaNoticesZh, eiaNoticesEn],
  ['screening', screeningZh, screeningEn],
  ['describe', describeZh, describeEn],
  ['privacy', privacyZh, privacyEn],
  ['approval', deskZh.approval, deskEn.approval],
  ['batches', deskZh.batches, deskEn.batches],
  ['cases', deskZh.cases, deskEn.cases],
  ['contacts', deskZh.contacts, deskEn.contacts],
  ['law', lawZh, lawEn],
  ['desk', deskZh.desk, deskEn.desk],
  ['parkEia', deskZh.parkEia, deskEn.parkEia],
  ['stock', deskZh.stock, deskEn.stock],
  ['admissions', deskZh.admissions, deskEn.admissions],
  ['documents', deskZh.documents, deskEn.documents],
  ['verification', verificationZh, verificationEn],
  ['dossier', deskZh.dossier, deskEn.dossier],
  ['enterprises', deskZh.enterprises, deskEn.enterprises],
  ['files', deskZh.files, deskEn.files],
  ['imports', deskZh.imports, deskEn.imports],
  ['merging', deskZh.merging, deskEn.merging],
  ['notifications', deskZh.notifications, deskEn.notifications],
  ['organisations', deskZh.organisations, deskEn.organisations],
  ['parks', deskZh.parks, deskEn.parks],
  ['personalData', deskZh.personalData, deskEn.personalData],
  ['people', deskZh.people, deskEn.people],
  ['permits', deskZh.permits, deskEn.permits],
  ['preLease', deskZh.preLease, deskEn.preLease],
  ['problems', deskZh.problems, deskEn.problems],
  ['profile', deskZh.profile, deskEn.profile],
  ['rulebook', deskZh.rulebook, deskEn.rulebook],
  ['signOn', deskZh.signOn, deskEn.signOn],
])('the texts of %s', (_, zh: Tree, en: Tree) => {
  const english = new Map(leaves(en));

  it.each(leaves(zh))('have %s in both languages, with the same blanks', (key, chinese) => {
    const blanks = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    expect(english.get(key)).toBeTruthy();
    expect(blanks(english.get(key)!)).toEqual(blanks(chinese));
  });

  it('have no key in English alone', () => {
    expect([...english.keys()].sort()).toEqual(
      leaves(zh)
        .map(([key]) => key)
        .sort(),
    );
  });

  it('use full-width punctuation in Chinese sentences', () => {
    const half = leaves(zh).filter(([, text]) => /[\u4e00-\u9fff][,;:?!]/.test(text));
    expect(half).toEqual([]);
  });
});

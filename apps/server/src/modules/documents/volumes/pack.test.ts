import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../platform/excel/archive.ts';
import { checksumsOf, safeName, zipOf } from '../../../platform/pack.ts';
import { decideClosing, lackOf, leastRetention, type KeptDocument } from './decide.ts';
import { itemOf, type Packed } from './pack.ts';

const files: Packed[] = [
  { path: '卷内目录.xlsx', bytes: Buffer.from('list'), document: null },
  { path: '文件/001 演环〔2026〕1号 告知书.pdf', bytes: Buffer.from('%PDF-'), document: null },
];

describe('a packed volume', () => {
  it('has the same bytes whenever the same files are packed', async () => {
    expect((await zipOf(files)).equals(await zipOf(files))).toBe(true);
  });

  it('carries checksums as sha256sum reads them', async () => {
    const sums = checksumsOf(files.map(itemOf)).toString('utf8');
    const limits = { maxParts: 50, maxUnpackedBytes: 10_000_000, maxRatio: 1000 };
    const archive = await openArchive(await zipOf(files), limits);
    const lines = sums.trimEnd().split('\n');
    expect(lines).toHaveLength(files.length);
    for (const line of lines) {
      const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line)!;
      const pieces: Buffer[] = [];
      for await (const piece of archive.read(path!)) pieces.push(piece);
      expect(createHash('sha256').update(Buffer.concat(pieces)).digest('hex')).toBe(hash);
    }
  });

  it('names files as every system takes them', () => {
    expect(safeName('001 <A>: "B"/C\\D|E?*\u0000 关于…的告知书. ', 'pdf')).toBe(
      '001 A B C D E 关于…的告知书.pdf',
    );
    expect(Array.from(safeName('长'.repeat(200), 'pdf'))).toHaveLength(80);
  });
});

describe('the closing of a volume', () => {
  const kept = (state: KeptDocument['state'], more: Partial<KeptDocument> = {}): KeptDocument => ({
    id: state,
    state,
    effect: null,
    recordMode: 'OWN',
    officialNumber: null,
    template: { served: true, retentionYears: 10 },
    ...more,
  });

  it('waits for every paper and says what each lacks', () => {
    const decided = decideClosing([kept('SERVED'), kept('SEALED'), kept('DRAFT')], undefined);
    expect(decided).toMatchObject({
      refused: 'VOLUME_NOT_READY',
      params: { documents: 'SEALED,DRAFT', lacks: 'NOT_SERVED,NOT_SIGNED' },
    });
    expect(lackOf(kept('NUMBERED'))).toBe('NOT_SEALED');
    expect(lackOf(kept('SERVED', { recordMode: 'FRONT' }))).toBe('NOT_RECORDED');
    const entered = { recordMode: 'FRONT', officialNumber: '演示-1' } as const;
    expect(lackOf(kept('SERVED', entered))).toBeNull();
  });

  it('takes what is void, given up, or never served', () => {
    const unserved = { template: { served: false, retentionYears: 30 } };
    const all = [kept('NUMBERED', { effect: 'VOID' }), kept('DISCARDED'), kept('SEALED', unserved)];
    expect(decideClosing(all, undefined)).toEqual({ years: 30 });
    expect(decideClosing([kept('DISCARDED')], undefined)).toMatchObject({
      refused: 'VOLUME_EMPTY',
    });
  });

  it('keeps as long as the longest template asks, longer where the clerk says so, never shorter', () => {
    const ten = [kept('SERVED')];
    const ever = [...ten, kept('SERVED', { template: { served: true, retentionYears: null } })];
    expect([leastRetention(ten), leastRetention(ever)]).toEqual([10, null]);
    expect(decideClosing(ten, 30)).toEqual({ years: 30 });
    expect(decideClosing(ten, 'PERMANENT')).toEqual({ years: null });
    expect(decideClosing(ten, 5)).toMatchObject({ refused: 'RETENTION_TOO_SHORT' });
    expect(decideClosing(ever, 100)).toMatchObject({ refused: 'RETENTION_TOO_SHORT' });
  });
});

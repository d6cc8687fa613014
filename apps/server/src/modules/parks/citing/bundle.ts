import { readFileSync } from 'node:fs';
import {
  CITATION_STAGES,
  CITED_KINDS,
  dayZh,
  type Citable,
  type CitationForm,
  type CitedItem,
} from '@ludao/contracts';
import {
  checksumsOf,
  manifestOf,
  packedItemOf,
  safeName,
  zipOf,
  type Packable,
} from '../../../platform/pack.ts';
import { toPrintable } from '../../../platform/pdf.ts';
import type { CitingPlace } from './model.ts';

export const COVER_TEMPLATE = readFileSync(new URL('./cover.typ', import.meta.url), 'utf8');
const COVER = '引用清单.pdf';
const DEMO = '演示数据　非真实材料';

/** A bundle before it is set and packed. */
export interface Bundle extends Pick<CitationForm, 'project' | 'stage' | 'caseRef'> {
  readonly place: CitingPlace;
  readonly number: string;
  readonly on: string;
  readonly zoning: 'entered' | 'not_entered';
  readonly parkEia: { readonly title: string; readonly approvalNo: string } | null;
  readonly cited: readonly (Citable & { readonly ending: string | null })[];
}

/** What a bundle says of its parts, with the path of each file in it. */
export function itemsOf({ cited }: Pick<Bundle, 'cited'>): CitedItem[] {
  return cited.map((one, at) => {
    const { refusal: _, ending, ...item } = one;
    const name = `${String(at + 1).padStart(2, '0')} ${item.title}`;
    return { ...item, path: ending === null ? null : `文件/${safeName(name, ending)}` };
  });
}

/** What the cover sheet is set from. */
export function coverData(bundle: Bundle, isDemo: boolean): object {
  const { place, number, on, project, stage, caseRef, parkEia, zoning, cited } = bundle;
  const facts = [
    ['项目名称', project],
    ['建设单位', place.enterprise],
    ['所在园区', place.park ?? ''],
    ['用于', CITATION_STAGES[stage].zh],
    ...(caseRef === '' ? [] : [['办件或项目编号', caseRef]]),
    ['生成日期', dayZh(on)],
    ...(parkEia ? [['整体环评', `${parkEia.title}（${parkEia.approvalNo}）`]] : []),
  ];
  return printable({
    title: '共享数据引用清单',
    number: `编号：${number}`,
    enterprise: place.enterprise,
    demo: isDemo ? DEMO : null,
    facts,
    words: { items: `引用内容（${cited.length} 项）` },
    items: cited.map((item) => ({
      title: item.title,
      kind: CITED_KINDS[item.kind].zh,
      facts: [
        [item.kind === 'conclusions' ? '来源' : '数据所有人', item.source],
        ...(item.sampledOn ? [['采样日期', dayZh(item.sampledOn)]] : []),
        ...(item.laboratory ? [['监测机构', `${item.laboratory}（CMA ${item.cmaNo}）`]] : []),
        ['有效期', `${dayZh(item.validFrom)}至${item.validTo ? dayZh(item.validTo) : '长期'}`],
        ...(item.sha256 ? [['文件 SHA-256', item.sha256]] : []),
      ],
    })),
    notes: [
      zoning === 'entered'
        ? '生态环境准入清单：本平台已录入。本清单不代替对准入条件的核对。'
        : '生态环境准入清单：本平台没有录入，没有核对，不表示符合。',
      '以上内容在生成之日可以引用。之后撤回、更新、过期或者园区发生重大变动的，不再作为后续手续的依据。',
      '压缩包内附所引文件；SHA256SUMS.txt 列出每个文件的校验值。',
    ],
  });
}

/** The ZIP: cover sheet, files, manifest and checksums. */
export async function packBundle(
  bundle: Bundle,
  cover: Buffer,
  files: readonly Packable[],
): Promise<Buffer> {
  const { place, number, on, project, stage, caseRef, parkEia, zoning } = bundle;
  const contents = [{ path: COVER, bytes: cover }, ...files];
  const items = contents.map(packedItemOf);
  const about = {
    number,
    project,
    stage,
    caseRef,
    enterprise: place.enterprise,
    park: place.park,
    madeOn: on,
    parkEia,
    zoning,
    cited: itemsOf(bundle),
  };
  const manifest = { path: 'manifest.json', bytes: manifestOf(about, items) };
  const sums = {
    path: 'SHA256SUMS.txt',
    bytes: checksumsOf([...items, packedItemOf(manifest)]),
  };
  return zipOf([...contents, manifest, sums]);
}

function printable<T>(value: T): T {
  if (typeof value === 'string') return toPrintable(value) as T;
  if (Array.isArray(value)) return value.map(printable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, printable(part)]),
  ) as T;
}

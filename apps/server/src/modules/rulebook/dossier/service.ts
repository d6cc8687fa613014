import { entriesOf, isEntered, type RuleSet } from '@ludao/rules';
import {
  block,
  cell,
  type DossierContribution,
  type DossierSection,
  type DossierSubject,
} from '../../dossier/index.ts';
import type { LiveLaw } from '../live-law.ts';

const TITLE = { zh: '规则库中的相关条目', en: 'Entries of the rulebook' };
const IN_FORCE = { zh: '有效', en: 'In force' };
const NOT_YET = { zh: '尚未施行', en: 'Not yet' };
const PAST = { zh: '已到期', en: 'Ended' };

/** What lists of the rulebook say of a subject, on the day of its file. */
export function rulebookDossier(law: LiveLaw): DossierContribution {
  const section = (
    of: DossierSection['of'],
    order: number,
    read: (
      ruleSet: RuleSet,
      subject: DossierSubject,
      asOf: string,
    ) => ReturnType<typeof adoptions>[],
  ): DossierSection => ({
    key: 'rulebook',
    title: TITLE,
    order,
    of,
    right: { action: 'read', resource: of },
    load: async (_, subject, { asOf }) => read(law.current().ruleSet, subject, asOf),
  });
  return {
    sections: [
      section('enterprise', 500, (ruleSet, subject, asOf) => [
        keyDischarger(ruleSet, subject, asOf),
        adoptions(ruleSet, subject, asOf),
      ]),
      section('park', 600, (ruleSet, subject, asOf) => [
        ...parkWideEia(ruleSet, subject, asOf),
        adoptions(ruleSet, subject, asOf),
      ]),
    ],
  };
}

/** Joined by the credit code, which the list has too. */
function keyDischarger(ruleSet: RuleSet, { creditCode, districtCode }: DossierSubject, on: string) {
  const found = entriesOf(ruleSet, 'key-dischargers', on, districtCode).find(
    ({ entry }) => entry.creditCode === creditCode,
  );
  const isKnown = isEntered(ruleSet, 'key-dischargers', on, districtCode);
  return block.facts([
    { zh: '重点排污单位名录', en: 'List of key dischargers' },
    found
      ? [
          ...cell.mark('caution', { zh: '列入', en: 'On the list' }),
          ...found.entry.kinds.flatMap((kind) => cell.text(kind)),
        ]
      : cell.words(
          isKnown
            ? { zh: '未列入', en: 'Not on the list' }
            : { zh: '名录尚未录入平台', en: 'The list is not entered yet' },
        ),
  ]);
}

/** Adoptions that hold for the whole county. Those limited to objects name them by ids of lists. */
function adoptions(ruleSet: RuleSet, { districtCode, name }: DossierSubject, on: string) {
  const titles = new Map(
    ruleSet.reliefs.flatMap(({ reliefs }) => reliefs.map(({ id, title }) => [id, title] as const)),
  );
  const park = entriesOf(ruleSet, 'parks', on, districtCode).find(
    ({ entry }) => entry.name === name,
  )?.entry;
  const objects = [park?.id, park?.area].filter((id) => typeof id === 'string');
  const rows = entriesOf(ruleSet, 'adoptions', on, districtCode)
    .filter(
      ({ entry }) => entry.objects === null || entry.objects.some((id) => objects.includes(id)),
    )
    .map(({ entry }) => [
      cell.text(entry.title),
      cell.text(entry.documentNo),
      entry.reliefs.flatMap((id) => cell.words(titles.get(id) ?? { zh: id, en: id })),
      cell.span(entry.from, entry.to),
      entry.from > on
        ? cell.mark('quiet', NOT_YET)
        : entry.to !== null && entry.to < on
          ? cell.mark('caution', PAST)
          : cell.mark('good', IN_FORCE),
    ]);
  return block.table(
    [
      { zh: '采纳文件', en: 'Adoption' },
      { zh: '文号', en: 'Number' },
      { zh: '减免', en: 'Reliefs' },
      { zh: '期限', en: 'From – to' },
      { zh: '状态', en: 'State' },
    ],
    rows,
    {
      zh: '本区、县（市）没有登记在册的采纳文件。',
      en: 'No adoption is on record for the county.',
    },
  );
}

/** Joined by name within the county, where a park's name is there once in both registers. */
function parkWideEia(ruleSet: RuleSet, { districtCode, name }: DossierSubject, on: string) {
  const title = { zh: '园区整体环评', en: 'Park-wide EIA' };
  const park = entriesOf(ruleSet, 'parks', on, districtCode).find(
    ({ entry }) => entry.name === name,
  )?.entry;
  const area = entriesOf(ruleSet, 'reform-areas', on, districtCode).find(
    ({ entry }) => entry.id === park?.area,
  )?.entry;
  const facilities = entriesOf(ruleSet, 'facilities', on, districtCode).filter(
    ({ entry }) => entry.park === park?.id,
  );
  if (!park) {
    const isKnown = isEntered(ruleSet, 'parks', on, districtCode);
    const words = isKnown
      ? { zh: '不在园区名单里', en: 'Not on the list of parks' }
      : { zh: '园区名单尚未录入平台', en: 'The list of parks is not entered yet' };
    return [block.facts([title, cell.words(words)])];
  }
  const { eia } = park;
  return [
    block.facts(
      [title, eia ? cell.text(eia.title) : cell.words({ zh: '没有', en: 'None' })],
      [{ zh: '批复文号', en: 'Approval number' }, cell.text(eia?.approvalNo)],
      [{ zh: '有效期', en: 'Valid' }, eia ? cell.span(eia.from, eia.to) : []],
      [{ zh: '排污许可证', en: 'Permit number' }, cell.text(eia?.permitNo)],
      [{ zh: '改革区域', en: 'Reform area' }, cell.text(area?.name)],
      [{ zh: '环境管控单元', en: 'Zoning unit' }, cell.text(park.zone)],
      [
        { zh: '共享设施', en: 'Shared facilities' },
        facilities.flatMap(({ entry }) => cell.text(entry.name)),
      ],
    ),
  ];
}

import { reasonText, tensionText } from '@ludao/contracts/reason-texts';
import { levelText, permitLevelText, type Language } from '@ludao/contracts/texts';
import type { Answer, Period, ReliefFinding, StepState } from '@ludao/rules';

type Section = readonly [title: string, entries: readonly string[]];
type Label = (fact: string) => string;

const STATES = {
  applies: ['已计入', 'counted'],
  if_adopted: ['如果当地采纳就适用，现在没有计入', 'would apply if adopted; not counted'],
  open: ['还要确认', 'still open'],
  refused: ['不适用', 'does not apply'],
} as const satisfies Record<ReliefFinding['state'], readonly [string, string]>;

const STEP_STATES = {
  shapes: ['影响了结论', 'shapes the result'],
  no_effect: ['没有影响', 'no effect'],
  open: ['还缺情况', 'open'],
  not_entered: ['名单没有录入', 'list not entered'],
  not_checked: ['没有核对', 'not checked'],
} as const satisfies Record<StepState, readonly [string, string]>;

function pickFor(language: Language) {
  return ([chinese, english]: readonly [string, string]) => (language === 'zh' ? chinese : english);
}

/** Every relief that was looked at, with its clause, what it rests on and what stands against it. */
export function writeRelief(answer: Answer, label: Label, language: Language): Section[] {
  const zh = language === 'zh';
  const pick = pickFor(language);
  const entries = answer.reliefs.flatMap((relief) => {
    const { from, to, object, adoption, reasons, missing, leftOut, tensions } = relief;
    const change =
      from && to && from !== to ? ` ${levelText(from, language)} → ${levelText(to, language)}` : '';
    return [
      `[${pick(STATES[relief.state])}] ${relief.title[language]}${change}`,
      `  ${relief.source} ${relief.clause}：${relief.quote}`,
      ...(object ? [`  ${object.name}`] : []),
      ...(adoption
        ? [
            `  ${adoption.title}（${adoption.documentNo}，${adoption.from} — ${adoption.to ?? ''}）`,
            ...(adoption.provincialArrangementNo ? [`  ${adoption.provincialArrangementNo}`] : []),
          ]
        : []),
      ...(leftOut.length > 0
        ? [`  ${zh ? '不计入的工序' : 'left out'}: ${leftOut.map(label).join('; ')}`]
        : []),
      ...reasons.map((reason) => `  · ${reasonText(reason, language)}`),
      ...(missing.length > 0
        ? [`  ${zh ? '还要知道' : 'to be known'}: ${missing.map(nameOf).join('; ')}`]
        : []),
      ...relief.cites.map(({ title, validTo, refusal }) =>
        refusal
          ? `  × ${title}: ${reasonText(refusal, language)}`
          : `  √ ${title}${validTo ? ` (${validTo})` : ''}`,
      ),
      ...tensions.map((code) => `  ${code} ${tensionText(code, language)}`),
    ];
  });
  return [[zh ? '改革减免' : 'Relief', entries]];

  function nameOf(key: string): string {
    if (key === 'place') return zh ? '在哪个园区' : 'which park';
    if (key === 'zoning') {
      return zh
        ? '分区管控准入清单（未录入，没有核对）'
        : 'access list of the zoning unit (not checked)';
    }
    return label(key);
  }
}

/** The permit category and the procedure: steps, office, periods, documents. */
export function writeProcedure(answer: Answer, label: Label, language: Language): Section[] {
  const zh = language === 'zh';
  const pick = pickFor(language);
  const { permit, procedure } = answer;
  const sections: Section[] = [];
  if (permit) {
    const range = permit.level
      ? permitLevelText(permit.level, language)
      : `${permitLevelText(permit.floor, language)} … ${permitLevelText(permit.ceiling, language)}`;
    sections.push([
      zh ? '排污许可' : 'Discharge permit',
      [
        `${range}  [${permit.level ?? `${permit.floor}…${permit.ceiling}`}]`,
        ...(permit.wholeSiteUnknown
          ? [
              zh
                ? '类别按全厂合起来定，这里只看到这次新增的内容，只会更高。'
                : 'The whole site counts, and only what this project adds is known: it can only be higher.',
            ]
          : []),
        ...permit.items
          .filter(({ decides, citation }) => decides && citation)
          .map(({ item, citation }) => `${item} ${citation!.quote.replaceAll('\n', '')}`),
        ...(permit.level === null && permit.missing.length > 0
          ? [
              `${zh ? '还差' : 'missing'}: ${permit.missing.map(({ fact }) => label(fact)).join('; ')}`,
            ]
          : []),
      ],
    ]);
  }
  if (!procedure) return sections;
  sections.push(
    [
      zh ? '判别步骤' : 'Steps',
      procedure.steps.map(
        ({ title, cite, state, detail }, at) =>
          `${at + 1} ${title[language]}（${cite}）[${pick(STEP_STATES[state])}]${detail ? ` ${reasonText(detail, language)}` : ''}`,
      ),
    ],
    [
      zh ? '由谁办' : 'Who decides',
      procedure.offices.map(
        ({ office, basis, confidence }) => `${office[language]}（${basis}，${confidence}）`,
      ),
    ],
    [zh ? '时限' : 'Periods', procedure.periods.map((period) => writePeriod(period, language))],
    [
      zh ? '要准备的材料' : 'Documents',
      procedure.documents.map(({ text, cite }) => `${text[language]}（${cite}）`),
    ],
  );
  return sections;
}

const UNITS = {
  day: ['日', 'days'],
  working_day: ['个工作日', 'working days'],
  at_once: ['', ''],
} as const satisfies Record<Period['unit'], readonly [string, string]>;

function writePeriod({ event, value, unit, excludes, cite }: Period, language: Language): string {
  const zh = language === 'zh';
  const length = unit === 'at_once' ? '' : `: ${value} ${UNITS[unit][zh ? 0 : 1]}`;
  const not = excludes ? `；${excludes[language]}` : '';
  return `${event[language]}${length}（${cite}${not}）`;
}

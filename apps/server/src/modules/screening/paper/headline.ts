import { pdfZh } from '@ludao/contracts/pdf-zh';
import { screeningZh } from '@ludao/contracts/screening-zh';
import { levelText, statusText } from '@ludao/contracts/texts';
import type { Answer, Screener } from '@ludao/rules';
import { fill, join, where, type Told } from './words.ts';

/** The answer in one sentence; then which project, where, on which day, under which law. */
export interface Headline {
  readonly tone: string;
  readonly eyebrow: string;
  readonly verdict: string;
  readonly lead: string;
  readonly statutory: string | null;
  readonly missing: { readonly intro: string; readonly lines: readonly string[] } | null;
  readonly frame: readonly (readonly [label: string, value: string])[];
}

const { answer: words, verdict: verdicts, county } = screeningZh;

export function writeHeadline(told: Told): Headline {
  const { answer, project } = told;
  const { level, statutoryLevel, floor, ceiling, status, law, procedure } = answer;
  const waived = procedure?.filing === 'waived';
  const verdict = level && (waived ? 'waived' : level);
  const name = (of: Exclude<Answer['level'], null>) => levelText(of, 'zh');
  return {
    tone: level ? level.toLowerCase() : 'open',
    eyebrow: level ? words.eyebrow : statusText(status, 'zh'),
    verdict: verdict ? verdicts[verdict] : verdicts.open,
    lead: verdict
      ? verdicts[`${verdict}_plain`]
      : fill(verdicts.range, { floor: name(floor), ceiling: name(ceiling) }),
    statutory:
      level && statutoryLevel && level !== statutoryLevel
        ? fill(verdicts.relieved, { level: name(statutoryLevel) })
        : null,
    missing: status === 'provisional' ? stillMissing(told) : null,
    frame: [
      ...(project.name?.trim() ? [[pdfZh.name, project.name.trim()] as const] : []),
      [pdfZh.activities, activitiesOf(told).join('；')],
      [words.place, placeOf(answer, told.screener)],
      [words.day, answer.on],
      [
        words.law,
        fill(words.lawLine, {
          title: law.title,
          issuer: law.issuer,
          number: law.documentNo,
          from: law.effectiveFrom,
        }),
      ],
    ],
  };
}

function activitiesOf({ project, screener }: Told): string[] {
  const { industries = [], works = [] } = project;
  const keys = [
    ...industries.map((entry) => (typeof entry === 'string' ? entry : entry.code)),
    ...works.map((entry) => (typeof entry === 'string' ? entry : entry.work)),
  ];
  return keys.map((key) => {
    const work = screener.table.findWork(key);
    if (work) return work.label.zh;
    const industry = screener.ruleSet.industries.find(({ code }) => code === key);
    return industry ? `${industry.name}（${key}）` : key;
  });
}

/** The county, and the listed park where one was chosen. */
function placeOf({ jurisdiction, place }: Answer, screener: Screener): string {
  const named = Object.hasOwn(county, jurisdiction)
    ? county[Number(jurisdiction) as 330600]
    : jurisdiction;
  for (const register of screener.ruleSet.lists) {
    if (register.topic !== 'parks') continue;
    const park = register.entries.find(({ id }) => id === place.park);
    if (park) return `${named} · ${park.name}`;
  }
  return named;
}

/** Facts named per topic, as many as the page names. */
const SHOWN = 5;

function stillMissing({ answer, screener }: Told): Headline['missing'] {
  const { table } = screener;
  const byTopic = new Map<string, string[]>();
  for (const { fact, activity } of answer.missing) {
    const known = table.findFact(fact);
    const topic = table.vocabulary.groups.find(({ id }) => id === known?.group)?.ask.zh ?? '';
    const label = (known?.label.zh ?? words.industryTooWide) + where(activity);
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), label]);
  }
  return {
    intro: fill(words.missing, { count: answer.missing.length }),
    lines: [...byTopic].map(([topic, labels]) => {
      const more = labels.length > SHOWN ? fill(words.andMore, { count: labels.length }) : '';
      return (topic && topic + words.colon) + join(labels.slice(0, SHOWN)) + more;
    }),
  };
}

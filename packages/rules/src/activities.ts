import type { FactInputs, IndustryIndex, InputProblem, ProjectInput } from './input.ts';
import type { FactTable } from './fact-table.ts';

export const MAX_ACTIVITIES = 20;

/** One thing the project does: an industry or a listed work, with facts of its own. */
export interface Activity {
  readonly key: string;
  readonly kind: 'industry' | 'work';
  readonly facts?: FactInputs;
  readonly path: string;
}

export function readActivities(
  input: ProjectInput,
  table: FactTable,
  industries: IndustryIndex,
  problems: InputProblem[],
): Activity[] {
  const activities: Activity[] = [];
  (input.industries ?? []).forEach((entry, index) => {
    const written = typeof entry === 'string' ? entry : entry.code;
    const key = written.trim().replace(/^[A-T](?=\d)/i, '');
    const path = `/industries/${index}`;
    if (!/^\d{2,4}$/.test(key) || !industries.has(key)) {
      problems.push({ code: 'industry.unknown', path, params: { value: written } });
      return;
    }
    activities.push(withFacts({ key, kind: 'industry', path: `${path}/facts` }, entry));
  });
  (input.works ?? []).forEach((entry, index) => {
    const key = typeof entry === 'string' ? entry : entry.work;
    const path = `/works/${index}`;
    if (!table.findWork(key)) {
      const known = table.vocabulary.works.map((work) => work.id).join(' ');
      problems.push({ code: 'work.unknown', path, params: { value: key, known } });
      return;
    }
    activities.push(withFacts({ key, kind: 'work', path: `${path}/facts` }, entry));
  });
  const seen = new Set<string>();
  for (const activity of activities) {
    if (seen.has(activity.key)) {
      problems.push({
        code: 'activity.twice',
        path: activity.path.replace(/\/facts$/, ''),
        params: { value: activity.key },
      });
    }
    seen.add(activity.key);
  }
  if (activities.length > MAX_ACTIVITIES) {
    problems.push({
      code: 'activity.too_many',
      path: '/industries',
      params: { count: activities.length, limit: MAX_ACTIVITIES },
    });
  }
  return activities;
}

function withFacts(
  activity: Omit<Activity, 'facts'>,
  entry: string | { readonly facts?: FactInputs },
): Activity {
  return typeof entry === 'object' && entry.facts ? { ...activity, facts: entry.facts } : activity;
}

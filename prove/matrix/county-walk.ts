import { rolesFor } from '@ludao/contracts';
import type { Actor } from './actors.ts';
import { mayDo, type Hall } from './hall.ts';

/** Only the posts that may look at parks count here: the table is theirs. */
export async function countsCounties(hall: Hall, actor: Actor): Promise<void> {
  const posts = actor.posts.filter(({ role }) => rolesFor('read', 'park').includes(role));
  const answer = await hall.ask(actor, 'getCountyTable');
  if (!answer) return;
  const expected = new Map<string, { parks: number; enterprises: number }>();
  for (const [resource, key] of [
    ['park', 'parks'],
    ['enterprise', 'enterprises'],
  ] as const) {
    for (const row of await hall.trueRows(resource)) {
      if (!mayDo({ ...actor, posts }, 'read', resource, row)) continue;
      const county = expected.get(row.districtCode!) ?? { parks: 0, enterprises: 0 };
      expected.set(row.districtCode!, { ...county, [key]: county[key] + 1 });
    }
  }
  const line = (code: string, parks: number, enterprises: number) =>
    `${code} ${parks} ${enterprises}`;
  hall.tally.compareSets(
    `getCountyTable by ${actor.name}`,
    [...expected].map(([code, { parks, enterprises }]) => line(code, parks, enterprises)),
    (answer.json['rows'] as { districtCode: string; parks: number; enterprises: number }[]).map(
      ({ districtCode, parks, enterprises }) => line(districtCode, parks, enterprises),
    ),
  );
}

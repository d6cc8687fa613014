import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeCreditCode, EnterpriseQuery, type EnterpriseList } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import type { Scope } from '../../platform/scope.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';
import { enterOrganisations } from '../organisations/index.ts';
import { enterEnterprises } from './entry-store.ts';
import { listEnterprises } from './store.ts';

const HOME = '330603';
const COUNTY: Scope = { actor: 'system:test', orgs: [], districts: [HOME], parks: [] };
const NAMES = [
  '柯桥云岚印染有限公司',
  '柯桥栖屿模具有限公司',
  '100%纯棉_织造厂',
  `O'Neill "B" 机械`,
];

describeOnDemonstration('the list of enterprises', (database) => {
  let test: TestApp;
  let officer: Client;
  let codes: string[];
  beforeAll(async () => {
    test = await openTestApp(database());
    officer = await test.as('APPROVAL_OFFICER');
    codes = await enter(NAMES.map((name) => ({ name, districtCode: HOME })));
    await enter([{ name: '越城云岚印染有限公司', districtCode: '330602' }]);
  });
  afterAll(() => test.close());

  let number = 0;
  async function enter(
    given: readonly { name: string; districtCode: string }[],
  ): Promise<string[]> {
    const firms = given.map((firm) => {
      number += 1;
      const creditCode = completeCreditCode(
        `91${firm.districtCode}LXT${String(number).padStart(6, '0')}`,
      );
      return { ...firm, id: randomUUID(), creditCode };
    });
    await database().transaction(async (tx) => {
      const organisation = { kind: 'ENTERPRISE', territory: [], isPublic: false } as const;
      await enterOrganisations(
        tx,
        firms.map((firm) => ({ ...firm, ...organisation })),
        test.now(),
      );
      const empty = { address: '', parkId: null, unitId: null, movedIn: null };
      const form = { ...empty, industries: ['2926'], wastewater: null, hazardousWaste: null };
      await enterEnterprises(
        tx,
        firms.map((firm) => ({ ...firm, ...form })),
      );
    });
    return firms.map(({ creditCode }) => creditCode);
  }

  const list = async (query: Record<string, string>) =>
    (
      await officer.get(`/api/enterprises?${new URLSearchParams(query).toString()}`)
    ).json<EnterpriseList>();
  const found = async (q: string) => (await list({ q, size: '200' })).rows.map(({ name }) => name);

  describe('is searched', () => {
    it.each([
      ['云岚', 0],
      ['柯桥云岚印染有限公司', 0],
      ['yunlan', 0],
      ['yunlanyinran', 0],
      ['qymj', 1],
      ['１００％', 2],
      ['%纯', 2],
      ['棉_织', 2],
      [`o'neill`, 3],
      ['"B"', 3],
    ] as const)('by “%s”', async (q, at) => {
      expect(await found(q)).toContain(NAMES[at]);
      expect(await found(q)).not.toContain('越城云岚印染有限公司');
    });

    it('by credit code, whole or in part, in small letters too', async () => {
      expect(await found(codes[0]!.toLowerCase())).toEqual([NAMES[0]]);
      expect(await found(codes[1]!.slice(4))).toEqual([NAMES[1]]);
    });

    it.each(['%', '_'])('with %s as the character it is, not as a wildcard', async (q) => {
      expect(await found(q)).toEqual([NAMES[2]]);
    });

    it.each([`'; drop table enterprise; --`, '\\', '{}', '{"a"}', '",', 'null', '没有这家'])(
      'with %s, and finds nothing',
      async (q) => {
        expect(await list({ q })).toEqual({ rows: [], total: 0 });
      },
    );
  });

  it('comes in pages that miss nothing and repeat nothing, in either order', async () => {
    for (const sort of ['name', '-name', 'code', '-code', 'moved_in', '-moved_in']) {
      const whole = await list({ sort, size: '200' });
      const pages: string[] = [];
      for (let page = 1; pages.length < whole.total; page++) {
        const { rows, total } = await list({ sort, size: '3', page: String(page) });
        expect(total).toBe(whole.total);
        expect(rows.length).toBeGreaterThan(0);
        pages.push(...rows.map(({ id }) => id));
      }
      expect(pages).toEqual(whole.rows.map(({ id }) => id));
    }
    const [up, down] = [await list({ sort: 'code' }), await list({ sort: '-code' })];
    expect(up.rows[0]).toEqual((await list({ sort: '-code', size: '200' })).rows.at(-1));
    expect(down.total).toBe(up.total);
  });

  it('is filtered by park, industry and county, and never beyond the reach', async () => {
    const { rows, total } = await list({ size: '200' });
    const park = rows.find((row) => row.park)!.park!;
    const inPark = await list({ park: park.id, size: '200' });
    expect(inPark.rows).toEqual(rows.filter((row) => row.park?.id === park.id));
    const plastics = await list({ industry: '29', size: '200' });
    expect(plastics.rows).toEqual(
      rows.filter(({ industries }) => industries.some((code) => code.startsWith('29'))),
    );
    expect(await list({ district: HOME, size: '200' })).toEqual({ rows, total });
    expect(await list({ district: '330602' })).toEqual({ rows: [], total: 0 });
  });

  it('takes at most three statements, whatever the rows', async () => {
    for (const size of [1, 200]) {
      const statements = await database().scoped(COUNTY, async (tx) => {
        let count = 0;
        const counting: Tx = {
          ...tx,
          query: (sql, params) => {
            count += 1;
            return tx.query(sql, params);
          },
        };
        await listEnterprises(counting, EnterpriseQuery.parse({ q: '公司', size }));
        return count;
      });
      expect(statements).toBeLessThanOrEqual(3);
    }
  });

  it('finds by index among thousands, also under row-level security', async () => {
    const many = Array.from({ length: 4000 }, (_, at) => ({
      name: `演示第${at}号企业`,
      districtCode: at % 2 ? HOME : '330602',
    }));
    await enter(many);
    await database().transaction((tx) => tx.query('analyze enterprise'));
    // The plan inside a function is not shown: its text is planned as the function plans it, by
    // its owner and without knowing the words.
    const plan = await database().transaction(async (tx) => {
      const [row] = await tx.query<{ prosrc: string }>(
        `select prosrc from pg_proc where proname = 'find_enterprises'`,
      );
      const parameters = ['words', 'parts', 'at_most'];
      const body = parameters.reduce(
        (text, name, at) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `$${at + 1}`),
        row!.prosrc,
      );
      await tx.query(`set local plan_cache_mode = force_generic_plan;
        set local ludao.districts = '{${HOME}}';
        prepare finding (text, text[], integer) as ${body}`);
      const lines = await tx.query<{ 'QUERY PLAN': string }>(
        `explain execute finding ('云岚', '{云岚}', 100)`,
      );
      await tx.query('deallocate finding');
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('enterprise_by_words');
    expect(plan).not.toContain('Seq Scan on enterprise');
    expect(await found('第3777号')).toEqual(['演示第3777号企业']);
    expect(await found('第3776号')).toEqual([]);
  });
});

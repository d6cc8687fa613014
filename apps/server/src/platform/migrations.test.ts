import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { migrate, readMigrations } from './migrations.ts';
import { MIGRATIONS } from './paths.ts';
import { describeOnEachDatabase, silentLog } from './testing.ts';

const base = mkdtempSync(join(tmpdir(), 'ludao-migrations-'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(base, 'list-'));
});
afterAll(() => rmSync(base, { recursive: true }));

function write(name: string, sql = 'select 1'): void {
  writeFileSync(join(folder, name), sql);
}

describeOnEachDatabase(
  'migrating',
  (database) => {
    const run = () => migrate(database(), folder, silentLog);
    const all = async (sql: string) => database().transaction((tx) => tx.query(sql));

    beforeEach(async () => {
      await all('drop table if exists schema_migration, parks, tenants');
    });

    test('applies the files in order, and the next time only what is new', async () => {
      write(
        '0001_create_parks.sql',
        'create table parks (id integer); insert into parks values (1)',
      );
      write('0002_create_tenants.sql', 'create table tenants as select * from parks');
      expect(await run()).toEqual(['0001_create_parks.sql', '0002_create_tenants.sql']);
      expect(await run()).toEqual([]);
      write('0003_fill_tenants.sql', 'insert into tenants values (2)');
      expect(await run()).toEqual(['0003_fill_tenants.sql']);
      expect(await all('select id from tenants order by id')).toEqual([{ id: 1 }, { id: 2 }]);
    });

    test('a file that fails leaves nothing behind, and what came before it stays', async () => {
      write('0001_create_parks.sql', 'create table parks (id integer)');
      write('0002_create_tenants.sql', 'create table tenants (id integer); select nonsense');
      await expect(run()).rejects.toThrow('0002_create_tenants.sql failed');
      expect(await all('select name from schema_migration')).toEqual([
        { name: '0001_create_parks.sql' },
      ]);
      expect(await all(`select to_regclass('tenants') as found`)).toEqual([{ found: null }]);
    });

    test('an applied file that was edited later is refused by name', async () => {
      write('0001_create_parks.sql', 'create table parks (id integer)');
      await run();
      write('0001_create_parks.sql', 'create table parks (id bigint)');
      await expect(run()).rejects.toThrow('0001_create_parks.sql was edited');
    });

    test('line ends that git changed are no edit', async () => {
      write('0001_create_parks.sql', 'create table parks (\n  id integer\n)');
      await run();
      write('0001_create_parks.sql', 'create table parks (\r\n  id integer\r\n)');
      expect(await run()).toEqual([]);
    });

    test('a database of a newer version is refused', async () => {
      write('0001_create_parks.sql', 'create table parks (id integer)');
      write('0002_create_tenants.sql', 'create table tenants (id integer)');
      await run();
      rmSync(join(folder, '0002_create_tenants.sql'));
      await expect(run()).rejects.toThrow('0002_create_tenants.sql, which this program does not');
    });

    test('processes that migrate together apply each file once', async () => {
      write('0001_create_parks.sql', 'create table parks (id integer)');
      write('0002_fill_parks.sql', 'insert into parks values (1)');
      const applied = await Promise.all([run(), run(), run(), run()]);
      expect(applied.flat().sort()).toEqual(['0001_create_parks.sql', '0002_fill_parks.sql']);
      expect(await all('select id from parks')).toEqual([{ id: 1 }]);
    });

    test('the real list goes through, from empty', async () => {
      expect(await migrate(database(), MIGRATIONS, silentLog)).toEqual(
        readMigrations(MIGRATIONS).map(({ name }) => name),
      );
    });
  },
  { migrated: false },
);

test('a missing number is refused', () => {
  write('0001_create_parks.sql');
  write('0003_create_tenants.sql');
  expect(() => readMigrations(folder)).toThrow('number 2 must begin with 0002_');
});

test('a number used twice is refused', () => {
  write('0001_create_parks.sql');
  write('0001_create_tenants.sql');
  expect(() => readMigrations(folder)).toThrow('but is 0001_create_tenants.sql');
});

test.each(['1_create_parks.sql', '0001-create-parks.sql', '0001_parks.sql', 'README.md'])(
  'a file called %s is refused',
  (name) => {
    write(name);
    expect(() => readMigrations(folder)).toThrow('not named NNNN_verb_object.sql');
  },
);

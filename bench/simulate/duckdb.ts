import {
  BOOLEAN,
  DOUBLE,
  DuckDBDataChunk,
  DuckDBInstance,
  INTEGER,
  TINYINT,
} from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { FactTable } from '@ludao/rules';
import type { Column, Group } from '@ludao/rules/columns';
import type { Stored } from './stored-projects.ts';
import { itemOf } from './subset.ts';

/**
 * The same rules in SQL. `NULL` is unknown, and `AND`, `OR`, `NOT` of SQL are Kleene's. A choice is
 * the bit of its option, an amount whole base steps, as in our columns. Each project carries the
 * number of its own item, so that nothing is looked up by code.
 */
const RANKS = `
WITH words AS (
  SELECT *,
    process_electroplating OR process_electroless OR process_anodising AS plating,
    change_touches_main_works OR nature = 1 AS main,
    building <> 2 AS star,
    extent NOT IN (1, 2) AS not_assembly,
    extent NOT IN (1, 2, 4) AS not_welding
  FROM projects
), verdicts AS (
  SELECT id,
    CASE item
      WHEN 36 THEN star AND (plating OR paint_solvent_t_a >= 10e6)
      WHEN 39 THEN star AND ink_solvent_t_a >= 10e6
      WHEN 53 THEN feature_recycled_plastic OR plating OR adhesive_solvent_t_a >= 10e6 OR paint_solvent_t_a >= 10e6
      WHEN 66 THEN plating OR paint_solvent_t_a >= 10e6
      WHEN 68 THEN capacity_t_a >= 100000e6
      WHEN 70 THEN plating OR paint_solvent_t_a >= 10e6
      ELSE FALSE
    END OR plating OR process_hot_dip_passivated OR boiler_coal_oil_t_h > 65 * 700000 OR laboratory = 8 AS report,
    CASE item
      WHEN 15 THEN star AND (process_fermentation OR capacity_t_a >= 10000e6)
      WHEN 32 THEN star AND (process_vulcanisation OR process_injection_moulding OR adhesive_solvent_t_a >= 10e6 OR agent_solvent_t_a >= 3e6)
      WHEN 36 THEN star AND main AND not_assembly
      WHEN 38 THEN star AND (process_paper_coating OR process_impregnation OR process_printing OR process_gluing)
      WHEN 39 THEN star AND main AND NOT (feature_laser_printing_only OR (ink_low_voc_t_a > 0 AND ink_low_voc_t_a < 10e6 AND ink_solvent_t_a = 0 AND ink_other_t_a = 0))
      WHEN 53 THEN main
      WHEN 58 THEN main
      ELSE main AND not_welding
    END OR boiler_coal_oil_t_h > 0 OR boiler_gas_t_h > 700000 OR boiler_biomass OR boiler_other_high_pollution OR laboratory NOT IN (1, 2) AS form,
    works_waste_gas AS registration
  FROM words
)
SELECT id,
  CASE WHEN report THEN 3 WHEN form THEN 2 WHEN registration THEN 1 ELSE 0 END AS floor,
  CASE WHEN report IS DISTINCT FROM FALSE THEN 3 WHEN form IS DISTINCT FROM FALSE THEN 2
    WHEN registration IS DISTINCT FROM FALSE THEN 1 ELSE 0 END AS ceiling
FROM verdicts`;

const CHUNK = 2048;

/** The same columns as a table in DuckDB's memory, in the order of our groups. */
export class InDuckDb {
  readonly #connection: DuckDBConnection;

  private constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  static async load({ store }: Stored, table: FactTable): Promise<InDuckDb> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const slots = [
      ...new Set([...store.groups.values()].flatMap(({ columns }) => [...columns.keys()])),
    ];
    const types = slots.map((slot) => typeOf(table.facts[slot]!.type));
    const names = slots.map((slot) => table.facts[slot]!.key.replaceAll('.', '_'));
    await connection.run(
      `CREATE TABLE projects (id INTEGER, item TINYINT, ${names.map((name, at) => `${name} ${String(types[at])}`).join(', ')})`,
    );
    const appender = await connection.createAppender('projects');
    let id = 0;
    for (const group of store.groups.values()) {
      for (let from = 0; from < group.rows; from += CHUNK) {
        const rows = Math.min(CHUNK, group.rows - from);
        const chunk = DuckDBDataChunk.create([INTEGER, TINYINT, ...types], rows);
        const first = id;
        chunk.setColumns([
          Array.from({ length: rows }, (_, at) => first + at),
          Array.from({ length: rows }, () => itemOf(group.key)),
          ...slots.map((slot) => valuesOf(group, slot, from, rows)),
        ]);
        appender.appendDataChunk(chunk);
        id += rows;
      }
    }
    appender.closeSync();
    return new InDuckDb(connection);
  }

  async useThreads(threads: number): Promise<void> {
    await this.#connection.run(`SET threads = ${threads}`);
  }

  /** Works out every project and counts them by floor and ceiling: 4 × floor + ceiling → count. */
  async count(): Promise<Map<number, number>> {
    const counted = `SELECT 4 * floor + ceiling AS ranks, count(*) AS projects FROM (${RANKS}) GROUP BY ranks`;
    const reader = await this.#connection.runAndReadAll(counted);
    return new Map(reader.getRows().map(([ranks, projects]) => [Number(ranks), Number(projects)]));
  }

  /** 4 × floor + ceiling of each project, in the order in which they were loaded. */
  async each(): Promise<number[]> {
    const result = await this.#connection.run(
      `SELECT 4 * floor + ceiling FROM (${RANKS}) ORDER BY id`,
    );
    const chunks = await result.fetchAllChunks();
    return chunks.flatMap((chunk) => chunk.getColumnValues(0).map(Number));
  }
}

function typeOf(type: Column['type']): DuckDBType {
  return type === 'boolean' ? BOOLEAN : type === 'choice' ? INTEGER : DOUBLE;
}

/** A fact that this code's rules do not read is not stored with it, so it is unknown. */
function valuesOf({ columns }: Group, slot: number, from: number, rows: number): DuckDBValue[] {
  const column = columns.get(slot);
  return Array.from({ length: rows }, (_, at) => (column ? valueOf(column, from + at) : null));
}

function valueOf(column: Column, row: number): DuckDBValue {
  if (column.type === 'boolean') {
    const flag = column.flags[row]!;
    return flag === 1 ? null : flag === 2;
  }
  if (column.type === 'choice') {
    const mask = column.masks[row]!;
    return (mask & (mask - 1)) === 0 ? mask : null;
  }
  const [low, high] = [column.lows[row]!, column.highs[row]!];
  return low === high ? low : null;
}

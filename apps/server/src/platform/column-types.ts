import pg from 'pg';

const { builtins } = pg.types;

/**
 * Where pg's own choice loses something: int8 would come as text, and a date or a timestamp without
 * zone as a moment in the zone of whatever computer runs this.
 */
const own = new Map<number, (text: string) => unknown>([
  [builtins.INT8, BigInt],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMP, (text) => text],
]);

/**
 * How columns become values: int8 → bigint, date → 'YYYY-MM-DD', timestamptz → Date, numeric → text,
 * json → parsed, the rest as pg does.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    own.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';

/** Sends one statement inside a transaction that is already open. */
type Run = (
  sql: string,
  params: readonly unknown[],
) => Promise<{ rows: unknown[]; rowCount: number | null }>;

/** Kysely as a typed writer of statements over one open transaction; it opens nothing itself. */
export function kyselyOver<Tables>(run: Run): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new OpenTransactionDriver(run),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

class OpenTransactionDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(run: Run) {
    this.#connection = {
      async executeQuery<Row>({
        sql,
        parameters,
      }: {
        sql: string;
        parameters: readonly unknown[];
      }) {
        const { rows, rowCount } = await run(sql, parameters);
        const counted = rowCount === null ? {} : { numAffectedRows: BigInt(rowCount) };
        return { ...counted, rows: rows as Row[] } satisfies QueryResult<Row>;
      },
      streamQuery() {
        throw new Error('streaming is not offered; read in pages');
      },
    };
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('a transaction is already open: use its tx'));
  }

  async init(): Promise<void> {}
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

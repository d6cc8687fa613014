import { ROUTES } from '@ludao/contracts';
import type { Api, Call } from '../../../platform/api.ts';
import { isUniqueViolation, type Database } from '../../../platform/db.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/refusal.ts';
import * as appointments from '../appointments/service.ts';
import { writeAppointments } from '../appointments/sheet.ts';
import type { Asking } from '../posts/rights.ts';
import * as service from './service.ts';
import { writeAccounts, writeOrganisations } from './sheet.ts';

const DONE = { done: true } as const;
/** Of one workbook: more than a city has. */
const MOST_ROWS = 20_000;
const WHOLE = { page: 1, size: MOST_ROWS } as const;

/**
 * Organisations, accounts and the confirming of appointments: of the whole platform, by its own
 * officers. Accounts lie out of reach of any scope, so all of it runs as the program, after the
 * table of rights said yes (ADR 0029).
 */
export function registerAccounts(api: Api, database: Database): void {
  api.serve(ROUTES.listOrganisations, ({ query }) =>
    database.transaction((tx) => service.listOrganisations(tx, query)),
  );

  api.serve(ROUTES.exportOrganisations, async ({ query }) => {
    const all = { ...query, ...WHOLE };
    const { rows, total } = await database.transaction((tx) => service.listOrganisations(tx, all));
    return total > MOST_ROWS ? tooMany(total) : writeOrganisations(rows);
  });

  api.serve(ROUTES.enterOrganisation, (call) =>
    unlessTaken(
      call.body.creditCode ?? '',
      database.transaction((tx) => service.enterOrganisation(tx, call.body, askingOf(call))),
    ),
  );

  api.serve(ROUTES.changeOrganisation, (call) =>
    unlessTaken(
      call.body.creditCode ?? '',
      database.transaction((tx) =>
        service.changeOrganisation(tx, call.params.id, call.body, askingOf(call)),
      ),
    ),
  );

  api.serve(ROUTES.listAccounts, ({ query, session, now, today }) =>
    database.transaction((tx) => service.listAccounts(tx, query, { session, now, today })),
  );

  api.serve(ROUTES.exportAccounts, async ({ query, session, now, today }) => {
    const all = { ...query, ...WHOLE };
    const { rows, total } = await database.transaction((tx) =>
      service.listAccounts(tx, all, { session, now, today }),
    );
    return total > MOST_ROWS ? tooMany(total) : writeAccounts(rows);
  });

  api.serve(ROUTES.createAccount, (call) =>
    unlessTaken(call.body.signInName, service.createAccount(database, call.body, askingOf(call))),
  );

  api.serve(ROUTES.changeAccount, (call) =>
    service.changeAccount(database, call.params.id, call.body, askingOf(call)),
  );

  api.serve(ROUTES.lockAccount, async (call) => {
    const { params, body } = call;
    const done = await service.changeAccount(database, params.id, body, askingOf(call));
    return isRefusal(done) ? done : DONE;
  });

  api.serve(ROUTES.listAppointments, ({ query, session }) =>
    database.transaction((tx) => appointments.listAppointments(tx, query, session)),
  );

  api.serve(ROUTES.exportAppointments, async ({ query, session }) => {
    const all = { ...query, ...WHOLE };
    const { rows, total } = await database.transaction((tx) =>
      appointments.listAppointments(tx, all, session),
    );
    return total > MOST_ROWS ? tooMany(total) : writeAppointments(rows);
  });

  api.serve(ROUTES.decideAppointment, (call) =>
    database.transaction((tx) =>
      appointments.decideAppointmentOf(tx, call.params.id, call.body, askingOf(call)),
    ),
  );
}

function tooMany(total: number): Refusal {
  return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
}

type Asked = Pick<Call<typeof ROUTES.createAccount>, 'session' | 'now' | 'today' | 'request'>;

function askingOf({ session, now, today, request }: Asked): Asking {
  return { session, now, today, causeId: request.id, address: request.ip };
}

const TAKEN: readonly [constraint: string, code: string][] = [
  ['organisation_credit_code_unique', 'CREDIT_CODE_TAKEN'],
  ['account_name_unique', 'SIGN_IN_NAME_TAKEN'],
  ['account_phone_unique', 'PHONE_TAKEN'],
];

/** What only one may have is refused to the second, also where both came in the same moment. */
async function unlessTaken<T>(value: string, written: Promise<T>): Promise<T | Refusal> {
  try {
    return await written;
  } catch (error) {
    const taken = TAKEN.find(([constraint]) => isUniqueViolation(error, constraint));
    if (!taken) throw error;
    return refuse(taken[1], { value });
  }
}

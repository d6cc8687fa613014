import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import { isUniqueViolation } from '../../platform/db.ts';
import { notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { findPartners, listParkPostChoices } from '../organisations/index.ts';
import * as service from './edit-service.ts';
import { writeUnits } from './sheet.ts';

/** Parks entered and changed; everything of a park has one version. */
export function registerParkEditing(api: Api): void {
  const asking = ({ session, now, today, request }: Asked): service.Asking => ({
    session,
    now,
    today,
    causeId: request.id,
  });

  api.serve(ROUTES.registerPark, (call) =>
    unlessTaken(
      call.body.name,
      call.scoped((tx) => service.registerPark(tx, call.body, asking(call))),
    ),
  );
  api.serve(ROUTES.changePark, (call) =>
    unlessTaken(
      call.body.name,
      call.scoped((tx) => service.changePark(tx, call.params.id, call.body, asking(call))),
    ),
  );
  api.serve(ROUTES.saveBuilding, (call) =>
    call.scoped((tx) => service.saveBuilding(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.assignParkPosts, (call) =>
    call.scoped((tx) => service.assignPosts(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.enterDesignation, (call) =>
    call.scoped((tx) => service.enterDesignation(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.endDesignation, (call) =>
    call.scoped((tx) => service.endDesignation(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.getParkTimeline, async (call) => {
    const timeline = await call.scoped((tx) => service.readTimelineOf(tx, call.params.id, call));
    return timeline ?? notFound();
  });
  api.serve(ROUTES.exportUnits, async (call) => {
    const park = await call.scoped((tx) => service.findPark(tx, call.params.id, call));
    return park ? writeUnits(park) : notFound();
  });
  api.serve(ROUTES.listParkPostChoices, ({ scoped, today }) =>
    scoped((tx) => listParkPostChoices(tx, today)),
  );
  api.serve(ROUTES.findPartners, ({ query, scoped }) => scoped((tx) => findPartners(tx, query.q)));
}

interface Asked {
  readonly session: service.Asking['session'];
  readonly now: Date;
  readonly today: string;
  readonly request: { readonly id: string };
}

/** Two people entered the same park in the same moment: the second is told, as any other is. */
async function unlessTaken<T>(name: string, written: Promise<T>): Promise<T | Refusal> {
  try {
    return await written;
  } catch (error) {
    if (isUniqueViolation(error, 'park_name_unique')) {
      return refuse('PARK_NAME_TAKEN', { field: 'name', value: name });
    }
    if (isUniqueViolation(error, 'organisation_credit_code_unique')) {
      return refuse('CREDIT_CODE_TAKEN', { value: '' });
    }
    throw error;
  }
}

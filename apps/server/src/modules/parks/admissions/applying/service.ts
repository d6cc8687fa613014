import { randomUUID } from 'node:crypto';
import { can, type Admission, type AdmissionForm, type AdmissionPlaces } from '@ludao/contracts';
import { whyNoPilot, type Answer } from '@ludao/rules';
import type { Tx } from '../../../../platform/db.ts';
import { append } from '../../../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { actorOf, type Session } from '../../../../platform/session.ts';
import { notify } from '../../../notifications/index.ts';
import { findEiasOfParks, findOffice, holdAllowance, holdParkEia } from '../../park-eia/store.ts';
import { askedOf, decideAdmission } from '../decide.ts';
import { streamOf, type Share, type Tenant } from '../model.ts';
import type { AdmissionDeps } from '../port.ts';
import type { Asking } from '../../park-eia/port.ts';
import * as store from '../store.ts';
import { viewOf } from '../view/service.ts';
import { papersOf } from '../paper.ts';

/** Of the measures of the draft, the one that lets tenants enter directly. */
const MEASURE = 2;
const WITHIN_SHARE = 'reform.within_park_eia';

/** Where the asker's enterprises are tenants, and what applies there. */
export async function listPlaces(
  tx: Tx,
  { session }: Pick<Asking, 'session'>,
): Promise<AdmissionPlaces> {
  const tenants = await store.findTenants(tx, orgsOf(session));
  const parks = tenants.flatMap(({ parkId }) => parkId ?? []);
  const eias = await findEiasOfParks(tx, parks);
  return {
    places: tenants.map(({ enterpriseId, enterprise, industries, admission, ...place }) => {
      const { parkId, park, districtCode, unitId, unit } = place;
      const eia = parkId === null ? undefined : eias.get(parkId);
      return {
        enterpriseId,
        enterprise,
        industries: [...industries],
        park:
          parkId === null
            ? null
            : {
                id: parkId,
                name: park ?? '',
                districtCode: districtCode ?? '',
                unit: unitId === null ? null : { id: unitId, name: unit ?? '' },
              },
        eia: eia && eia.state === 'IN_FORCE' ? { ...eia } : null,
        admission,
      };
    }),
  };
}

/** Organisations for which the asker may apply: the own, and those that delegated. */
function orgsOf({ posts }: Session): string[] {
  const may = (post: Session['posts'][number], org: string) =>
    can({ posts: [post] }, 'create', 'admission', {
      ownerOrg: org,
      districtCode: null,
      parkId: null,
    });
  return [...new Set(posts.flatMap((post) => post.orgs.filter((org) => may(post, org))))];
}

/**
 * Lets a tenant enter under the park-wide EIA, or tells everything that does not fit. The EIA and
 * the account of the park are held from the checks to the drawing, so that no two tenants take the same grams.
 */
export async function apply(
  tx: Tx,
  form: AdmissionForm,
  asking: Asking,
  deps: AdmissionDeps,
): Promise<Admission | Refusal> {
  const { session, now, today, causeId } = asking;
  const [tenant] = await store.findTenants(tx, orgsOf(session), form.enterpriseId);
  if (!tenant) return notFound();
  const { parkId, districtCode } = tenant;
  if (parkId === null || districtCode === null) return refuse('NO_TENANCY');
  if (tenant.admission !== null) return refuse('ADMITTED_ALREADY', { admission: tenant.admission });
  if (/[<>\p{Cc}]/u.test(form.representative)) {
    return refuse('TEXT_HAS_MARKUP', { field: 'representative' }, 422);
  }
  const pollutants = form.pollutants.map(({ pollutant }) => pollutant);
  const twice = pollutants.find((one, at) => pollutants.indexOf(one) < at);
  if (twice) return refuse('POLLUTANT_TWICE', { item: twice }, 422);
  const owned = { ownerOrg: tenant.enterpriseId, districtCode, parkId };
  const { actor, office } = actorOf(session, 'create', 'admission', owned);
  await holdParkEia(tx, parkId);
  const eia = (await findEiasOfParks(tx, [parkId])).get(parkId);
  const project = withProcesses(form);
  const answer = deps.askTheLaw(
    {
      ...project,
      // The amounts below decide it, not the applicant's word.
      facts: { ...project.facts, [WITHIN_SHARE]: true },
      place: { park: eia?.listedAs ?? 'unlisted' },
    },
    { on: today, jurisdiction: districtCode },
  );
  if ('problems' in answer) {
    const { code, path } = answer.problems[0]!;
    return refuse('PROJECT_REFUSED', { reason: code, at: path }, 422);
  }
  const asked = askedOf(form);
  const restriction = await deps.restrictions(tx, parkId, today);
  const permit = await deps.permitInForce(tx, { parkId }, today);
  const allowance = eia ? await holdAllowance(tx, eia.id) : [];
  const { admitted, checks } = decideAdmission({
    on: today,
    restriction,
    eia,
    pilot: whyNoPilot(deps.law().ruleSet, MEASURE, today, districtCode),
    answer,
    processes: processesOf(project, deps),
    permit,
    allowance,
    asked,
  });
  const id = randomUUID();
  const admission: store.NewAdmission = {
    id,
    ...owned,
    enterprise: tenant.enterprise,
    eiaId: eia?.id ?? null,
    unitId: tenant.unitId,
    state: admitted ? 'ADMITTED' : 'REFUSED',
    project,
    answer,
    checks,
    representative: form.representative,
    appliedBy: actor,
    appliedAt: now,
    appliedOn: today,
  };
  await store.insertAdmission(tx, admission);
  if (admitted) await store.insertShares(tx, admission, asked);
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    {
      stream: streamOf(id),
      type: admitted ? 'admission.admitted' : 'admission.refused',
      typeVersion: 1,
      body: {
        eia: admission.eiaId,
        unit: tenant.unitId,
        shares: bodyOf(asked),
        failed: checks.flatMap(({ met, code, item }) => (met ? [] : [item ?? code])),
        digest: answer.digest,
      },
      ownerOrg: tenant.enterpriseId,
      districtCode,
      expectedSeq: 0,
    },
  ]);
  if (admitted && eia)
    await prove(tx, admission, { ...tenant, parkId }, { eia, asked, permit }, asking, deps);
  const stored = await store.findAdmission(tx, id);
  return stored ? viewOf(tx, stored, asking) : notFound();
}

/** The certificate, and word to the operator and the county. */
async function prove(
  tx: Tx,
  admission: store.NewAdmission,
  tenant: Tenant & { readonly parkId: string },
  under: Parameters<typeof papersOf>[1],
  asking: Asking,
  deps: AdmissionDeps,
): Promise<void> {
  const { id, ownerOrg: enterpriseId, districtCode } = admission;
  const { enterprise, parkId, operator } = tenant;
  const fields = papersOf(tenant, under);
  const paper = { id, enterpriseId, enterprise, districtCode, parkId, fields };
  const certificate = await deps.papers.issue(tx, paper, asking);
  if (certificate !== null) await store.setCertificate(tx, id, certificate);
  const office = await findOffice(tx, districtCode, asking.today);
  const told = { params: { admission: id }, link: `/admissions/${id}` };
  for (const [organisation, role] of [
    [operator, 'PARK_MANAGER'],
    [office, 'APPROVAL_OFFICER'],
  ] as const) {
    if (!organisation) continue;
    await notify(
      tx,
      {
        kind: 'TENANT_ADMITTED',
        ...told,
        toRoles: { organisations: [organisation], roles: [role] },
        dedupeKey: `admission/${id}/${role}`,
      },
      asking,
    );
  }
}

/** What the applicant declares of the EIA's processes stands among the facts of the project. */
function withProcesses({ project, processes }: AdmissionForm): AdmissionForm['project'] {
  const declared = Object.fromEntries(processes.map((key) => [key, true]));
  return { ...project, facts: { ...project.facts, ...declared } };
}

function processesOf({ facts, industries, works }: AdmissionForm['project'], deps: AdmissionDeps) {
  const { table } = deps.law();
  const sets = [
    facts ?? {},
    ...[...(industries ?? []), ...(works ?? [])].map((one) =>
      typeof one === 'string' ? {} : (one.facts ?? {}),
    ),
  ];
  const keys = sets.flatMap((set) =>
    Object.entries(set).flatMap(([key, value]) =>
      key.startsWith('process.') && value === true ? [key] : [],
    ),
  );
  return [...new Set(keys)].map((key) => {
    const label: Answer['reliefs'][number]['title'] | undefined = table.findFact(key)?.label;
    return { key, zh: label?.zh ?? key, en: label?.en ?? key };
  });
}

function bodyOf(shares: readonly Share[]): Record<string, string> {
  return Object.fromEntries(shares.map(({ item, amount }) => [item, String(amount)]));
}

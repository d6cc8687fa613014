import { ENTERPRISE_COLUMNS, NOTICE_VERSION, PARK_COLUMNS, type ROUTES } from '@ludao/contracts';
import { readWholeSheet } from '../../apps/server/src/platform/excel/index.ts';
import type { Actor } from './actors.ts';
import { changeEach, moveEach, registerEach } from './changes.ts';
import {
  changesContacts,
  entersContacts,
  listsContacts,
  revealsContacts,
} from './contact-walks.ts';
import { APPROVAL_WALKS } from './approval-walks.ts';
import { CASE_WALKS } from './case-walks.ts';
import { CERTIFICATE_WALKS } from './certificate-walks.ts';
import { COMPLETION_WALKS } from './completion-walks.ts';
import { countsCounties } from './county-walk.ts';
import { answersRequest, revealsPersons, seesOwnData } from './data-walks.ts';
import { ACCESS_WALKS } from './access-walks.ts';
import { SHARING_WALKS } from './sharing-walks.ts';
import { DOCUMENT_WALKS } from './document-walks.ts';
import { DOSSIER_WALKS } from './dossier-walks.ts';
import { FILING_WALKS } from './filing-walks.ts';
import { EFFECT_WALKS } from './effect-walks.ts';
import { FILE_WALKS } from './file-walks.ts';
import { mayDo, type Answer, type Hall, type RouteName } from './hall.ts';
import {
  checksFile,
  decidesEach,
  exportsEntries,
  showsEntry,
  submitsEach,
  withdrawsEach,
} from './entry-walks.ts';
import { cancelsEach, commitsEach, correctsByFile, correctsRow } from './import-changes.ts';
import { listsImports, offersParks, showsImport, uploadsEach } from './import-walks.ts';
import { checksEach, exportsChecks, listsAll, listsUnits } from './paper-walks.ts';
import { NOTIFICATION_WALKS } from './notification-walks.ts';
import { PUBLIC_WALKS, SIGN_ON_WALKS } from './public-walks.ts';
import { reaches } from './reaches.ts';
import { PERMIT_WALKS } from './permit-walks.ts';
import { PEOPLE_WALKS } from './people-walks.ts';
import { RETROFIT_WALKS } from './retrofit-walks.ts';
import { exportsAll } from './sheet-walks.ts';
import { listsAccounts, numbersEach, unlinksEach } from './sign-on-walks.ts';
import { REGISTER_WALKS } from './register-walks.ts';
import { WORK_WALKS } from './work-walks.ts';
import { VOLUME_WALKS } from './volume-walks.ts';
import { FAR, HOME, NEXT } from './world.ts';

type Ids = readonly { readonly id: string }[];
type Walk = (hall: Hall, actor: Actor) => Promise<void>;

const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** How every address is walked. One that is missing here is an error of types, and fails the proof. */
export const WALKS = {
  ...PUBLIC_WALKS,
  ...SIGN_ON_WALKS,
  signIn: reaches('signIn', [422], { name: 'nobody', password: 'wrong' }),
  getSession: seesItself,
  signOut: async (hall, actor) => {
    await reaches('signOut', [200])(hall, actor);
    if (actor.state === 'dead') return;
    await hall.ask({ ...actor, state: 'dead' }, 'getSession', {}, ' after signing out');
    await hall.openSession(actor);
  },
  startSecondFactor: reaches('startSecondFactor', [422], { password: 'wrong' }),
  confirmSecondFactor: reaches('confirmSecondFactor', [409, 422], { code: '000000' }),
  listDemoAccounts: reaches('listDemoAccounts', [200]),
  listSignOnAccounts: listsAccounts,
  exportSignOnAccounts: exportsAll('exportSignOnAccounts', '用户名', 'auth.account'),
  setStaffNumber: numbersEach,
  unlinkSignOn: unlinksEach,
  listParks: lists('listParks', 'park', (answer) => idsOf(answer)),
  exportParks: lists('exportParks', 'park', (answer) => namesOf(answer, PARK_COLUMNS.name.zh)),
  getPark: shows('getPark', 'park'),
  listEnterprises: lists('listEnterprises', 'enterprise', (answer) => idsOf(answer)),
  exportEnterprises: lists('exportEnterprises', 'enterprise', (answer) =>
    namesOf(answer, ENTERPRISE_COLUMNS.name.zh),
  ),
  registerEnterprise: registerEach,
  getEnterprise: shows('getEnterprise', 'enterprise'),
  changeEnterprise: async (hall, actor) => {
    await changeEach(hall, actor);
    await moveEach(hall, actor);
  },
  getEnterpriseTimeline: shows('getEnterpriseTimeline', 'enterprise'),
  ...REGISTER_WALKS,
  getParkTimeline: shows('getParkTimeline', 'park'),
  exportUnits: shows('exportUnits', 'park'),
  getCountyTable: countsCounties,
  exportCountyTable: reaches('exportCountyTable', [200]),
  listPreLeaseChecks: listsAll(
    'listPreLeaseChecks',
    'pre_lease_check',
    ({ json }) => json['rows'] as Ids,
    'size=200',
  ),
  exportPreLeaseChecks: exportsChecks,
  listUnitsToLet: listsUnits,
  makePreLeaseCheck: checksEach,
  getPreLeaseCheck: shows('getPreLeaseCheck', 'pre_lease_check'),
  listEntries: listsAll(
    'listEntries',
    'rulebook_entry',
    ({ json }) => json['rows'] as Ids,
    'size=200',
  ),
  exportEntries: exportsEntries,
  getEntry: showsEntry('getEntry', 'read'),
  exportEntryRows: showsEntry('exportEntryRows', 'export'),
  previewEntry: showsEntry('previewEntry', 'read'),
  submitEntry: submitsEach,
  decideEntry: decidesEach,
  withdrawEntry: withdrawsEach,
  getEntryTemplate: reaches('getEntryTemplate', [200], undefined, `topic=zoning&district=${HOME}`),
  checkEntryFile: checksFile,
  getCalendar: reaches('getCalendar', [200]),
  countDeadline: reaches('countDeadline', [200], undefined, 'from=2026-12-31&days=5'),
  getLawInForce: reaches('getLawInForce', [200]),
  getImportTemplate: offersParks,
  uploadImport: uploadsEach,
  listImports: listsImports,
  getImport: showsImport('getImport'),
  listImportRows: showsImport('listImportRows'),
  getFaultyRows: showsImport('getFaultyRows'),
  correctImport: correctsByFile,
  correctImportRow: correctsRow,
  commitImport: commitsEach,
  cancelImport: cancelsEach,
  listEnterpriseContacts: listsContacts('listEnterpriseContacts', 'enterprise'),
  enterEnterpriseContact: entersContacts('enterEnterpriseContact', 'enterprise'),
  listParkContacts: listsContacts('listParkContacts', 'park'),
  enterParkContact: entersContacts('enterParkContact', 'park'),
  changeContact: changesContacts('changeContact', { jobTitle: '主任' }),
  endContact: changesContacts('endContact', {}),
  eraseContact: changesContacts('eraseContact', { reason: '矩阵删除' }),
  revealContact: revealsContacts,
  revealPerson: revealsPersons,
  getMyData: seesOwnData,
  copyMyData: reaches('copyMyData', [200]),
  exportMyData: reaches('exportMyData', [200]),
  askAboutMyData: reaches('askAboutMyData', [200], { kind: 'ERASURE', words: '矩阵申请' }),
  eraseMyself: reaches('eraseMyself', [422], { password: 'wrong' }),
  getNotice: reaches('getNotice', [200]),
  recordNotice: reaches('recordNotice', [200], { version: NOTICE_VERSION }),
  listDataRequests: reaches('listDataRequests', [200]),
  exportDataRequests: exportsAll('exportDataRequests', '申请事项', 'auth.data_request'),
  answerDataRequest: answersRequest,
  erasePerson: reaches('erasePerson', [404], { signInName: 'nobody', reason: '矩阵注销' }),
  listErasedPersons: reaches('listErasedPersons', [200]),
  exportErasedPersons: exportsAll('exportErasedPersons', '注销时间', 'auth.erasure'),
  listExpiredData: reaches('listExpiredData', [200]),
  exportExpiredData: reaches('exportExpiredData', [200]),
  clearExpiredData: reaches('clearExpiredData', [409], { kind: 'contact', id: NOBODYS }),
  ...PEOPLE_WALKS,
  changePassword: reaches('changePassword', [422], { password: 'wrong', next: 'Anything-2026' }),
  listAgencies: reaches('listAgencies', [200]),
  readSecurityLog: reaches('readSecurityLog', [200]),
  exportSecurityLog: exportsAll('exportSecurityLog', '时间', 'auth.security_event'),
  readEventLog: reaches('readEventLog', [200]),
  exportEventLog: reaches('exportEventLog', [200]),
  ...DOSSIER_WALKS,
  getFileRules: reaches('getFileRules', [200]),
  ...FILE_WALKS,
  ...DOCUMENT_WALKS,
  ...CERTIFICATE_WALKS,
  ...NOTIFICATION_WALKS,
  countUnread: reaches('countUnread', [200]),
  getNotificationSettings: reaches('getNotificationSettings', [200]),
  changeNotificationSettings: reaches('changeNotificationSettings', [200], {
    choices: [{ kind: 'TASK_CAME', place: 'EMAIL', on: true }],
  }),
  giveEmail: reaches('giveEmail', [409], { email: 'matrix@example.org' }),
  confirmEmail: reaches('confirmEmail', [409], { code: '000000' }),
  forgetEmail: reaches('forgetEmail', [200]),
  listFailedDeliveries: reaches('listFailedDeliveries', [200]),
  settleDeliveries: reaches('settleDeliveries', [200], { ids: [NOBODYS], decision: 'close' }),
  ...WORK_WALKS,
  ...ACCESS_WALKS,
  ...SHARING_WALKS,
  ...VOLUME_WALKS,
  ...PERMIT_WALKS,
  ...EFFECT_WALKS,
  ...CASE_WALKS,
  ...APPROVAL_WALKS,
  ...RETROFIT_WALKS,
  ...COMPLETION_WALKS,
  ...FILING_WALKS,
} satisfies Record<keyof typeof ROUTES, Walk>;

async function seesItself(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'getSession');
  if (!answer) return;
  const { user, posts, districts } = answer.json as {
    user: { id: string };
    posts: { role: string }[];
    districts: string[];
  };
  const where = `getSession of ${actor.name}`;
  hall.tally.expect(`${where}: another person`, user.id === actor.personId);
  const roles = actor.posts.map(({ role }) => role);
  hall.tally.compareSets(
    `${where}: roles`,
    roles,
    posts.map(({ role }) => role),
  );
  hall.tally.compareSets(
    `${where}: counties`,
    actor.posts.flatMap((post) => post.districts),
    districts,
  );
}

function lists(
  name: RouteName,
  resource: 'park' | 'enterprise',
  read: (answer: Answer) => unknown,
): Walk {
  const isExport = name.startsWith('export');
  return async (hall, actor) => {
    const rows = await hall.trueRows(resource);
    const { ownPark, neighbourPark } = hall.ground.places;
    const filters = [
      { query: '', keep: () => true },
      { query: `q=${encodeURIComponent('矩阵')}`, keep: () => true },
      ...[HOME, NEXT, FAR].map((county) => ({
        query: `district=${county}`,
        keep: (row: (typeof rows)[number]) => row.districtCode === county,
      })),
      ...(resource === 'park' ? [] : [ownPark, neighbourPark]).map(({ id }) => ({
        query: `park=${id}`,
        keep: (row: (typeof rows)[number]) => row.parkId === id,
      })),
    ];
    for (const { query, keep } of filters) {
      const answer = await hall.ask(actor, name, { query: `${query}&size=200` }, ` with ${query}`);
      if (!answer) continue;
      const allowed = rows
        .filter(keep)
        .filter((row) => mayDo(actor, isExport ? 'export' : 'read', resource, row));
      const shown = (await read(answer)) as string[];
      const where = `${name} by ${actor.name} with ${query}`;
      hall.tally.compareSets(
        where,
        allowed.map((row) => (isExport ? row.name : row.id)),
        shown,
      );
      if (!isExport) hall.tally.expect(`${where}: total`, answer.json['total'] === allowed.length);
    }
  };
}

function idsOf({ json }: Answer): string[] {
  return (json['rows'] as { id: string }[]).map(({ id }) => id);
}

async function namesOf({ bytes }: Answer, heading: string): Promise<string[]> {
  const sheet = await readWholeSheet(bytes, { columns: [{ key: 'name', zh: heading }] });
  return sheet.ok ? sheet.rows.map(({ values }) => values.name) : [];
}

/** One row by its id: what is not for the reader answers exactly like what does not exist. */
function shows(name: RouteName, resource: 'park' | 'enterprise' | 'pre_lease_check'): Walk {
  return async (hall, actor) => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    if (unknown) hall.tally.expect(`${name} of nothing: ${unknown.status}`, unknown.status === 404);
    const { places, rows } = hall.ground;
    const ids = new Map(
      Object.entries(resource === 'park' ? places : rows).map(([relation, row]) => [
        row?.id,
        relation,
      ]),
    );
    const parks = new Map(Object.entries(places).map(([relation, park]) => [park?.id, relation]));
    for (const row of await hall.ownedRows(resource)) {
      if (resource === 'pre_lease_check')
        ids.set(row.id, `a check in ${parks.get(row.parkId ?? '')}`);
      const relation = ids.get(row.id);
      if (relation === undefined) continue;
      const where = `${name} by ${actor.name} of ${relation}`;
      const answer = await hall.ask(actor, name, { id: row.id }, ` of ${relation}`);
      if (!answer) continue;
      hall.tally.compare(where, mayDo(actor, 'read', resource, row), answer.status === 200);
      if (answer.status !== 200) {
        const told = JSON.stringify(answer.json);
        hall.tally.expect(
          `${where}: told apart from nothing`,
          told === JSON.stringify(unknown?.json),
        );
      } else if (name === 'getEnterprise') {
        const { update } = answer.json['may'] as { update: boolean };
        hall.tally.compare(
          `${where}: offers a change`,
          mayDo(actor, 'update', resource, row),
          update,
        );
      }
    }
  };
}

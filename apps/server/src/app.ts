import type { FastifyInstance } from 'fastify';
import packageJson from '../package.json' with { type: 'json' };
import { registerAccess } from './access.ts';
import { listDemoAccounts } from './demo/accounts.ts';
import { keepDemoReports } from './demo/shared-data.ts';
import type { AskTheLaw, CaseDeps } from './modules/cases/index.ts';
import { openTheLaw } from './open-the-law.ts';
import { taskSources } from './task-sources.ts';
import { personalContacts, registerContacts } from './modules/contacts/index.ts';
import { registerDossiers, type DossierContribution } from './modules/dossier/index.ts';
import {
  documentsWork,
  openCertificateTemplates,
  openSealFolder,
  openTemplates,
  registerDocuments,
  type CertificateLaw,
} from './modules/documents/index.ts';
import { registerDisclosure } from './modules/disclosure/index.ts';
import {
  createImportRunner,
  enterprisesDossier,
  registerEnterprises,
  registerImports,
  type KnownCodes,
  sampleEnterprises,
} from './modules/enterprises/index.ts';
import {
  openOidc,
  openOrganisations,
  openPersonalData,
  openSignOn,
  openSignOnAccounts,
  organisationsDossier,
  registerOrganisations,
  registerPersonalData,
  recordSecurity,
  registerPeople,
  registerSignOn,
  tellEndingDelegations,
  trimSecurityLog,
} from './modules/organisations/index.ts';
import { registerNotifications } from './modules/notifications/index.ts';
import {
  parksDossier,
  registerParks,
  registerPreLease,
  sharedDataOfParks,
  type ParkRestrictions,
  type PermitInForce,
} from './modules/parks/index.ts';
import {
  openLiveLaw,
  openWastes,
  publishedProjects,
  registerEntries,
  registerInForce,
  registerRulebook,
  registerWastes,
  rulebookDossier,
  rulebookWork,
  type RulebookService,
} from './modules/rulebook/index.ts';
import { registerScreening, screen } from './modules/screening/index.ts';
import { recomputeClocks, registerTasks, type WorkKind } from './modules/tasks/index.ts';
import { compareLaws } from './modules/simulation/index.ts';
import { createApi } from './platform/api.ts';
import { registerApiDocs } from './platform/api-docs.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/db.ts';
import { checkpointFolder, loadCheckpointKey, takeCheckpoint } from './platform/event-log/index.ts';
import { every } from './platform/every.ts';
import { openFilesAsSet, registerFiles, type Files } from './platform/files/index.ts';
import type { Jobs } from './platform/jobs.ts';
import { openJobs } from './platform/open-jobs.ts';
import { registerHealth } from './platform/health.ts';
import { createHttpServer } from './platform/http.ts';
import type { Log } from './platform/log.ts';
import { openPdfPress } from './platform/pdf.ts';
import { WEB_DIST } from './platform/paths.ts';
import { loadOrCreateSecret } from './platform/secrets.ts';

/** Everything a running program consists of; a test hands in its own. */
export interface AppDeps {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** The law, where it has been read already: reading it takes seconds. */
  readonly rulebook?: RulebookService;
  /** What works beside the requests; left out, that which fits the database. */
  readonly jobs?: Jobs;
  /** What a test adds to the files, as a later capability would. */
  readonly dossiers?: readonly DossierContribution[];
  /** Kinds of work that a test adds, as a later capability would. */
  readonly work?: readonly WorkKind[];
  /** Parks under restriction; none until a capability keeps them. */
  readonly restrictions?: ParkRestrictions;
  /** What parks are permitted, where a test says it. */
  readonly permitInForce?: PermitInForce;
  /** The permit in force of an enterprise or a park, as a later capability knows it. */
  readonly permitOf?: CaseDeps['permitOf'];
  /** What a test lets happen while files are kept. */
  readonly aroundFiles?: (files: Files) => Files;
}

/** How long a request waits for the database before it is told to come again. */
const PATIENCE_MS = 5000;

/** Builds the server from the list of modules. It does not listen yet. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, database, log, clock } = deps;
  const rulebook = deps.rulebook ?? openTheLaw();
  // Requests give up and are told; what the server does by itself waits.
  const asked = database.within(PATIENCE_MS);
  const app = await createHttpServer({ log, webDist: WEB_DIST });
  await registerApiDocs(app, packageJson.version);
  const press = openPdfPress();
  app.addHook('onClose', () => press.close());
  const jobs = deps.jobs ?? openJobs(config.databaseUrl, deps);
  registerHealth(app, { database, jobs, webDist: WEB_DIST, version: packageJson.version });
  const law = await openLiveLaw(rulebook.screener, database, {
    shared: sharedDataOfParks(database),
    invented: () => rulebook.demoScreener(),
  });
  const ruleSet = () => law.current().ruleSet;
  registerRulebook(app, rulebook, law);
  const screeners = {
    get screener() {
      return law.current();
    },
    demoScreener: () => rulebook.demoScreener(),
  };
  registerScreening(app, screeners, clock, press);
  const key = loadOrCreateSecret(config.dataDir, 'second-factor-key');
  const { signOn } = config;
  const organisations = await openOrganisations(asked, key, signOn);
  const api = createApi(app, {
    database: asked,
    clock,
    findSession: (...given) => organisations.findSession(...given),
  });
  const demo = () => listDemoAccounts(database);
  registerOrganisations(api, organisations, clock, demo);
  registerSignOn(
    api,
    signOn
      ? {
          service: openSignOn(asked, signOn, openOidc(signOn, log), key),
          accounts: openSignOnAccounts(asked, signOn),
        }
      : null,
    organisations,
    clock,
    async () => (await demo()).password !== null,
  );
  const around = deps.aroundFiles ?? ((files: Files) => files);
  const stored = openFilesAsSet(config.files, {
    database: asked,
    own: database,
    jobs,
    clock,
    log,
    tellInfected: (tx, file) => recordSecurity(tx, { ...file, kind: 'FILE_INFECTED' }),
  });
  const files = around(stored);
  registerFiles(api, files);
  const revealLimit = { most: config.revealsPerHour, minutes: 60 };
  const personalData = openPersonalData(asked, personalContacts);
  registerPersonalData(api, personalData, revealLimit);
  registerContacts(api, revealLimit);
  const messages = registerNotifications(api, {
    database,
    asked,
    clock,
    jobs,
    config: config.messages,
  });
  app.addHook('onClose', () => messages.close());
  jobs.recurring({
    name: 'ended-sessions',
    seconds: 60 * 60,
    run: () => personalData.clearEndedSessions(clock.now()),
  });
  registerPeople(api, database, config);
  jobs.recurring({
    name: 'ending-delegations',
    seconds: 60 * 60,
    run: () => tellEndingDelegations(database, { now: clock.now(), today: clock.today() }),
  });
  registerParks(api);
  const askTheLaw: AskTheLaw = (project, { on, jurisdiction }) =>
    screen({ ...screeners, screener: law.ofCases() }, { ...project, on, jurisdiction }, on);
  registerPreLease(api, (project, { on, jurisdiction }) =>
    screen(screeners, { ...project, on, jurisdiction }, on),
  );
  const templates = openTemplates();
  const classes = new Map(
    rulebook.rulebook.ruleSet.industries.map(({ code, name }) => [code, name]),
  );
  const wastes = openWastes(rulebook.rulebook.tables);
  registerWastes(app, wastes);
  const codes: KnownCodes = {
    isIndustry: (code) => code.length === 4 && classes.has(code),
    isWasteCategory: (category) => wastes.hasCategory(category),
  };
  registerEnterprises(api, codes);
  const imports = createImportRunner({ database, clock, log, codes, jobs });
  registerImports(api, imports, codes);
  registerEntries(api, {
    law,
    compare: compareLaws,
    cases: () => publishedProjects(rulebook.rulebook),
    sampleEnterprises,
  });
  registerInForce(api, law);
  // What another process of the same database approved.
  every(app, 30, () => law.reload());
  const checkpointKey = loadCheckpointKey(config.dataDir);
  jobs.recurring({
    name: 'log-checkpoint',
    seconds: 10 * 60,
    run: () =>
      takeCheckpoint(database, {
        folder: checkpointFolder(config.dataDir),
        now: clock.now(),
        key: checkpointKey,
      }),
  });
  jobs.recurring({
    name: 'security-log-trim',
    seconds: 60 * 60,
    run: () => trimSecurityLog(database, config.securityLogMonths, clock.now()),
  });
  const isDemo = async () => (await demo()).password !== null;
  const certificates: CertificateLaw = {
    templates: openCertificateTemplates(),
    ruleSet: () => law.ofCases().ruleSet,
  };
  registerDocuments(api, {
    templates,
    press,
    isDemo,
    files,
    seals: config.sealFolder === null ? null : openSealFolder(config.sealFolder),
    law: ruleSet,
  });
  const access = registerAccess(api, {
    database,
    clock,
    jobs,
    files,
    press,
    law,
    templates,
    certificates,
    isDemo,
    revealLimit,
    askTheLaw,
    restrictions: deps.restrictions,
    permitInForce: deps.permitInForce,
    permitOf: deps.permitOf,
  });
  registerDisclosure(api);
  registerTasks(api, [...taskSources(database), ...access.tasks], {
    kinds: [...rulebookWork, ...documentsWork, ...access.work, ...(deps.work ?? [])],
    law: ruleSet,
  });
  jobs.recurring({
    name: 'clock-recompute',
    seconds: 60 * 60,
    run: () => recomputeClocks(database, clock.now()),
  });
  registerDossiers(
    api,
    [
      enterprisesDossier((code) => classes.get(code) ?? ''),
      parksDossier,
      ...access.dossiers,
      organisationsDossier,
      rulebookDossier(law),
      ...(deps.dossiers ?? []),
    ],
    press,
  );
  app.addHook('onReady', async () => {
    if (await isDemo()) await keepDemoReports(database, files, clock.now());
    await jobs.start();
    await imports.start();
  });
  app.addHook('preClose', () => jobs.stop());
  return app;
}

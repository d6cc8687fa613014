import { describe, expect, it } from 'vitest';
import { ORGANISATION_KINDS, type OrganisationKind } from './organisation-kinds.ts';
import { fixedFields } from '../register.ts';
import {
  can,
  GRANTS,
  mayEver,
  relationsTo,
  rolesFor,
  type Action,
  type Resource,
} from './rights.ts';
import { ROLE_NAMES, ROLES, type Reach, type Role } from './roles.ts';

const reachesOf = (role: Role): readonly Reach[] => ROLES[role].reach;
const grantsOf = (role: Role) => GRANTS.filter(({ roles }) => roles.includes(role));
const mayDo = (role: Role, action: Action) =>
  grantsOf(role).filter(({ actions }) => actions.includes(action));

/** Public bodies, and those who run a park; never a private party with interests of its own. */
const OFFICES_AND_PARKS: readonly OrganisationKind[] = [
  'MUNICIPAL_EEB',
  'COUNTY_EEB',
  'COUNTY_GOV',
  'ECON_INFO_DEPT',
  'TOWN',
  'PARK_OWNER',
  'PARK_LEGAL_ENTITY',
];
const THREE_OFFICERS = ['SYSTEM_OFFICER', 'SECURITY_OFFICER', 'AUDIT_OFFICER'] as const;

describe.each(ROLE_NAMES)('the role %s', (role) => {
  it('is held at one kind of organisation at least, and says its duty in both languages', () => {
    expect(ROLES[role].kinds.length).toBeGreaterThan(0);
    for (const kind of ROLES[role].kinds) expect(ORGANISATION_KINDS).toHaveProperty(kind);
    for (const text of [ROLES[role], ROLES[role].duty]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[A-Z][ -~’]+$/);
    }
  });

  it('reaches further than its own only at an office or a park', () => {
    if (reachesOf(role).every((reach) => reach === 'own')) return;
    expect(ROLES[role].kinds.filter((kind) => !OFFICES_AND_PARKS.includes(kind))).toEqual([]);
  });

  it('is granted only what lies within its reach, so that the database shows it', () => {
    const beyond = grantsOf(role).filter(
      ({ relation }) =>
        relation !== 'platform' &&
        !reachesOf(role).includes(relation === 'home' ? 'own' : relation),
    );
    expect(beyond).toEqual([]);
  });

  it('may read whatever it may export, create, change or approve, by the same relation', () => {
    for (const { resource, relation } of grantsOf(role)) {
      const reads = mayDo(role, 'read').map((grant) => `${grant.resource} ${grant.relation}`);
      expect(reads).toContain(`${resource} ${relation}`);
    }
  });
});

describe('the rights', () => {
  it('keep the three officers from all business', () => {
    const business: readonly Resource[] = [
      'park',
      'park_designation',
      'enterprise',
      'contact',
      'pre_lease_check',
      'rulebook_entry',
      'delegation',
    ];
    for (const role of THREE_OFFICERS) {
      expect(grantsOf(role).filter(({ resource }) => business.includes(resource))).toEqual([]);
      expect(ROLES[role]).toMatchObject({
        secondFactor: true,
        kinds: ['PLATFORM'],
        reach: ['own'],
      });
    }
  });

  it('let nobody else read the security log, and the audit officer change nothing', () => {
    expect(rolesFor('read', 'security_log').toSorted()).toEqual([
      'AUDIT_OFFICER',
      'SECURITY_OFFICER',
    ]);
    const changes: readonly Action[] = ['create', 'update', 'approve'];
    expect(changes.flatMap((action) => mayDo('AUDIT_OFFICER', action))).toEqual([]);
    for (const action of changes) {
      expect(rolesFor(action, 'security_log')).toEqual([]);
    }
  });

  it('let the officer for industry rate parks and touch nothing else', () => {
    for (const action of ['create', 'update'] as const) {
      const touched = mayDo('ECON_OFFICER', action).map(({ resource }) => resource);
      expect(touched).toEqual(['park_designation']);
    }
    expect(mayDo('ECON_OFFICER', 'approve')).toEqual([]);
  });

  it('let other officers of the government look and not touch, but for papers of their own office', () => {
    for (const role of ['GOV_OFFICER', 'INSPECTOR', 'PARK_CHIEF', 'SQUAD_MEMBER'] as const) {
      for (const action of ['create', 'update', 'approve'] as const) {
        // An inspector enters what an after-check found: that is the inspector's own work.
        const own = role === 'INSPECTOR' ? ['document', 'retrofit_check'] : ['document'];
        const others = mayDo(role, action).filter(({ resource }) => !own.includes(resource));
        expect(others).toEqual([]);
      }
    }
  });

  it('leave approving to public offices, and never to a role that only creates', () => {
    for (const { roles, resource, actions } of GRANTS) {
      if (!actions.includes('approve') || resource === 'appointment') continue;
      for (const role of roles) {
        expect(
          ROLES[role].kinds.filter((kind) => !['MUNICIPAL_EEB', 'COUNTY_EEB'].includes(kind)),
        ).toEqual([]);
      }
      // Whoever both creates and approves does so for the work of others only: OWN_WORK refuses
      // the own, and the table asks for a second person (entries.test.ts).
      // A park-wide EIA is created by the park's manager, who approves nothing.
      expect(rolesFor('create', resource).filter((role) => !roles.includes(role))).not.toEqual([]);
    }
  });

  it('let no officer of the platform give a right alone', () => {
    expect(rolesFor('approve', 'appointment')).toEqual(['SECURITY_OFFICER']);
    for (const resource of ['account', 'post', 'organisation'] as const) {
      expect(mayEver({ roles: ['SECURITY_OFFICER'] }, 'create', resource)).toBe(false);
      expect(mayEver({ roles: ['SECURITY_OFFICER'] }, 'update', resource)).toBe(false);
      expect(mayEver({ roles: ['AUDIT_OFFICER'] }, 'read', resource)).toBe(false);
    }
  });

  it('let every house but the platform’s appoint its own people', () => {
    const heads = rolesFor('create', 'post').filter((role) => role !== 'SYSTEM_OFFICER');
    const kinds = heads.flatMap((role) => [...ROLES[role].kinds]);
    const without = Object.keys(ORGANISATION_KINDS).filter(
      (kind) => !kinds.includes(kind as OrganisationKind),
    );
    expect(without).toEqual(['PLATFORM']);
    expect(grantsOf('HOUSE_HEAD').map(({ resource, relation }) => [resource, relation])).toEqual([
      ['post', 'home'],
    ]);
  });

  it('let nobody care for the posts of a house that only lets it act', () => {
    const owner = { role: 'ENTERPRISE_OWNER', home: 'a', orgs: ['a', 'b'] } as const;
    const posts = [{ ...owner, districts: [], parks: [] }];
    const row = (ownerOrg: string) => ({ ownerOrg, districtCode: null, parkId: null });
    for (const resource of ['post', 'delegation'] as const) {
      expect(can({ posts }, 'update', resource, row('a'))).toBe(true);
      expect(can({ posts }, 'update', resource, row('b'))).toBe(false);
    }
  });

  it('give no private party a list of others to take home, and nobody a right to enter itself', () => {
    for (const role of [
      'ENTERPRISE_OWNER',
      'STEWARD',
      'LANDLORD',
      'REVIEWER',
      'COLLECTOR',
    ] as const) {
      // Whom it lets act, or whom it acts for: its own affairs.
      const taken = mayDo(role, 'export').map(({ resource }) => resource);
      expect(taken.filter((resource) => resource !== 'delegation')).toEqual([]);
      expect(mayEver({ roles: [role] }, 'create', 'enterprise')).toBe(false);
    }
  });

  it('show whole names and numbers only to those who read them masked, and to no other department', () => {
    for (const resource of ['contact', 'person'] as const) {
      for (const grant of GRANTS.filter((one) => one.resource === resource)) {
        if (grant.actions.includes('reveal')) expect(grant.actions).toContain('read');
      }
    }
    for (const role of ['GOV_OFFICER', 'ECON_OFFICER', ...THREE_OFFICERS] as const) {
      expect(mayDo(role, 'reveal')).toEqual([]);
    }
  });

  it('leave merging to the bureau, and what is fixed for the own to bureau and park', () => {
    for (const role of rolesFor('merge', 'enterprise')) {
      expect(
        ROLES[role].kinds.every((kind) => ['MUNICIPAL_EEB', 'COUNTY_EEB'].includes(kind)),
      ).toBe(true);
    }
    const row = { ownerOrg: 'a', districtCode: 'b', parkId: 'c' };
    const fixedFor = (role: Role) =>
      fixedFields(
        relationsTo(
          { posts: [{ role, home: 'a', orgs: ['a'], districts: ['b'], parks: ['c'] }] },
          'update',
          'enterprise',
          row,
        ),
      );
    expect(fixedFor('ENTERPRISE_OWNER')).toContain('districtCode');
    expect(fixedFor('STEWARD')).toContain('creditCode');
    expect(fixedFor('PARK_MANAGER')).toEqual([]);
    expect(fixedFor('APPROVAL_OFFICER')).toEqual([]);
  });

  it('never add one post’s right to another post’s reach', () => {
    const none = { home: 'a', orgs: [], districts: [], parks: [] };
    const inspector = { ...none, role: 'INSPECTOR', districts: ['330603'] } as const;
    const approver = { ...none, role: 'APPROVAL_OFFICER', districts: ['330602'] } as const;
    const both = { posts: [inspector, approver] };
    const row = (districtCode: string) => ({ ownerOrg: null, districtCode, parkId: null });
    expect(can(both, 'read', 'enterprise', row('330603'))).toBe(true);
    expect(can(both, 'update', 'enterprise', row('330603'))).toBe(false);
    expect(can(both, 'update', 'enterprise', row('330602'))).toBe(true);
  });

  it('give nobody anything on a row that belongs to nobody, but for the logs of the platform', () => {
    const nobodys = { ownerOrg: null, districtCode: null, parkId: null };
    for (const role of ROLE_NAMES) {
      const post = { role, home: 'a', orgs: ['a'], districts: ['b'], parks: ['c'] };
      for (const { resource, actions, relation } of grantsOf(role)) {
        for (const action of actions) {
          expect(can({ posts: [post] }, action, resource, nobodys)).toBe(relation === 'platform');
        }
      }
    }
  });
});

import { CASE_GRANTS } from './case-grants.ts';
import { CERTIFICATE_GRANTS } from './certificate-grants.ts';
import { COMPLETION_GRANTS } from './completion-grants.ts';
import { CONTACT_GRANTS } from './contact-grants.ts';
import { DOCUMENT_GRANTS } from './document-grants.ts';
import { PERMIT_GRANTS } from './permit-grants.ts';
import { SHARED_DATA_GRANTS } from './shared-data-grants.ts';
import { PARK_EIA_GRANTS } from './park-eia-grants.ts';
import { STOCK_GRANTS } from './stock-grants.ts';
import { WORK_GRANTS } from './work-grants.ts';
import type { Reach, Role } from './roles.ts';

export type Action =
  | 'read'
  | 'export'
  | 'create'
  | 'update'
  | 'import'
  | 'approve'
  | 'reveal'
  | 'lock'
  | 'merge'
  | 'review'
  | 'sign'
  | 'issue';
export type Resource =
  | 'park'
  | 'park_designation'
  | 'enterprise'
  | 'organisation'
  | 'account'
  | 'post'
  | 'contact'
  | 'person'
  | 'data_request'
  | 'appointment'
  | 'delegation'
  | 'pre_lease_check'
  | 'rulebook_entry'
  | 'security_log'
  | 'sign_on_link'
  | 'document'
  | 'served_document'
  | 'certificate'
  | 'issuing_office'
  | 'notification_delivery'
  | 'event_log'
  | 'work_item'
  | 'clock'
  | 'permit'
  | 'shared_dataset'
  | 'citation'
  | 'follow_up'
  | 'major_change'
  | 'park_eia'
  | 'admission'
  | 'stock'
  | 'eia_case'
  | 'case_review'
  | 'case_comment'
  | 'batch'
  | 'completion_acceptance'
  | 'retrofit_check';

/**
 * How a row must be related to the post. `home` is its own organisation and no other that let it
 * act; `platform` is for what belongs to nobody, or is cared for wherever it lies.
 */
export type Relation = Reach | 'home' | 'platform';

export interface Grant {
  readonly roles: readonly Role[];
  readonly actions: readonly Action[];
  readonly resource: Resource;
  readonly relation: Relation;
}

/** Who may do what to which rows. Screens, server and the proof over all endpoints read this. */
export const GRANTS: readonly Grant[] = [
  {
    roles: ['CITY_OFFICER', 'APPROVAL_OFFICER', 'BUREAU_HEAD'],
    actions: ['read', 'export', 'create', 'update'],
    resource: 'park',
    relation: 'territory',
  },
  {
    roles: ['INSPECTOR', 'GOV_OFFICER', 'ECON_OFFICER'],
    actions: ['read', 'export'],
    resource: 'park',
    relation: 'territory',
  },
  {
    roles: ['CITY_OFFICER', 'APPROVAL_OFFICER', 'BUREAU_HEAD', 'ECON_OFFICER'],
    actions: ['read', 'create', 'update'],
    resource: 'park_designation',
    relation: 'territory',
  },
  {
    roles: ['PARK_CHIEF', 'SQUAD_MEMBER', 'PARK_MANAGER'],
    actions: ['read', 'export'],
    resource: 'park',
    relation: 'park',
  },
  {
    roles: ['CITY_OFFICER', 'APPROVAL_OFFICER', 'BUREAU_HEAD'],
    actions: ['read', 'export', 'create', 'update', 'import', 'merge'],
    resource: 'enterprise',
    relation: 'territory',
  },
  {
    roles: ['INSPECTOR', 'GOV_OFFICER', 'ECON_OFFICER'],
    actions: ['read', 'export'],
    resource: 'enterprise',
    relation: 'territory',
  },
  {
    roles: ['PARK_MANAGER'],
    actions: ['read', 'export', 'create', 'update', 'import'],
    resource: 'enterprise',
    relation: 'park',
  },
  {
    roles: ['PARK_CHIEF', 'SQUAD_MEMBER'],
    actions: ['read', 'export'],
    resource: 'enterprise',
    relation: 'park',
  },
  {
    roles: ['ENTERPRISE_OWNER', 'STEWARD'],
    actions: ['read', 'update'],
    resource: 'enterprise',
    relation: 'own',
  },
  {
    roles: ['PARK_MANAGER', 'LANDLORD'],
    actions: ['read', 'create'],
    resource: 'pre_lease_check',
    relation: 'own',
  },
  {
    roles: ['APPROVAL_OFFICER', 'INSPECTOR', 'BUREAU_HEAD', 'CITY_OFFICER'],
    actions: ['read', 'export'],
    resource: 'pre_lease_check',
    relation: 'territory',
  },
  {
    roles: ['PARK_CHIEF', 'SQUAD_MEMBER', 'PARK_MANAGER'],
    actions: ['read', 'export'],
    resource: 'pre_lease_check',
    relation: 'park',
  },
  {
    roles: ['APPROVAL_OFFICER', 'CITY_OFFICER'],
    actions: ['read', 'export', 'create'],
    resource: 'rulebook_entry',
    relation: 'territory',
  },
  {
    roles: ['BUREAU_HEAD'],
    actions: ['read', 'export', 'create', 'approve'],
    resource: 'rulebook_entry',
    relation: 'territory',
  },
  {
    roles: ['CITY_OFFICER'],
    actions: ['approve'],
    resource: 'rulebook_entry',
    relation: 'territory',
  },
  ...CONTACT_GRANTS,
  {
    roles: ['SECURITY_OFFICER'],
    actions: ['read', 'export', 'update'],
    resource: 'data_request',
    relation: 'platform',
  },
  {
    roles: ['AUDIT_OFFICER'],
    actions: ['read', 'export'],
    resource: 'data_request',
    relation: 'platform',
  },
  {
    roles: [
      'CITY_OFFICER',
      'BUREAU_HEAD',
      'PARK_MANAGER',
      'LANDLORD',
      'ENTERPRISE_OWNER',
      'HOUSE_HEAD',
    ],
    actions: ['read', 'create', 'update'],
    resource: 'post',
    relation: 'home',
  },
  {
    roles: ['CITY_OFFICER', 'BUREAU_HEAD', 'PARK_MANAGER'],
    actions: ['export'],
    resource: 'post',
    relation: 'home',
  },
  {
    roles: ['SYSTEM_OFFICER'],
    actions: ['read', 'export', 'create', 'update'],
    resource: 'post',
    relation: 'platform',
  },
  {
    roles: ['SYSTEM_OFFICER'],
    actions: ['read', 'export', 'create', 'update'],
    resource: 'organisation',
    relation: 'platform',
  },
  {
    roles: ['SYSTEM_OFFICER'],
    actions: ['read', 'export', 'create', 'update', 'lock'],
    resource: 'account',
    relation: 'platform',
  },
  {
    roles: ['SECURITY_OFFICER'],
    actions: ['read', 'export', 'lock'],
    resource: 'account',
    relation: 'platform',
  },
  {
    roles: ['SYSTEM_OFFICER'],
    actions: ['read', 'export'],
    resource: 'appointment',
    relation: 'platform',
  },
  {
    roles: ['SECURITY_OFFICER'],
    actions: ['read', 'export', 'approve'],
    resource: 'appointment',
    relation: 'platform',
  },
  {
    roles: ['ENTERPRISE_OWNER'],
    actions: ['read', 'export', 'create', 'update'],
    resource: 'delegation',
    relation: 'home',
  },
  { roles: ['STEWARD'], actions: ['read', 'export'], resource: 'delegation', relation: 'own' },
  {
    roles: ['AUDIT_OFFICER', 'SECURITY_OFFICER'],
    actions: ['read', 'export'],
    resource: 'security_log',
    relation: 'platform',
  },
  {
    roles: ['AUDIT_OFFICER'],
    actions: ['read', 'export'],
    resource: 'event_log',
    relation: 'platform',
  },
  {
    roles: ['SYSTEM_OFFICER'],
    actions: ['read', 'export', 'update'],
    resource: 'sign_on_link',
    relation: 'platform',
  },
  ...DOCUMENT_GRANTS,
  ...CERTIFICATE_GRANTS,
  {
    roles: ['SYSTEM_OFFICER'],
    actions: ['read', 'update'],
    resource: 'notification_delivery',
    relation: 'platform',
  },
  ...WORK_GRANTS,
  ...PERMIT_GRANTS,
  ...SHARED_DATA_GRANTS,
  ...PARK_EIA_GRANTS,
  ...STOCK_GRANTS,
  ...CASE_GRANTS,
  ...COMPLETION_GRANTS,
];

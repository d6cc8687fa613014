import type { Resource } from '@ludao/contracts';
import type { IconName } from '../ui/desk/icons.tsx';

export interface Entry {
  readonly to:
    | '/'
    | '/inbox'
    | '/parks'
    | '/enterprises'
    | '/pre-lease'
    | '/permits'
    | '/park-eias'
    | '/admissions'
    | '/stock'
    | '/citing'
    | '/citations'
    | '/cases'
    | '/batches'
    | '/retrofits'
    | '/completions'
    | '/effects'
    | '/documents'
    | '/volumes'
    | '/received'
    | '/document-settings'
    | '/rulebook'
    | '/posts'
    | '/delegations'
    | '/organisations'
    | '/accounts'
    | '/appointments'
    | '/security-log'
    | '/message-deliveries'
    | '/event-log'
    | '/personal-data'
    | '/sign-on/accounts';
  readonly icon: IconName;
  /** A key of the desk's texts. */
  readonly text: string;
  readonly reads?: Resource;
  /** Only for whoever may make something of the kind. */
  readonly creates?: Resource;
  /** Only for whoever may change such a thing. */
  readonly plans?: Resource;
  /** For whoever may pass on such rows, not only see the own ones. */
  readonly exports?: Resource;
  /** Only for whoever holds a post, or stands in. */
  readonly atPost?: true;
  /** Only where an office's own sign-on is set up. */
  readonly withSignOn?: true;
}

/** What belongs together, under a heading of the desk's texts. */
export interface Group {
  readonly text: string | null;
  readonly entries: readonly Entry[];
}

export const GROUPS: readonly Group[] = [
  {
    text: null,
    entries: [
      { to: '/', icon: 'home', text: 'home' },
      { to: '/inbox', icon: 'check', text: 'inbox', atPost: true },
    ],
  },
  {
    text: 'navPlaces',
    entries: [
      { to: '/parks', icon: 'park', text: 'parks', reads: 'park' },
      { to: '/enterprises', icon: 'enterprise', text: 'enterprises', reads: 'enterprise' },
      { to: '/pre-lease', icon: 'lease', text: 'preLease', reads: 'pre_lease_check' },
      { to: '/park-eias', icon: 'leaf', text: 'parkEias', reads: 'park_eia' },
      { to: '/admissions', icon: 'enter', text: 'admissions', reads: 'admission' },
      { to: '/stock', icon: 'received', text: 'stock', reads: 'stock' },
    ],
  },
  {
    text: 'navAccess',
    entries: [
      { to: '/cases', icon: 'edit', text: 'cases', reads: 'eia_case' },
      { to: '/batches', icon: 'calendar', text: 'batches', plans: 'batch' },
      { to: '/retrofits', icon: 'swap', text: 'retrofits', reads: 'eia_case' },
      { to: '/completions', icon: 'works', text: 'completions', reads: 'completion_acceptance' },
      { to: '/permits', icon: 'shield', text: 'permits', reads: 'permit' },
      { to: '/citing', icon: 'link', text: 'citing', creates: 'citation' },
      { to: '/citations', icon: 'file', text: 'citations', reads: 'citation' },
      { to: '/effects', icon: 'effect', text: 'effects', exports: 'eia_case' },
    ],
  },
  {
    text: 'navPapers',
    entries: [
      { to: '/documents', icon: 'paper', text: 'documents', reads: 'document' },
      { to: '/volumes', icon: 'file', text: 'volumes', reads: 'document' },
      { to: '/received', icon: 'received', text: 'received', reads: 'served_document' },
      { to: '/document-settings', icon: 'seal', text: 'documentSettings', reads: 'issuing_office' },
    ],
  },
  {
    text: 'navHouse',
    entries: [
      { to: '/rulebook', icon: 'rulebook', text: 'rulebook', reads: 'rulebook_entry' },
      { to: '/posts', icon: 'people', text: 'posts', reads: 'post' },
      { to: '/delegations', icon: 'hand', text: 'delegations', reads: 'delegation' },
      { to: '/organisations', icon: 'park', text: 'organisations', reads: 'organisation' },
      { to: '/accounts', icon: 'key', text: 'accounts', reads: 'account' },
      { to: '/appointments', icon: 'check', text: 'appointments', reads: 'appointment' },
      {
        to: '/sign-on/accounts',
        icon: 'link',
        text: 'signOn',
        reads: 'sign_on_link',
        withSignOn: true,
      },
      { to: '/personal-data', icon: 'shield', text: 'personalData', reads: 'data_request' },
    ],
  },
  {
    text: 'navRecords',
    entries: [
      { to: '/security-log', icon: 'log', text: 'securityLog', reads: 'security_log' },
      { to: '/event-log', icon: 'log', text: 'eventLog', reads: 'event_log' },
      {
        to: '/message-deliveries',
        icon: 'bell',
        text: 'deliveries',
        reads: 'notification_delivery',
      },
    ],
  },
];

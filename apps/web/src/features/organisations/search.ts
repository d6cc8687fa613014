import {
  AccountQuery,
  AppointmentQuery,
  ColleagueQuery,
  EventLogQuery,
  OrganisationQuery,
  PostQuery,
  SecurityLogQuery,
} from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

/** What a control changes; undefined takes a condition away. */
export type Conditions<Search> = { [K in keyof Search]?: Search[K] | undefined };

export type PostSearch = Partial<Omit<PostQuery, 'size'>>;
export const readPostSearch = (raw: Record<string, unknown>) =>
  readSearch(PostQuery.omit({ size: true }), raw) as PostSearch;

export type ColleagueSearch = Partial<ColleagueQuery> & { readonly page?: number };
export const readColleagueSearch = (raw: Record<string, unknown>) =>
  readSearch(ColleagueQuery.extend({ page: PostQuery.shape.page }), raw) as ColleagueSearch;

export type OrganisationSearch = Partial<Omit<OrganisationQuery, 'size'>>;
export const readOrganisationSearch = (raw: Record<string, unknown>) =>
  readSearch(OrganisationQuery.omit({ size: true }), raw) as OrganisationSearch;

export type AccountSearch = Partial<Omit<AccountQuery, 'size'>>;
export const readAccountSearch = (raw: Record<string, unknown>) =>
  readSearch(AccountQuery.omit({ size: true }), raw) as AccountSearch;

export type AppointmentSearch = Partial<Omit<AppointmentQuery, 'size'>>;
export const readAppointmentSearch = (raw: Record<string, unknown>) =>
  readSearch(AppointmentQuery.omit({ size: true }), raw) as AppointmentSearch;

export type LogSearch = Partial<Omit<SecurityLogQuery, 'size'>>;
export const readLogSearch = (raw: Record<string, unknown>) =>
  readSearch(SecurityLogQuery.omit({ size: true }), raw) as LogSearch;

export type EventSearch = EventLogQuery;
export const readEventSearch = (raw: Record<string, unknown>) => readSearch(EventLogQuery, raw);

/** The one house that a page of the system officer is about. */
export function readHouse({ org }: Record<string, unknown>): { org?: string } {
  return typeof org === 'string' && /^[0-9a-f-]{36}$/.test(org) ? { org } : {};
}

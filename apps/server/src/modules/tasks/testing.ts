import type { AboutSubject, Owner } from './clocks/model.ts';
import type { Acting, ClockStart } from './clocks/service.ts';
import type { NewWorkItem, WorkKind } from './inbox/model.ts';

export const SOME_WORK: WorkKind = { code: 'test.work', zh: '测试事项', en: 'Work of a test' };

export function actingAt(instant: string, over: Partial<Acting> = {}): Acting {
  return { actor: 'system:test', office: null, now: new Date(instant), causeId: 'test', ...over };
}

export function aStart(
  office: { readonly id: string; readonly districtCode: string },
  over: Partial<ClockStart> & { readonly subject: AboutSubject },
): ClockStart {
  const owner: Owner = { ownerOrg: office.id, districtCode: office.districtCode, parkId: null };
  return { clock: 'C03', length: 'FORM', owner, officeOrg: office.id, ...over };
}

export function anItem(
  office: { readonly id: string; readonly districtCode: string },
  over: Partial<NewWorkItem> & { readonly subject: AboutSubject },
): NewWorkItem {
  return {
    kind: SOME_WORK,
    title: '演示报告表',
    org: office.id,
    place: { districtCode: office.districtCode, parkId: null },
    role: 'APPROVAL_OFFICER',
    to: '/rulebook',
    ...over,
  };
}

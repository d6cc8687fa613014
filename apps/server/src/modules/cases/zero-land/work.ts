import type { WorkKind } from '../../tasks/index.ts';

export const CHECK: WorkKind = {
  code: 'retrofit.check',
  zh: '零土地技改事后核查',
  en: 'After-check of a retrofit',
};
export const VOIDING: WorkKind = {
  code: 'retrofit.void',
  zh: '零土地技改与申报不符，待认定',
  en: 'Retrofit not as declared, to be decided',
};
export const PERMIT: WorkKind = {
  code: 'retrofit.permit',
  zh: '零土地技改涉及的排污许可变更',
  en: 'Permit to be changed after a retrofit',
};
export const OUTSIDE: WorkKind = {
  code: 'retrofit.enter_outside',
  zh: '零土地技改官方备案号待登记',
  en: 'Official number of a retrofit to be entered',
};
export const retrofitWork: readonly WorkKind[] = [CHECK, VOIDING, PERMIT, OUTSIDE];

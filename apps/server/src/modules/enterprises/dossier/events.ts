import type { EventTeller } from '../../dossier/index.ts';

/** What else happens to an enterprise; each is told by its name alone. */
export const OTHER_EVENTS: Readonly<Record<string, EventTeller>> = {
  'enterprise.moved_out': { name: { zh: '登记迁出园区', en: 'Moved out of the park' } },
  'enterprise.merged': { name: { zh: '并入另一条重复登记', en: 'Took over a second entry' } },
  'enterprise.merged_into': { name: { zh: '并入另一份档案', en: 'Merged into another file' } },
  'enterprise.merge_undone': { name: { zh: '撤销合并', en: 'Merge undone' } },
  'enterprise.split_off': { name: { zh: '恢复为单独档案', en: 'A file of its own again' } },
  'contact.entered': { name: { zh: '登记联系人', en: 'Contact registered' } },
  'contact.changed': { name: { zh: '修改联系人', en: 'Contact changed' } },
  'contact.ended': { name: { zh: '联系人离任', en: 'Contact left' } },
  'contact.taken_over': {
    name: { zh: '联系人随合并转入', en: 'Contact came with a merged entry' },
  },
  'contact.given_back': {
    name: { zh: '联系人随撤销合并转回', en: 'Contact given back when the merge was undone' },
  },
  'contact.erased': { name: { zh: '清除联系人信息', en: 'Contact blanked' } },
};

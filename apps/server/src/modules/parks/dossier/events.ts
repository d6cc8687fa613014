import type { EventTeller } from '../../dossier/index.ts';

/** What happens to a park; each is told by its name alone. */
export const PARK_EVENTS: Readonly<Record<string, EventTeller>> = {
  'park.registered': { name: { zh: '登记入册', en: 'Registered' } },
  'park.changed': { name: { zh: '修改基本情况', en: 'Facts changed' } },
  'park.building_entered': { name: { zh: '登记楼栋', en: 'Building entered' } },
  'park.building_changed': { name: { zh: '修改楼栋与单元', en: 'Building or units changed' } },
  'park.posts_assigned': { name: { zh: '安排园区长与小分队', en: 'Chief and squad assigned' } },
  'park.designation_entered': { name: { zh: '登记认定', en: 'Designation entered' } },
  'park.designation_ended': { name: { zh: '提前终止认定', en: 'Designation ended early' } },
};

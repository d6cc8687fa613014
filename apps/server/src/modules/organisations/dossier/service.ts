import { ROLES, type DossierKind, type Role } from '@ludao/contracts';
import { block, cell, type DossierContribution, type DossierSection } from '../../dossier/index.ts';
import { listResponsible } from './store.ts';

/** Whom the reader of a file turns to, the nearest first. */
const RESPONSIBLE: readonly Role[] = [
  'PARK_MANAGER',
  'PARK_CHIEF',
  'SQUAD_MEMBER',
  'APPROVAL_OFFICER',
  'INSPECTOR',
  'BUREAU_HEAD',
];
const COLUMNS = [
  { zh: '职责', en: 'Role' },
  { zh: '单位', en: 'Office' },
  { zh: '岗位', en: 'Post' },
];
const NONE = {
  zh: '还没有公开的责任岗位。',
  en: 'No responsible post is published yet.',
};

/** Posts are named, the people who hold them are not: they change, and are personal data. */
function responsibleOf(kind: DossierKind, order: number): DossierSection {
  return {
    key: 'responsible',
    title: { zh: '责任岗位', en: 'Responsible posts' },
    order,
    of: kind,
    right: { action: 'read', resource: kind },
    load: async (tx, { districtCode, owned }, { asOf }) => {
      const posts = await listResponsible(tx, {
        district: districtCode,
        parkId: owned.parkId,
        asOf,
        countyKinds: ['COUNTY_EEB'],
        roles: RESPONSIBLE,
      });
      const rows = posts.map(({ role, title, organisation }) => [
        cell.words(ROLES[role]),
        cell.text(organisation),
        cell.text(title),
      ]);
      return [block.table(COLUMNS, rows, NONE)];
    },
  };
}

export const organisationsDossier: DossierContribution = {
  sections: [responsibleOf('enterprise', 600), responsibleOf('park', 700)],
};

import {
  ACCOUNT_STATES,
  DISTRICTS,
  ORGANISATION_KINDS,
  type AccountRow,
  type OrganisationRow,
} from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

export function writeOrganisations(rows: readonly OrganisationRow[]): Promise<Buffer> {
  return writeSheet({
    title: '机构名单',
    columns: [
      { key: 'name', heading: '机构名称', type: 'text', width: 40 },
      { key: 'creditCode', heading: '统一社会信用代码', type: 'text', width: 24 },
      { key: 'kind', heading: '机构类型', type: 'text', width: 20 },
      { key: 'district', heading: '所在区县', type: 'text', width: 14 },
      { key: 'territory', heading: '管辖区县', type: 'text', width: 30 },
      { key: 'people', heading: '人数', type: 'number', width: 8 },
    ],
    rows: rows.map((row) => ({
      ...row,
      kind: ORGANISATION_KINDS[row.kind].zh,
      district: countyOf(row.districtCode),
      territory: row.territory.map(countyOf).join('、'),
    })),
  });
}

export function writeAccounts(rows: readonly AccountRow[]): Promise<Buffer> {
  return writeSheet({
    title: '账号名单',
    columns: [
      { key: 'name', heading: '姓名', type: 'text', width: 16 },
      { key: 'signInName', heading: '用户名', type: 'text', width: 20 },
      { key: 'organisation', heading: '单位', type: 'text', width: 36 },
      { key: 'posts', heading: '岗位', type: 'text', width: 36 },
      { key: 'state', heading: '状态', type: 'text', width: 14 },
      { key: 'secondFactor', heading: '二次验证', type: 'text', width: 12 },
      { key: 'lastSignIn', heading: '最近登录', type: 'moment', width: 22 },
    ],
    rows: rows.map((row) => ({
      ...row,
      organisation: row.organisation.name,
      posts: row.posts.join('、'),
      state: ACCOUNT_STATES[row.state].zh,
      secondFactor: row.secondFactor ? '已设置' : '未设置',
    })),
  });
}

function countyOf(code: string): string {
  return code in DISTRICTS ? DISTRICTS[code as keyof typeof DISTRICTS].zh : code;
}

import {
  DATA_REQUEST_KINDS,
  DATA_REQUEST_STATES,
  DISTRICTS,
  ORGANISATION_KINDS,
  type DataRequest,
  type ErasedPersons,
  type ExpiredData,
} from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

/** Masked as the list shows it. */
export function writeDataRequests(rows: readonly DataRequest[]): Promise<Buffer> {
  return writeSheet({
    title: '个人信息申请',
    columns: [
      { key: 'kind', heading: '申请事项', type: 'text', width: 20 },
      { key: 'name', heading: '姓名（已脱敏）', type: 'text', width: 16 },
      { key: 'phone', heading: '电话（已脱敏）', type: 'text', width: 18 },
      { key: 'signInName', heading: '用户名', type: 'text', width: 20 },
      { key: 'of', heading: '单位类型', type: 'text', width: 20 },
      { key: 'words', heading: '申请内容', type: 'text', width: 50 },
      { key: 'askedAt', heading: '申请时间', type: 'moment', width: 22 },
      { key: 'dueOn', heading: '办理期限', type: 'date', width: 14 },
      { key: 'state', heading: '状态', type: 'text', width: 12 },
      { key: 'answeredAt', heading: '答复时间', type: 'moment', width: 22 },
      { key: 'answer', heading: '答复', type: 'text', width: 50 },
    ],
    rows: rows.map(({ person, ...row }) => ({
      ...row,
      kind: DATA_REQUEST_KINDS[row.kind].zh,
      name: person.name,
      phone: person.phone,
      signInName: person.signInName,
      of: ORGANISATION_KINDS[person.organisationKind].zh,
      state: DATA_REQUEST_STATES[row.state].zh,
    })),
  });
}

export function writeErasedPersons({ persons }: ErasedPersons): Promise<Buffer> {
  return writeSheet({
    title: '已注销人员',
    columns: [
      { key: 'erasedAt', heading: '注销时间', type: 'moment', width: 22 },
      { key: 'of', heading: '单位类型', type: 'text', width: 20 },
      { key: 'posts', heading: '曾任岗位', type: 'text', width: 40 },
      { key: 'by', heading: '办理方式', type: 'text', width: 14 },
      { key: 'reason', heading: '理由', type: 'text', width: 50 },
    ],
    rows: persons.map(({ erasedAt, organisationKind, posts, by, reason }) => ({
      erasedAt,
      of: ORGANISATION_KINDS[organisationKind].zh,
      posts: posts.join('、'),
      by: by === 'self' ? '本人注销' : '管理员注销',
      reason,
    })),
  });
}

const EXPIRING = { person: '人员', contact: '联系人', request: '申请内容' } as const;

/** Masked as the list shows it. */
export function writeExpiredData({ expired }: ExpiredData): Promise<Buffer> {
  return writeSheet({
    title: '到期未清除',
    columns: [
      { key: 'kind', heading: '类别', type: 'text', width: 14 },
      { key: 'name', heading: '姓名（已脱敏）', type: 'text', width: 16 },
      { key: 'of', heading: '单位类型', type: 'text', width: 20 },
      { key: 'district', heading: '所在区县', type: 'text', width: 14 },
      { key: 'endedOn', heading: '起算日', type: 'date', width: 14 },
      { key: 'dueOn', heading: '到期日', type: 'date', width: 14 },
    ],
    rows: expired.map(({ kind, name, organisationKind, districtCode, endedOn, dueOn }) => ({
      kind: EXPIRING[kind],
      name,
      of: organisationKind && ORGANISATION_KINDS[organisationKind].zh,
      district:
        districtCode in DISTRICTS
          ? DISTRICTS[districtCode as keyof typeof DISTRICTS].zh
          : districtCode,
      endedOn,
      dueOn,
    })),
  });
}

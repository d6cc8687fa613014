import type { SignOnAccount } from '@ludao/contracts';
import { writeSheet } from '../../../../platform/excel/index.ts';

const LINKED_BY = { OWN: '本人关联', CLAIM: '按登记信息自动关联' } as const;

export function writeSignOnAccounts(rows: readonly SignOnAccount[]): Promise<Buffer> {
  return writeSheet({
    title: '单点登录关联',
    columns: [
      { key: 'name', heading: '姓名', type: 'text', width: 16 },
      { key: 'organisation', heading: '单位', type: 'text', width: 36 },
      { key: 'signInName', heading: '用户名', type: 'text', width: 20 },
      { key: 'staffNumber', heading: '工号', type: 'text', width: 14 },
      { key: 'linkedAt', heading: '关联时间', type: 'moment', width: 22 },
      { key: 'linkedBy', heading: '关联方式', type: 'text', width: 22 },
      { key: 'usedAt', heading: '最近使用', type: 'moment', width: 22 },
      { key: 'state', heading: '账号状态', type: 'text', width: 12 },
    ],
    rows: rows.map(({ linkedBy, disabled, ...row }) => ({
      ...row,
      linkedBy: linkedBy && LINKED_BY[linkedBy],
      state: disabled ? '已停用' : '正常',
    })),
  });
}

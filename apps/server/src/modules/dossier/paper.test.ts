import type { DossierView } from '@ludao/contracts';
import { encode } from 'uqr';
import { afterAll, expect, it } from 'vitest';
import { openPdfPress } from '../../platform/pdf.ts';
import { block, cell } from './cell.ts';
import { attachmentOf, paperOf, TEMPLATE } from './paper.ts';

const press = openPdfPress();
afterAll(() => press.close());

const ID = '53cb3dcd-6a65-4df8-a8ff-ae2fc1abf1f1';
const ADDRESS = `https://example.org/desk/enterprises/${ID}/file`;
const words = (zh: string) => ({ zh, en: zh });

/** Every kind of block and value once, with text that looks like source. */
const FILE: DossierView = {
  subject: {
    kind: 'enterprise',
    id: ID,
    name: '演示 #panic("x") *厂*',
    creditCode: '91330603DEM000157H',
    districtCode: '330603',
  },
  asOf: '2026-11-25',
  digest: 'd065a4d0'.repeat(8),
  demo: true,
  sections: [
    {
      key: 'all',
      title: words('样样都有'),
      fault: null,
      blocks: [
        block.facts(
          [words('文字'), cell.text('乙方')],
          [words('行业'), [cell.industry('2231', '纸和纸板容器制造')]],
          [words('区县'), cell.county('330603')],
          [words('面积'), cell.number(7400, words('平方米'))],
          [words('没填'), []],
        ),
        block.table(
          [words('期限'), words('状态'), words('依据')],
          [
            [
              cell.span('2024-07-01', '2027-06-30'),
              cell.mark('good', words('有效')),
              cell.link('演示〔2024〕10号', 'pre_lease', ID),
            ],
          ],
          words('空表'),
        ),
        block.table([words('列')], [], words('一行也没有')),
        block.note(words('附注一句')),
        {
          kind: 'timeline',
          next: '7',
          events: [
            {
              id: 'enterprise/1@2',
              name: words('修改登记信息'),
              occurredAt: '2026-11-24T16:30:00.000Z',
              recordedAt: '2026-11-24T16:30:00.000Z',
              actor: null,
              facts: [{ name: words('地址'), was: cell.text('旧路'), value: cell.text('新路') }],
            },
          ],
        },
      ],
    },
    { key: 'broken', title: words('坏的一栏'), blocks: [], fault: 'INTERNAL_ERROR' },
  ],
};
const BY = { personName: '演示审批人员', posts: [] };

it('says on paper all that the page says, who printed it and when, and leads back by its code', async () => {
  const now = new Date('2026-11-25T14:17:00Z');
  const paper = paperOf(FILE, { by: BY, now, address: ADDRESS });
  const said = JSON.stringify(paper);
  const wanted = [
    '乙方',
    '2231 纸和纸板容器制造',
    '柯桥区',
    '7,400 平方米',
    '未填报',
    '有效',
    '坏的一栏',
    '2024年7月1日 至 2027年6月30日',
    '演示〔2024〕10号',
    '一行也没有',
    '附注一句',
    '旧路',
    '新路',
    '2026年11月25日 00:30',
    '2026年11月25日 22:17',
    '演示审批人员',
    FILE.digest,
    '演示数据',
    '这一部分没有取到',
    '更早的记录',
  ];
  for (const text of wanted) {
    expect(said).toContain(text);
  }
  const { data } = encode(ADDRESS, { ecc: 'M', border: 0 });
  expect(paper.qr.rows).toEqual(data.map((row) => row.map(Number).join('')));
  const pdf = await press.print(TEMPLATE, paper);
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

it('has a name that every browser can save', () => {
  const subject = { ...FILE.subject, name: `"甲's"厂*(1)` };
  const header = attachmentOf({ ...FILE, subject });
  expect(header).toMatch(
    /^attachment; filename="file-2026-11-25\.pdf"; filename\*=UTF-8''[\w%.-]+$/,
  );
  expect(decodeURIComponent(header.split("''")[1]!)).toBe(`一企一档-"甲's"厂*(1)-2026-11-25.pdf`);
});

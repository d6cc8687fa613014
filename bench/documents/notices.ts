import { pickOne, type Random } from '../measure/random.ts';

/** What a notice of two pages says, whoever sets it. */
export interface Notice {
  readonly issuer: string;
  readonly number: string;
  readonly title: string;
  readonly addressee: string;
  readonly body: readonly string[];
  readonly day: string;
  readonly contact: string;
  readonly verification: string;
}

/** Of the address in the code on the paper. */
export const ORIGIN = 'https://demo.example';
const PARAGRAPHS = 7;
const SENTENCES = 3;
const DIGITS = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const WHO = ['你单位', '运维单位', '园区管理机构', '设施负责人', '当班人员'];
const WHAT = ['废气治理设施', '污水处理站', '危险废物贮存间', '喷涂车间', '雨水排放口', '应急池'];
const HOW = ['开展检修并留存记录', '核对台账与现场是否一致', '更换已失效的活性炭', '补齐标识标牌'];

/** Notices of an invented office, each with a text of its own so that nothing set before helps. */
export function drawNotices(count: number, random: Random): Notice[] {
  const digit = () => Math.floor(random() * 10);
  const sentence = () =>
    `${pickOne(WHO, random)}应当于${1 + digit()}日内对${pickOne(WHAT, random)}${pickOne(HOW, random)}`;
  const paragraph = (at: number) =>
    `${at + 1}、${Array.from({ length: SENTENCES }, sentence).join('，')}。`;
  return Array.from({ length: count }, (_, at) => ({
    issuer: '演示市生态环境局',
    number: `演环柯桥告〔2026〕${at + 1}号`,
    title: `关于${pickOne(WHAT, random)}检修的告知书`,
    addressee: `演示企业${digit()}${digit()}${digit()}号有限公司`,
    body: Array.from(Array(PARAGRAPHS).keys(), paragraph),
    day: '2026-11-25',
    contact: '演示路1号，电话12345',
    verification: Array.from({ length: 26 }, () => pickOne(DIGITS, random)).join(''),
  }));
}

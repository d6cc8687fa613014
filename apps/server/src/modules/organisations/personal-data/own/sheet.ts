import {
  CONTACT_KINDS,
  DATA_REQUEST_KINDS,
  DATA_REQUEST_STATES,
  NOTIFICATION_KINDS,
  notificationText,
  PLACES,
  REVEAL_REASONS,
  type MyDataCopy,
} from '@ludao/contracts';
import { writeSheet } from '../../../../platform/excel/index.ts';

interface Line {
  readonly part: string;
  readonly what: string;
  readonly value: string;
  readonly at: string;
}

/** The person's copy for reading: one line for each thing that is kept, then what it is kept for. */
export function writeMyData({ data, fields }: MyDataCopy): Promise<Buffer> {
  return writeSheet({
    title: '我的个人信息',
    columns: [
      { key: 'part', heading: '类别', type: 'text', width: 20 },
      { key: 'what', heading: '项目', type: 'text', width: 36 },
      { key: 'value', heading: '内容', type: 'text', width: 60 },
      { key: 'at', heading: '时间', type: 'text', width: 26 },
    ],
    rows: linesOf(data),
    notes: {
      title: '用途和保存期限',
      lines: fields.map(
        ({ name, purpose, basis, term }) => `${name}：${purpose}。${basis}。${term}。`,
      ),
    },
  });
}

function linesOf(data: MyDataCopy['data']): Line[] {
  const { person, account } = data;
  const line = (part: string, what: string, value: string | null, at = ''): Line => ({
    part,
    what,
    value: value ?? '',
    at,
  });
  const span = (from: string, to: string | null) => (to ? `${from} 至 ${to}` : `${from} 起`);
  const moment = (at: string) => CHINA_TIME.format(new Date(at));
  return [
    line('本人', '姓名', person.name),
    line('本人', '手机号', person.phone),
    line('本人', '单位', person.organisation),
    line('账号', '用户名', account.signInName),
    line('账号', '登录手机号', account.phone),
    line('账号', '工号', account.staffNumber),
    ...account.signOn.map((subject) => line('账号', '统一身份认证', subject)),
    line('账号', '二次验证', account.secondFactor ? '已设置' : '未设置'),
    line('消息', '邮箱', data.messages.email),
    line('消息', '待确认的邮箱', data.messages.pendingEmail),
    ...data.messages.choices.map(({ kind, place, on }) =>
      line('消息设置', `${NOTIFICATION_KINDS[kind].name.zh} ${PLACES[place].zh}`, on ? '开' : '关'),
    ),
    ...data.messages.received.map((message) =>
      line(
        '消息',
        notificationText(message, 'zh', (day) => day),
        message.readAt ? '已读' : '未读',
        moment(message.createdAt),
      ),
    ),
    ...data.posts.map(({ title, organisation, part, from, to }) =>
      line('岗位', `${organisation} ${title}`, `${part} 角`, span(from, to)),
    ),
    ...data.absences.map(({ firstDay, lastDay }) =>
      line('不在岗', '', '', span(firstDay, lastDay)),
    ),
    ...data.contacts.map(({ of, kind, jobTitle, phone, from, to }) =>
      line(
        '联系人',
        `${of} ${CONTACT_KINDS[kind].zh}`,
        [jobTitle, phone].filter(Boolean).join(' '),
        span(from, to),
      ),
    ),
    ...data.reveals.map(({ at, by, as, reason, words }) =>
      line('谁查看过', `${by}（${as}）`, `${REVEAL_REASONS[reason].zh}：${words}`, moment(at)),
    ),
    ...data.sessions.map(({ startedAt, address, agent }) =>
      line('登录中', address, agent, moment(startedAt)),
    ),
    ...data.log.map(({ at, kind, address }) => line('安全日志', kind, address, moment(at))),
    ...data.requests.map(({ kind, words, state, answer, askedAt }) =>
      line(
        '申请',
        `${DATA_REQUEST_KINDS[kind].zh}（${DATA_REQUEST_STATES[state].zh}）`,
        [words, answer].filter(Boolean).join(' → '),
        moment(askedAt),
      ),
    ),
  ];
}

const CHINA_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

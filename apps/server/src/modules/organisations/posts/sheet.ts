import { POST_COLUMNS, POST_STATES, ROLES, type Colleague, type PostRow } from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

const { title, role, organisation, park, holder, standIn, state } = POST_COLUMNS;

/** The list as an office passes it on. */
export function writePosts(rows: readonly PostRow[]): Promise<Buffer> {
  return writeSheet({
    title: '岗位名单',
    columns: [
      { key: 'title', heading: title.zh, type: 'text', width: 28 },
      { key: 'role', heading: role.zh, type: 'text', width: 18 },
      { key: 'organisation', heading: organisation.zh, type: 'text', width: 30 },
      { key: 'park', heading: park.zh, type: 'text', width: 30 },
      { key: 'holder', heading: holder.zh, type: 'text', width: 16 },
      { key: 'standIn', heading: standIn.zh, type: 'text', width: 16 },
      { key: 'state', heading: state.zh, type: 'text', width: 16 },
    ],
    rows: rows.map((row) => ({
      title: row.title,
      role: ROLES[row.role].zh,
      organisation: row.organisation.name,
      park: row.park ?? '',
      holder: row.holder?.name ?? '',
      standIn: row.standIn?.name ?? '',
      state: POST_STATES[row.state].zh,
    })),
  });
}

/** People of a house, with what they hold and until when they are away. */
export function writeColleagues(rows: readonly Colleague[]): Promise<Buffer> {
  return writeSheet({
    title: '人员名单',
    columns: [
      { key: 'name', heading: '姓名', type: 'text', width: 16 },
      { key: 'posts', heading: '岗位', type: 'text', width: 50 },
      { key: 'absentUntil', heading: '缺勤至', type: 'date', width: 14 },
    ],
    rows: rows.map(({ name, posts, absentUntil }) => ({
      name,
      posts: posts.map((post) => `${post.title}（${post.part} 角）`).join('、'),
      absentUntil,
    })),
  });
}

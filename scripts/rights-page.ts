import {
  GRANTS,
  ORGANISATION_KINDS,
  ROLE_NAMES,
  ROLES,
  type Action,
  type Bilingual,
  type Reach,
  type Resource,
  type Role,
} from '@ludao/contracts';

const REACHES: Readonly<Record<Reach | 'home' | 'platform', Bilingual>> = {
  home: { zh: '仅本单位', en: 'own only' },
  own: { zh: '本单位及受托单位', en: 'own and delegated' },
  territory: { zh: '辖区', en: 'counties of the office' },
  park: { zh: '本园区', en: 'parks in its care' },
  platform: { zh: '平台', en: 'of the platform' },
};

const ACTIONS: Readonly<Record<Action, Bilingual>> = {
  read: { zh: '查看', en: 'read' },
  export: { zh: '导出', en: 'export' },
  create: { zh: '登记', en: 'create' },
  update: { zh: '变更', en: 'change' },
  import: { zh: '导入', en: 'import' },
  approve: { zh: '审核', en: 'approve' },
  reveal: { zh: '查看全文', en: 'see whole' },
  lock: { zh: '停用与解锁', en: 'disable and unlock' },
  merge: { zh: '合并', en: 'merge' },
  review: { zh: '审核文书', en: 'review a document' },
  sign: { zh: '签发', en: 'sign off' },
  issue: { zh: '用印、送达、归档', en: 'seal, serve, archive' },
};

const RESOURCES: Readonly<Record<Resource, Bilingual>> = {
  park: { zh: '园区', en: 'Parks' },
  park_designation: { zh: '园区认定与评星', en: 'Designations of parks' },
  enterprise: { zh: '企业', en: 'Enterprises' },
  organisation: { zh: '机构', en: 'Organisations' },
  account: { zh: '账号', en: 'Accounts' },
  post: { zh: '岗位', en: 'Posts' },
  contact: { zh: '联系人', en: 'Contacts' },
  person: { zh: '人员姓名和电话', en: 'Names and numbers of persons' },
  data_request: { zh: '个人信息申请', en: 'Requests about personal data' },
  appointment: { zh: '任命复核', en: 'Appointments to be confirmed' },
  delegation: { zh: '委托', en: 'Delegations' },
  pre_lease_check: { zh: '租前核查', en: 'Checks before a lease' },
  rulebook_entry: { zh: '规则条目', en: 'Entries of the rulebook' },
  security_log: { zh: '安全日志', en: 'Security log' },
  event_log: { zh: '事件日志', en: 'Event log' },
  sign_on_link: { zh: '统一认证关联', en: 'Links to the sign-on of an office' },
  document: { zh: '文书', en: 'Documents' },
  served_document: { zh: '收到的文书', en: 'Documents served on one' },
  certificate: { zh: '回执和凭证', en: 'Receipts and certificates' },
  issuing_office: { zh: '发文机关设置', en: 'Issuer lines and number series' },
  notification_delivery: { zh: '没有送达的消息', en: 'Messages that could not be sent' },
  work_item: { zh: '待办的指派', en: 'Assigning what waits' },
  park_eia: { zh: '园区整体环评', en: 'Park-wide EIAs' },
  admission: { zh: '直接入驻', en: 'Direct entry' },
  stock: { zh: '存量导入', en: 'Stock of a park' },
  shared_dataset: { zh: '共享数据', en: 'Shared data' },
  citation: { zh: '引用包', en: 'Citation bundles' },
  follow_up: { zh: '跟踪评价', en: 'Follow-up evaluations' },
  major_change: { zh: '园区重大变动', en: 'Major changes of parks' },
  clock: { zh: '时限', en: 'Clocks' },
  permit: { zh: '排污许可', en: 'Discharge permits' },
  eia_case: { zh: '环评备案与审批', en: 'Filing and approval of projects' },
  case_review: { zh: '环评技术评估', en: 'Technical reviews of EIA documents' },
  case_comment: { zh: '公示期间的公众意见', en: 'Comments on notices' },
  batch: { zh: '集中踏勘与评估会', en: 'Survey days and review meetings' },
  completion_acceptance: { zh: '竣工环保验收', en: 'Completion acceptance' },
  retrofit_check: { zh: '零土地技改事后核查', en: 'After-checks of exempt retrofits' },
};

/** The generated part of the page of rights: the roles, then who may do what to what. */
export function writeRights(): string {
  const roles = table(
    ['role', '中文', 'English', 'at 单位', 'reaches 范围', 'second factor 双因素', 'duty 职责'],
    ROLE_NAMES.map((role) => {
      const { zh, en, kinds, reach, secondFactor, duty } = ROLES[role];
      return [
        `\`${role}\``,
        zh,
        en,
        kinds.map((kind) => both(ORGANISATION_KINDS[kind])).join('<br>'),
        (reach as readonly Reach[]).map((one) => both(REACHES[one])).join('<br>'),
        secondFactor ? '是 yes' : '',
        `${duty.zh}<br>${duty.en}`,
      ];
    }),
  );
  const resources = (Object.keys(RESOURCES) as Resource[]).map((resource) => {
    const holders = ROLE_NAMES.filter((role) => grantsOf(role, resource).length > 0);
    const actions = (Object.keys(ACTIONS) as Action[]).filter((action) =>
      GRANTS.some((grant) => grant.resource === resource && grant.actions.includes(action)),
    );
    const head = ['role 角色', ...actions.map((action) => both(ACTIONS[action]))];
    const rows = holders.map((role) => [
      both(ROLES[role]),
      ...actions.map((action) => relationsOf(role, resource, action).join('<br>')),
    ]);
    const { zh, en } = RESOURCES[resource];
    return `### ${en} ${zh}\n\n${table(head, rows)}`;
  });
  return `## Roles 角色\n\n${roles}\n\n## Who may do what 谁能做什么\n\n${resources.join('\n\n')}`;
}

function grantsOf(role: Role, resource: Resource) {
  return GRANTS.filter((grant) => grant.resource === resource && grant.roles.includes(role));
}

function relationsOf(role: Role, resource: Resource, action: Action): string[] {
  const relations = grantsOf(role, resource)
    .filter(({ actions }) => actions.includes(action))
    .map(({ relation }) => both(REACHES[relation]));
  return [...new Set(relations)];
}

function both({ zh, en }: Bilingual): string {
  return `${zh} ${en}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ');
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

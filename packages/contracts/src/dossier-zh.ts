/** What a file on paper says beside what stands in its sections. */
export const dossierPdfZh = {
  publisher: '小微园区环保服务平台',
  demo: '演示数据　不作依据',
  demoText: '演示数据：企业、园区、人员均为虚构，本件不产生任何法律效力。',
  asOf: '档案日期',
  printedAt: '打印时间',
  printedBy: '打印人',
  digest: '内容摘要（SHA-256）',
  page: { before: '第 ', between: ' 页　共 ', after: ' 页' },
  qrHint: '扫码登录后查看最新档案',
  failed: '这一部分没有取到：系统出错，已记入日志。请稍后重新打印。',
  unknown: '未填报',
  none: '—',
  blank: '（空）',
  onwards: ' 起',
  until: ' 至 ',
  program: '平台',
  noEvents: '截至档案日期没有记录。',
  moreEvents: '更早的记录请在平台查看。',
  closing:
    '本件按打印人的权限从平台取得，只反映档案日期的登记内容，不是行政决定。内容摘要已记入平台事件日志，可据以核对本件是否被改动。',
} as const;

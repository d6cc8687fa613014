/** What goes wrong with a park-wide EIA or a direct entry; the source language. */
export const parkEiaProblemsZh = {
  PARK_EIA_STEP: '整体环评已经走到下一步，这一步现在不能办。请刷新后再看。',
  PARK_EIA_INCOMPLETE: '还不能提交：请上传环评报告，并填写至少一项污染物年总量或废水量。',
  CLAUSE_TWICE: '条款编号“{{value}}”用了两次。',
  DAY_IN_FUTURE: '日期 {{value}} 还没有到，今天是 {{limit}}。',
  IN_FORCE_BEFORE_APPROVAL: '生效日期 {{value}} 早于批复日期 {{limit}}。',
  ENDED_ALREADY: '有效期止 {{value}} 已经过去，不能确认。今天是 {{limit}}。',
  STARTS_WHILE_ANOTHER_HOLDS:
    '本园区已有生效的整体环评，新的从 {{value}} 起生效，请到那一天再确认。',
  ALLOWANCE_BELOW_SHARES:
    '已入驻企业占用的{{item}}合计 {{value}}，超过新总量 {{limit}}，不能替代原来的整体环评。',
  RECONCILED_ALREADY: '期初份额已经确认过。',
  NO_TENANCY: '平台上没有贵企业在园区的入驻登记。请先联系园区运营方登记，再来申请。',
  ADMITTED_ALREADY:
    '贵企业已经按园区整体环评入驻，不能重复占用份额。项目变大的，先登记退出再申请，或者单独办理环评。',
  ADMISSION_NOT_HELD: '这份申请没有占用份额，或者已经登记退出。',
  LEFT_BEFORE_ENTRY: '退出日期 {{value}} 早于准入日期 {{limit}}。',
};

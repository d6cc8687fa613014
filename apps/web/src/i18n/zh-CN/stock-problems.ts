/** What goes wrong with the stock of a park and its reconciliation; the source language. */
export const stockProblemsZh = {
  STOCK_SETTLED: '这一项已经写入、取消或者对过账，不能再改。请刷新后再看。',
  STOCK_SENT_ALREADY: '同一个文件已经上传过，请在“导入过的文件”里打开。',
  STOCK_CHANGED: '检查之后登记信息有变化，没有写入任何一行。请看过新的结果再写入。',
  STOCK_FAULTY: '还有 {{count}} 行有问题，没有写入任何一行。',
  STOCK_TOO_MANY_SCANS: '扫描件共 {{value}} 个，上限 {{limit}} 个。',
  STOCK_EXCEEDS: '{{item}}的份额合计 {{value}}，超过上限 {{limit}}，不能确认对账。',
  STOCK_TENANT_GONE: '“{{value}}”已不是本园区的入驻企业，请先撤去它的份额。',
  STOCK_SHARE_ELSEWHERE: '有企业在别的园区还占用份额，请先在那里登记退出。',
  SHARES_ON_RECORD: '园区已有份额在册，期初不是零。请到“存量对账”核对后确认。',
  NO_SHARES_ON_RECORD: '园区没有导入的份额，应确认期初为零。请刷新后再看。',
};

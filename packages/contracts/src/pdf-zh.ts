/**
 * What the PDF of an answer says beside the sentences that the page says too (screening-zh.ts), and
 * the sentence that both the page and the PDF close with.
 */
export const NO_LEGAL_EFFECT_ZH =
  '结论按公布的法规条文自动得出，供办事参考，不是行政决定；带“确认”的内容以审批部门答复为准。';

export const pdfZh = {
  publisher: '小微园区环保服务平台',
  title: '建设项目环评手续判别结论',
  name: '项目名称',
  activities: '行业或建设内容',
  page: { before: '第 ', between: ' 页　共 ', after: ' 页' },
  demo: '演示数据　不作依据',
  reference: '结论供参考，不是行政决定。',
  made: '本文件按 {{day}} 的法规和申请人所述情况生成；情况有变，请重新查询。',
  missingGlyphs: '“□”代替本文件字体里没有的字符：{{codes}}。',
} as const;

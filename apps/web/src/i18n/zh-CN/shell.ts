import { NO_LEGAL_EFFECT_ZH } from '@ludao/contracts/pdf-zh';

export const shellZh = {
  name: '小微园区环保服务平台',
  skip: '跳到正文',
  noLegalEffect: NO_LEGAL_EFFECT_ZH,
  law: '依据哪些规则',
  privacy:
    '不用登录。您填的情况只在您自己的手机或电脑里计算，不上传、不保存。只有三样会发给服务器：查行业时输入的词；您点“下载 PDF”时填的情况；核验文书时输入的核验码。前两样都不留存。',
  privacyNotice: '个人信息处理规则',
  verify: '核验文书',
  publicity: '文书公开',
  filings: '环评公开',
  eiaNotices: '环评审批公示',
  acceptances: '验收公示',
  toStart: '回到首页',
  notFound: { title: '没有这个页面', text: '地址可能写错了，或者页面已经搬走。' },
  error: {
    title: '页面出了问题',
    text: '您填的内容还在地址栏里，没有丢。请检查网络，再试一次。',
    again: '重新加载',
  },
};

import type { ProposalReason } from '@ludao/rules';

/** Why something is proposed from a description, in both languages; page and command line show it. */
const REASONS: Readonly<Record<ProposalReason['code'], readonly [zh: string, en: string]>> = {
  industry_code: ['写明了行业代码', 'the code is written there'],
  official_name: ['是行业的正式名称', 'the official name of the class'],
  everyday_word: ['按常用说法“{word}”找到', 'found by the everyday word “{word}”'],
  word: ['写到了“{word}”', '“{word}” is mentioned'],
  negated: ['写明没有“{word}”', '“{word}” is denied'],
  outsourced: ['“{word}”委托外单位做，不算本项目的', '“{word}” is done by another firm elsewhere'],
  amount: ['写明的数量', 'the amount that is written'],
  amount_times: ['{count} 台合计', '{count} of them together'],
  amount_asked: [
    '写到了“{word}”，用量后面会问',
    '“{word}” is mentioned; the amount is asked later',
  ],
};

export function proposalText({ code, params }: ProposalReason, language: 'zh' | 'en'): string {
  return REASONS[code][language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  );
}

import type { describeZh } from '../zh-CN/describe.ts';

export const describeEn: typeof describeZh = {
  title: 'Describe it in your own words',
  lead: 'Write in Chinese as you would tell someone: what is made, how much a year, which processes, which materials, and what there is not. Industries, processes and amounts are found in it, and you confirm each of them.',
  privacy: 'The text is read on your own device. It is not sent to the server and not kept.',
  label: 'About the project',
  example:
    'For example: 租用厂房1200平方米，年产塑料餐盒800万套，注塑成型，印刷用水性油墨3吨/年，不使用再生塑料，无电镀，配套1台1.5t/h天然气锅炉。',
  count: '{{count}} characters, at most {{limit}}',
  read: 'See what is found',
  skip: 'Skip this and choose the industry',
  nothing:
    'No industry, process or amount was found in this text. Add the product and the main processes and try again, or choose the industry.',
  review: 'Found: please confirm',
  reviewLead:
    'This is only how the text was understood, not your answer yet. Only what you mark “right” counts; the rest is asked later where it matters.',
  allSure: 'Mark all without a doubt “right”',
  right: 'Right',
  wrong: 'Wrong',
  suggested: 'Suggested, please check',
  choose: 'There are other readings: choose what holds',
  industries: 'Industries',
  works: 'Works',
  processes: 'Processes and features',
  amounts: 'Amounts and scale',
  laterAsked: 'the amount is asked later',
  more: 'Add what is missing above',
  unused: 'Nothing was made of these',
  unusedHint:
    'Not understood, or about what stands already or is taken away. What matters is asked later.',
  goOn: 'Go on with these',
  rewrite: 'Change the text',
  yes: 'yes',
  no: 'no',
  none: 'none (0)',
};

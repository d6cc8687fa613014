import type { stockProblemsZh } from '../zh-CN/stock-problems.ts';

export const stockProblemsEn: typeof stockProblemsZh = {
  STOCK_SETTLED:
    'This was written, cancelled or reconciled and cannot be changed. Reload the page.',
  STOCK_SENT_ALREADY: 'The same file was sent before: open it under “Files so far”.',
  STOCK_CHANGED:
    'The register has changed since the check; nothing was written. Look at the new result first.',
  STOCK_FAULTY: '{{count}} rows are still faulty; nothing was written.',
  STOCK_TOO_MANY_SCANS: '{{value}} scans; at most {{limit}}.',
  STOCK_EXCEEDS:
    'The shares of {{item}} come to {{value}}, over the limit of {{limit}}: the park cannot be reconciled.',
  STOCK_TENANT_GONE: '“{{value}}” is no tenant of this park any more: take its share back first.',
  STOCK_SHARE_ELSEWHERE: 'A tenant still holds a share of another park: record its leaving there.',
  SHARES_ON_RECORD:
    'Shares are on record, so the account does not begin at nought. Check and confirm them under “Stock and reconciliation”.',
  NO_SHARES_ON_RECORD: 'No share was taken over; the account begins at nought. Reload the page.',
};

import type { parkEiaProblemsZh } from '../zh-CN/park-eia-problems.ts';

export const parkEiaProblemsEn: typeof parkEiaProblemsZh = {
  PARK_EIA_STEP: 'The EIA has moved on, and this step is not open now. Reload the page.',
  PARK_EIA_INCOMPLETE:
    'It cannot be submitted yet: add the report, and one total of a pollutant or of wastewater at least.',
  CLAUSE_TWICE: 'The clause “{{value}}” is named twice.',
  DAY_IN_FUTURE: '{{value}} has not come yet; today is {{limit}}.',
  IN_FORCE_BEFORE_APPROVAL: 'It begins on {{value}}, before the approval of {{limit}}.',
  ENDED_ALREADY: 'It ended on {{value}} and cannot be confirmed; today is {{limit}}.',
  STARTS_WHILE_ANOTHER_HOLDS:
    'Another EIA of the park is in force; this one begins on {{value}}. Confirm it on that day.',
  ALLOWANCE_BELOW_SHARES:
    'The tenants hold {{value}} of {{item}}, more than the new total of {{limit}}; it cannot take the place of the EIA before it.',
  RECONCILED_ALREADY: 'The opening balance is confirmed already.',
  NO_TENANCY:
    'No tenancy of yours in a park is on record. Ask the park operator to record it first.',
  ADMITTED_ALREADY:
    'You have entered under the park-wide EIA already and take no second share. If the project grows, record the leaving first, or do an EIA of your own.',
  ADMISSION_NOT_HELD: 'This application holds no share, or the leaving is recorded already.',
  LEFT_BEFORE_ENTRY: 'The leaving on {{value}} is before the entry on {{limit}}.',
};

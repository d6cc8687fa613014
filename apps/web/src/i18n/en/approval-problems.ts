export const approvalProblemsEn = {
  FILE_LACKS: '{{count}} things are still missing. Fill in what the page names, then submit.',
  PREPARER_CODE_WRONG: '{{value}} is no credit code of an organisation.',
  LEAD_NUMBER_WRONG: '{{value}} is no number of a lead preparer: BH and six digits.',
  INVESTMENT_ABOVE_TOTAL: 'What is spent on the environment cannot exceed the total.',
  PREPARER_BARRED:
    'The preparer or lead preparer ({{value}}) has been barred or under rectification since {{from}}; the document is not accepted (rule on preparation, art. 39). Choose another.',
  MISSING_TOLD_ONCE:
    'What is missing was told on {{value}} and cannot be told again. Accept the file, or refuse to.',
  MISSING_NOT_TOLD: 'Nothing was told to be missing yet, so the file cannot be refused for it.',
  DEEMED_ACCEPTED:
    'Notice had to be given by {{limit}}; without it the file counts as accepted from its receipt on {{value}} (Licensing Law, art. 32). Please accept it.',
  PUBLICITY_NOT_OVER:
    'The publicity runs until {{limit}}; this step can be taken from the next day.',
  SURVEY_NOT_NOTED: 'The survey is not entered yet. Where none is needed, say why.',
  REVIEW_OPEN: 'The evaluation is not over; enter the opinion first.',
  HEARING_PERIOD_NOT_OVER:
    'A hearing may be asked for until {{limit}}; propose from the next day on.',
  HEARING_NOT_ANSWERED: '{{count}} request(s) for a hearing wait for an answer.',
  HEARING_NOT_HELD: 'A hearing was granted and is not entered as held.',
  REFUSAL_NEEDS_GROUND: 'A refusal names a ground of art. 11 of the regulation.',
  APPROVAL_HAS_GROUND: 'An approval names no ground of refusal.',
  OTHER_THAN_INTENDED:
    'Something else was made public. Without a hearing the intent cannot be changed; it has to be posted anew.',
  OFFICE_NOT_COMPETENT:
    '{{value}} may not decide on this kind of document ({{basis}}). It is for the competent office: report books are decided by the city bureau.',
  CASE_OF_OTHER_OFFICE:
    'This case lies with {{value}}. Its steps are taken by posts of that office.',
  NO_OFFICE: 'No office handles the county {{value}}; please tell the system officer.',
  WORKS_DAY_IMPOSSIBLE: '{{value}} cannot be: not before the approval ({{from}}) nor after today.',
  APPROVAL_TOO_OLD:
    'Five years have passed since the approval ({{limit}}); before works begin it is examined anew (regulation, art. 12).',
  WORKS_BEGUN: 'Works are on record as begun on {{value}}.',
  SURVEY_DAY_MISSING: 'A survey has a day; where none is needed there is none.',
  SURVEY_DAY_IMPOSSIBLE: '{{value}} cannot be: it lies between {{from}} and {{limit}}.',
  REVIEW_BODY_MISSING: 'A technical evaluation names the body that is asked.',
  REVIEW_BODY_UNKNOWN: 'There is no such review body in this county.',
  REVIEW_NOT_OPEN: 'No evaluation is going on.',
  REVIEW_NOT_YOURS: 'Another body was asked for this opinion.',
  HEARING_NOT_ASKED: 'Nobody has asked for a hearing.',
  HEARING_ANSWERED: 'The requests for a hearing were answered.',
  HEARING_DAY_MISSING: 'A hearing that is granted has a day; one that is not has none.',
  HEARING_NOT_OPEN: 'No hearing waits to be entered.',
  NOTICE_NOT_OPEN:
    'The period of this notice is over. You may still turn to the office that handles the case.',
  NOT_RECORDED_OUTSIDE: 'This platform is the record; no official number is entered.',
  OFFICIAL_NUMBER_THERE: 'The official number is on record: {{value}}.',
  OFFICIAL_DAY_IMPOSSIBLE: '{{value}} cannot be: it lies between {{from}} and {{limit}}.',
  PAPER_NOT_DUE: 'This paper is not due now, or was drafted already.',
  FILE_NO_PDF: 'Please send a PDF.',
  BATCH_DAY_PAST: '{{value}} is past; choose a day from today on.',
  BATCH_DAY_NO_WORK: '{{value}} is no working day.',
  BATCH_MISSES_CLOCK:
    'On {{value}} “{{name}}” would miss the period of its decision; {{limit}} is the last day for it.',
  BATCH_STEP_NOT_NOW: 'This step is not possible now. Look at it again.',
  BATCH_NOT_YOURS: 'Another office plans this one.',
  BATCH_EMPTY: 'At least one project stays; otherwise cancel it.',
  BATCH_NOT_YET: 'It takes place on {{limit}} and cannot be entered before.',
  MINUTES_MISSING: 'Minutes of “{{value}}” are missing.',
  MEETING_RESULT_MISSING: 'The result for “{{value}}” is missing.',
  CASE_NOT_IN_BATCH: 'A project is not in it any more. Look at it again.',
  CASE_NOT_FOR_BATCH: 'A project is not under review, or not with your office.',
  BATCH_OF_COUNTIES: 'One survey or meeting is for projects of one county.',
  CASE_IN_BATCH: '“{{value}}” is in another one; take it out there first.',
} as const;

/** Why a filing or an application was refused, and what to do next. */
export const caseProblemsEn = {
  CASE_LEVEL_OPEN:
    'Open points: {{count}}. Until they are answered nobody can say which procedure is due. Answer what is left, then come back.',
  CASE_NOT_UNDER_EIA:
    'The catalogue asks no environmental assessment of such a project: nothing is to be applied for or filed. Keep this answer.',
  CASE_DIRECT_ENTRY:
    'The project fits the park-wide assessment and may enter directly, without a procedure of its own. Apply for admission to the park.',
  CASE_EXCLUDED:
    'The project is on the list of those that need neither approval nor filing. Keep this answer.',
  CASE_FILING_WAIVED:
    'The discharge of this project is only registered, so no registration form is due. Register the discharge.',
  CASE_LEVEL_CHANGED:
    'By the rules of today the level differs from the answer of {{limit}}. Have it answered anew, then go on.',
  CASE_LAW_CHANGED:
    'The edition of the catalogue that was used on {{limit}} is no longer in force. Have it answered anew, then go on.',
  CASE_RELIEF_LAPSED:
    'The relief that the answer of {{limit}} rested on ({{adoption}}) is no longer in force. Have it answered anew by the rules of today.',
  CASE_STEP_OF_OTHER_TRACK: 'A case of this kind has no such step.',
  CASE_STEP_NOT_NOW:
    'The case is not at this step now; nothing was done. See how it stands, then try again.',
  CASE_STEP_NOT_YOURS: 'No post that you hold today takes this step.',
  CASE_NOT_YOURS:
    'You cannot act for this enterprise. It acts itself, or lets you act for it first.',
  FILING_INCOMPLETE:
    'Points of the form that are not filled in: {{count}}. It cannot be filed yet.',
  FILING_AFTER_OPERATION:
    'The planned start of operation, {{value}}, is past. A registration form is filed before operation (Measures on filing registration forms, art. 9). If the project operates already, ask the county branch.',
  FILING_WITHOUT_ADOPTION:
    'A lowered form names reform area, clause and adoption. This one does not, and cannot be filed. Have it answered anew, or follow the level of the catalogue.',
  FILING_NOT_DECLARED:
    'The legal representative has not declared everything (Measures on filing registration forms, art. 11).',
  REFILING_AFTER_OPERATION:
    'Operation was planned for {{value}}, which is past. Filing anew is for before operation (Measures on filing registration forms, art. 13).',
  REFILING_APPLICANT:
    'For another applicant choose another enterprise; for another legal representative it stays the same.',
  PARK_RESTRICTED:
    'The park has been under restriction since {{since}} ({{value}}): nothing is accepted, filed or admitted until it is lifted. Ask the park when.',
} as const;

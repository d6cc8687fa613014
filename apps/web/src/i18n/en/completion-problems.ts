/** Why a retrofit or a completion acceptance was refused. */
export const completionProblemsEn = {
  RETROFIT_NOT_EXEMPT:
    'In {{count}} points it is not exempt, so it cannot be declared; the check names each.',
  RETROFIT_OPEN: '{{count}} points are not said yet; complete them and check again.',
  RETROFIT_DRAWN_ALREADY: 'It has been drawn already.',
  RETROFIT_NOT_DRAWN: 'It has not been drawn, so no result is entered.',
  RETROFIT_CHECKED_ALREADY: 'A result has been entered already.',
  RETROFIT_CHECK_NOT_YOURS: 'None of your posts today does after-checks.',
  RETROFIT_NOT_IN_POOL: 'It is not in the pool of after-checks.',
  RETROFIT_NOT_FOUND_WRONG: 'No check found it not as declared, so it cannot be void. Check first.',
  CASE_OWN_WORK: 'The check was your own; somebody else decides.',
  CASE_NO_SHARED_FACILITY: 'It relies on no shared facility, so there is no agreement to enter.',
  DAY_OUTSIDE: '{{value}} cannot be the day: it lies between {{from}} and {{limit}}.',
  COMPLETION_STEP_NOT_NOW:
    'The acceptance is not at this step; nothing was done. Look at it again.',
  COMPLETION_NOT_YOURS: 'The proponent does this; none of your posts today can.',
  COMPLETION_OPEN_ALREADY: 'This stage of {{value}} is being accepted already.',
  COMPLETION_BARS_OPEN: '{{count}} points of art. 8 are not answered.',
  COMPLETION_BAR_WITHOUT_WORDS: 'Say what it is that applies.',
  COMPLETION_BARRED: '{{count}} bars of art. 8 apply: it cannot be qualified.',
  COMPLETION_PERMIT_MISSING: 'The permit comes first (art. 14): enter its number.',
  COMPLETION_WHERE_MISSING: 'Say where it was published before today.',
  COMPLETION_PUBLICITY_SHORT:
    'The publicity lasts twenty working days, until {{limit}} at least; it says {{value}}.',
  COMPLETION_STILL_PUBLIC: 'The publicity ends on {{limit}}; only then is it filed.',
  COMPLETION_NUMBER_MISSING: 'Enter the number that the official platform gave.',
} as const;

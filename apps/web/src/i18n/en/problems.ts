import { approvalProblemsEn } from './approval-problems.ts';
import { completionProblemsEn } from './completion-problems.ts';
import { caseProblemsEn } from './case-problems.ts';
import { documentProblemsEn } from './document-problems.ts';
import { parkEiaProblemsEn } from './park-eia-problems.ts';
import { permitProblemsEn } from './permit-problems.ts';
import { stockProblemsEn } from './stock-problems.ts';
import { sharedDataProblemsEn } from './shared-data-problems.ts';
import { acceptedKinds } from '@ludao/contracts';

const ACCEPTED = `Taken in: ${acceptedKinds('en')}.`;

export const problemsEn = {
  ...approvalProblemsEn,
  ...caseProblemsEn,
  ...completionProblemsEn,
  ...documentProblemsEn,
  ...parkEiaProblemsEn,
  ...permitProblemsEn,
  ...sharedDataProblemsEn,
  ...stockProblemsEn,
  SIGN_IN_FAILED: 'User name, phone number or password is wrong.',
  SECOND_FACTOR_NEEDED: 'Enter the 6 digits that your authenticator shows.',
  LOCKED:
    'Too many wrong attempts: the account is locked. Try again after {{until}}; in a hurry, ask the security officer.',
  TOO_MANY_ATTEMPTS: 'Too many attempts from this network address. Try again in a minute.',
  SIGN_IN_NEEDED: 'You are not signed in, or your session has ended. Please sign in again.',
  SECOND_FACTOR_MISSING: 'Your post signs in with a second factor. Set it up first.',
  FORBIDDEN: 'No post that you hold today gives this right.',
  FOREIGN_ORIGIN:
    'The request came from another site and was refused. Use the pages of this platform.',
  PASSWORD_WRONG: 'The password is wrong.',
  CODE_WRONG: 'The code is wrong or was used before. Wait for the next one and enter that.',
  SECOND_FACTOR_SET: 'The second factor is set up already.',
  SECOND_FACTOR_NOT_STARTED: 'The secret for the second factor has expired. Start again.',
  SIGN_ON_OFF: 'No unified sign-on is set up here. Sign in with user name and password.',
  SIGN_ON_UNKNOWN:
    'The unified sign-on recognised you, but is not linked to an account of this platform. Ask the system officer of the platform to prepare the link, with your name, organisation and staff number; whoever has a password here can also sign in with it and link the account.',
  SIGN_ON_DISABLED:
    'Your account on this platform is disabled. Ask the system officer of the platform.',
  SIGN_ON_CANCELLED: 'The unified sign-on did not tell who you are. To sign in, try again.',
  SIGN_ON_EXPIRED: 'It took too long, or this answer was used already. Please begin again.',
  SIGN_ON_UNREACHABLE:
    'The unified sign-on does not answer; nothing is wrong with your account. Try again in a few minutes, or sign in with a password of this platform if you have one.',
  SIGN_ON_FAILED:
    'The answer of the unified sign-on did not pass the checks, so you are not signed in. Begin again; if it keeps failing, tell the system officer of the platform.',
  SIGN_ON_TAKEN: 'That unified sign-on is linked to another account of this platform already.',
  SIGN_ON_LINKED_ALREADY:
    'Your account is linked to another unified sign-on. Ask the system officer to end that link first.',
  PASSWORD_FOR_OFFICERS:
    'Passwords are for the three officers only. Sign in with the unified sign-on.',
  STAFF_NUMBER_TAKEN: 'The staff number {{value}} belongs to another account.',
  EMAIL_FORM: 'That is no e-mail address, for example name@example.com.',
  EMAIL_NOT_SET_UP: 'This platform is not connected to e-mail.',
  EMAIL_REFUSED: 'This address does not exist or refuses mail; please check it.',
  EMAIL_AWAY: 'The mail server does not answer now; please try again in a few minutes.',
  EMAIL_CODE_SOON: 'A code was sent just now; wait {{seconds}} seconds for another one.',
  EMAIL_CODE_NONE: 'No address waits to be confirmed; enter one first.',
  EMAIL_CODE_EXPIRED: 'The code is no longer good; have another one sent.',
  EMAIL_CODE_WRONG: 'That is not the code; compare the six digits in the e-mail.',
  NOTIFICATION_FIXED: 'This one cannot be set like that.',
  NOT_FOUND: 'There is no such record, or it lies outside your reach.',
  INVALID_INPUT: 'Something does not have the right form. Check the marked fields.',
  CREDIT_CODE_LENGTH: 'A unified social credit code has 18 characters; this one has {{length}}.',
  CREDIT_CODE_CHARACTER:
    'Character {{at}} of the credit code cannot stand there. Characters 3 to 8 are digits; I, O, S, V and Z never occur.',
  CREDIT_CODE_CHECK_DIGIT:
    'The credit code fails its check: after the first 17 characters, character {{at}} should be {{expected}}. Compare it with the business licence.',
  CREDIT_CODE_TAKEN: 'The credit code {{value}} is registered already.',
  INDUSTRY_UNKNOWN: '{{value}} is no class of the industry classification GB/T 4754.',
  INDUSTRY_TWICE: 'The same industry is given twice.',
  PARK_UNKNOWN: 'There is no such park, or it lies outside your reach.',
  PARK_ELSEWHERE: 'The chosen park does not lie in the chosen county.',
  UNIT_ELSEWHERE: 'The chosen unit is not in the chosen park.',
  MOVED_IN_NOWHERE: 'There is a date of moving in but no park.',
  CONTACT_CHANGED:
    'Somebody has just changed this contact; the newest state is shown. Check it and try again.',
  CONTACT_OF_MERGED: 'This file is merged into another one; register contacts there.',
  CONTACT_ENDED: 'This person is registered as no contact any more and cannot be changed.',
  CONTACT_OUT_OF_REACH: 'Your post neither keeps these contacts nor may see them whole.',
  CONTACT_MASKED: 'Name or number holds a star. Enter the whole of it, or leave the field empty.',
  CONTACT_NAME_MARKUP: 'The name holds angle brackets or control characters. Use plain text.',
  CONTACT_TITLE_MARKUP: 'The position holds angle brackets or control characters. Use plain text.',
  PHONE_FORM:
    'This is no phone number: enter a mobile number of 11 digits, or a landline such as 0575-85123456.',
  PHONE_TAKEN: 'Another account signs in with this number.',
  REVEAL_LIMIT:
    'Within {{minutes}} minutes whole names and numbers may be seen {{limit}} times. Try again later.',
  DATA_REQUEST_OPEN: 'You have asked for this already; it is being handled.',
  DATA_REQUEST_ANSWERED: 'This request was answered already.',
  NOTHING_CORRECTED: 'What you entered is what is there; there is nothing to correct.',
  ERASURE_POST_HELD_ALONE: 'Not yet: nobody else holds “{{of}}”. Hand it over first.',
  ERASURE_STILL_CONTACT: 'Not yet: the person is registered as “{{of}}”. Have that replaced first.',
  ACCOUNT_UNKNOWN: 'There is no such user name or phone number.',
  NOT_EXPIRED: 'This has not passed its term, or was blanked already.',
  NOTICE_OUTDATED: 'The notice has just been renewed. Open the page again.',
  CHANGED_MEANWHILE: 'While you were editing, {{by}} changed this file on {{at}}.',
  DISTRICT_OUT_OF_REACH: 'The county {{value}} is outside your reach.',
  PROJECT_REFUSED:
    'What was said of the project contradicts itself or cannot be read ({{at}}). Put it right and try again.',
  ENTRY_INVALID: 'What was entered does not fit the rulebook; look at the fields marked.',
  NOT_OWN_ENTRY: 'Only whoever entered it, or the same post, may withdraw it.',
  SHEET_EMPTY: 'The table holds nothing. Fill it in below the headings.',
  ENTRY_ENDS_BEFORE_START: 'It ends on {{value}}, before it begins on {{limit}}.',
  ENTRY_WAITING: 'A version of “{{value}}” already waits for a decision.',
  ENTRY_KEY_TAKEN:
    '“{{value}}” is the id of an approved entry. To change it, start a new version from there.',
  ENTRY_SUPERSEDED: 'There is a newer version of “{{value}}”. Start from the newest.',
  ENTRY_DECIDED: 'This entry is decided already.',
  CLOCK_NOT_RUNNING: 'This clock is not running any more.',
  CLOCK_NOT_SUSPENDED: 'This clock is not suspended.',
  CLOCK_NEVER_STOPS: 'This clock cannot be suspended.',
  CLOCK_REASON_UNKNOWN: 'This clock does not know the reason “{{value}}”.',
  CLOCK_BASIS_MISSING: 'Name the law that stops the clock.',
  CLOCK_DAY_IMPOSSIBLE: 'It cannot stop or go on at {{value}}.',
  CLOCK_RUN_OUT: 'The clock ran out on {{limit}} and cannot be suspended.',
  CLOCK_NOT_OVER: 'The period runs until {{limit}}; not before.',
  WORK_SETTLED: 'This is done already, or was withdrawn.',
  WORK_TAKEN: 'A post has taken this already.',
  WORK_NOT_TAKEN: 'This is not at your post.',
  WORK_NOT_YOURS: 'This is not at your post.',
  WORK_POST_UNFIT:
    'This post cannot do it: another role, ended, or the own work of whoever holds it.',
  OWN_WORK: 'You or your post entered this: another person decides.',
  TEXT_HAS_MARKUP:
    'The name or address holds angle brackets or control characters. Use plain text.',
  TOO_MANY_ROWS:
    'There are {{value}} rows; at most {{limit}} can be exported at once. Narrow the filters first.',
  IMPORT_STATE:
    'This import has moved on to another step ({{state}}), so nothing was done. The page now shows where it stands.',
  NOTHING_TO_COMMIT: 'No row would write anything: all are faulty, unchanged or skipped.',
  ROWS_NOT_GOOD:
    'Only {{good}} of the {{chosen}} chosen rows can be written; nothing was written. Choose again.',
  PASSWORD_DUE: 'You use an initial password. Change it first.',
  PASSWORD_SHORT: 'The new password is too short: {{shortest}} characters at least.',
  PASSWORD_SIMPLE:
    'The new password is too simple: use three of small letters, capitals, digits and other signs.',
  PASSWORD_OF_NAME: 'The new password must not hold your user name.',
  PASSWORD_SAME: 'The new password is the current one. Choose another.',
  ROLE_NOT_HERE: 'Such an organisation cannot have this role.',
  POST_NEEDS_PARK: 'Choose the park that the post is for.',
  POST_ENDED: 'This post has ended, or will have by then.',
  POST_CHANGED:
    '{{by}} changed this post at {{at}} while you were at it, so nothing was recorded. Look again and retry.',
  PERSON_UNKNOWN: 'There is no such person in this organisation.',
  HOLDS_ALREADY: 'This person is in that post already by then.',
  BOTH_PARTS: 'One person cannot be both A and B of a post.',
  PART_TAKEN_LATER:
    'Somebody else is appointed from {{value}}. Call that off first, or set a last day.',
  TWO_OFFICERS: 'System, security and audit officer must be three different persons.',
  BEFORE_TODAY: 'The date {{value}} is too early; the earliest is {{limit}}.',
  ENDS_BEFORE_START: 'The last day {{value}} lies before the first, {{limit}}.',
  HOLDING_ENDED: 'This holding ends with {{value}} and cannot be changed.',
  HAND_OVER_INCOMPLETE: 'It is not said who takes over: {{value}}. Nothing was handed over.',
  HAND_OVER_CHANGED:
    'The posts changed meanwhile, so nothing was handed over. Look again and retry.',
  HAND_OVER_TO_SELF: 'Nobody hands over to himself.',
  HAND_OVER_BY_MANAGER:
    'Handing over is for the head of the house; as system officer, put forward an appointment for each post.',
  ABSENT_ALREADY: 'An absence from {{value}} to {{limit}} is recorded; days must not overlap.',
  ABSENCE_OVER: 'This absence ended on {{value}}.',
  ABSENCE_TOO_LONG: 'An absence lasts to {{limit}} at most; for longer, hand over.',
  APPOINTMENT_WAITS: 'An appointment to this post waits for confirmation already.',
  APPOINTMENT_DECIDED: 'This appointment is decided already.',
  ORGANISATION_CHANGED: 'Another officer changed this organisation meanwhile. Open it again.',
  ENTERPRISE_ELSEWHERE: 'Enterprises are entered in their own register.',
  DISTRICT_UNKNOWN: 'There is no county with the code {{value}}.',
  TERRITORY_MISSING: 'Choose the counties it answers for.',
  TERRITORY_NOT_HERE: 'Such an organisation answers for no county.',
  CREDIT_CODE_MISSING: 'Such an organisation needs its credit code.',
  SIGN_IN_NAME_TAKEN: 'This user name is taken.',
  OFFICERS_ACCOUNT:
    'Not for accounts of the three officers, nor for your own. For one who cannot sign in, use the server’s terminal.',
  ACCOUNT_STATE: 'The account has changed its state, so nothing was done. Look again and retry.',
  AGENCY_UNKNOWN: 'There is no such agency.',
  DELEGATION_RUNS:
    'A delegation to this agency runs until {{until}}. To change its end, end it and give another.',
  DELEGATION_PAST: 'The end {{until}} has passed already.',
  DELEGATION_TOO_LONG: 'A delegation lasts a year at most, until {{until}}.',
  DELEGATION_ENDED: 'This delegation ended at {{until}}.',
  FIELD_FIXED:
    '“{{field}}” is kept by the park’s manager or the county branch. You cannot change it; tell them if it is wrong.',
  MOVED_IN_TOO_EARLY:
    'The day of moving in, {{value}}, lies before that of the place before, {{limit}}. Check the dates.',
  TENANCY_OVERLAPS:
    'The day of moving in, {{value}}, lies within an earlier stay on record ({{from}} to {{limit}}). Nobody is in two places on one day.',
  NO_TENANT: 'This enterprise is in no park now.',
  LEFT_IN_FUTURE: 'The last day, {{value}}, has not come yet; today is {{limit}}.',
  LEFT_BEFORE_MOVED_IN: 'The last day, {{value}}, lies before the day of moving in, {{limit}}.',
  ENTERPRISE_MERGED: 'This file is merged into {{value}}; go on there.',
  PERMIT_NOT_NEEDED:
    'It is said not to be under permit management, and details of a permit are given. Put one right.',
  WASTEWATER_NONE:
    'It is said to have no process wastewater, and an amount is given. Put one right.',
  POLLUTANT_TWICE: 'A pollutant is given twice.',
  WASTE_NONE: 'It is said to have no hazardous waste, and {{value}} is given. Put one right.',
  WASTE_UNKNOWN: 'The category {{limit}} of waste code {{value}} is not in the national list.',
  WASTE_TWICE: 'Waste code {{value}} is given twice; put it in one line.',
  SITE_PARK_UNKNOWN: 'The park of the site “{{value}}” does not exist.',
  SITE_POSITION: 'Give both longitude and latitude of the site “{{value}}”, or neither.',
  MERGE_SAME: 'This is one and the same file.',
  STAYS_CONFLICT:
    'The stays of both contradict: {{value}} ({{from}}) and {{other}} ({{limit}}). Nobody is in two places on one day: put one right first.',
  MERGE_UNKNOWN: 'There is no merge to undo; it may have been undone already.',
  MERGE_OTHER_OFFICE: 'Another office merged these; only that office can undo it.',
  MERGE_CHANGED_SINCE:
    'The file was changed since the merge, so it cannot be undone. Put it right by hand.',
  POSITION_HALF: 'Give both longitude and latitude, or neither.',
  POSITION_OUTSIDE:
    '{{value}} is out of range: from {{least}} to {{limit}}. Did longitude and latitude change places?',
  PARK_WATER_CONTRADICTS:
    'It is said to have no process wastewater, and a plant’s capacity is given. Put one right.',
  PARK_NAME_TAKEN: 'A park of this county is called {{value}} already.',
  PARK_COUNTY_FIXED: 'The county of a park cannot be changed.',
  PARTNER_UNKNOWN: 'There is no such organisation, or it is no operator, legal entity or landlord.',
  BUILDING_UNKNOWN: 'The park has no such building.',
  BUILDING_NAME_TAKEN: 'The park has a building called {{value}} already.',
  UNIT_UNKNOWN: 'The building has no unit {{value}}.',
  UNIT_NAME_TAKEN: 'There are two units called {{value}}.',
  UNIT_ABOVE_ROOF: 'Unit {{unit}} is on storey {{value}}, but the building has {{limit}}.',
  UNIT_IN_USE: 'Somebody is in unit {{value}}. Record that the tenant left first.',
  STARS_MISSING: 'Stars need their number; other designations have none.',
  ENDS_ALREADY: 'It ends on {{limit}} as it is; {{value}} is no earlier.',
  DESIGNATION_OVERLAPS:
    'One of the same kind runs from {{from}} to {{limit}}; two cannot run at once. End that one first, or change the dates.',
  DESIGNATION_UNKNOWN: 'The park has no such designation.',
  POST_UNKNOWN: 'There is no such post, or it is outside your reach.',
  POST_ELSEWHERE:
    'The post {{value}} answers for {{limit}}. A post answers for one park: take it away there first.',
  INTERNAL_ERROR: 'The server failed and has logged it. Please try again later.',
  DATABASE_BUSY:
    'The server is writing a large batch; nothing of this step was done. Try again in a moment; what you entered is still here.',
  NO_CONNECTION:
    'The server cannot be reached. Check the network and try again; what you entered is still here.',
  AS_OF_FUTURE: 'The day of the file, {{value}}, is still to come; today ({{limit}}) is the last.',
  BUSY: 'Too many documents are being made; try again in a few seconds.',
  FILE_EMPTY: 'The file is empty. Check it and choose again.',
  FILE_TOO_LARGE:
    'The file has {{megabytes}} MB; the limit for one file is {{limit}} MB. Make it smaller or send it in parts.',
  FILE_IS_WEB_PAGE: `This is a web page, whatever it is called, and is not taken in. ${ACCEPTED}`,
  FILE_IS_DRAWING: `This is an SVG drawing, which can hide a program. Save it as PNG or PDF. ${ACCEPTED}`,
  FILE_IS_XML: `This is an XML file and is not taken in. ${ACCEPTED}`,
  FILE_IS_SCRIPT: `This is a script and is not taken in. ${ACCEPTED}`,
  FILE_IS_PROGRAM: `This is a program, whatever it is called, and is not taken in. ${ACCEPTED}`,
  FILE_HAS_MACROS: `The file has macros. Save it as .docx or .xlsx without them and send that. ${ACCEPTED}`,
  FILE_HAS_PASSWORD:
    'The file has a password: others cannot open it, nor can it be scanned. Remove the password and send it again.',
  FILE_ARCHIVE_DAMAGED:
    'The archive (or Office file) is damaged: its directory cannot be read. Make it anew and send that.',
  FILE_KIND_UNKNOWN: `Files of this kind are not taken in. ${ACCEPTED}`,
  FILE_INFECTED:
    'There is a virus in the file; it is refused or locked away, and the security log says so. Scan your computer first.',
  FILE_DAY_LIMIT:
    'You have sent {{sent}} MB today; with this file ({{megabytes}} MB) it would be more than the {{limit}} MB of a day. Go on tomorrow, or ask the administrator.',
  FILE_NEEDS_POST: 'You hold no post today, so you cannot send files.',
  FILE_STORE_FULL:
    'There is no room for files on the server; this one was not kept. Tell the administrator; what you entered is still here.',
  FILE_STORE_AWAY:
    'The store of files does not answer, so nothing was done. Try again in a few minutes; what you entered is still here.',
  FILE_DAMAGED:
    'What is stored is not what was sent, so it is not shown. Ask the administrator to put it back from a backup.',
  state: {
    unseen: {
      title: 'This page cannot be shown to you',
      text: 'There is no such record, or it is out of reach of your posts. To protect enterprises, the platform does not tell which.',
      as: 'You are signed in as {{name}} ({{posts}}).',
      other: 'Sign in with another account',
    },
    offline: {
      title: 'The server was not reached',
      text: 'Check the network and try again; what you entered is still there.',
    },
    busy: { title: 'Busy', text: 'The server has much to do; try again in a few seconds.' },
    broken: {
      title: 'The server failed',
      text: 'The fault is in the log. Try again later; if it stays, tell the administrator.',
    },
    refused: { title: 'It was not done' },
  },
  unknown:
    'This did not work (code {{code}}). Try again later; if it keeps failing, tell the administrator this code.',
  field: {
    too_small: 'is empty, too short or too small',
    too_big: 'is too long or too large',
    invalid_format: 'does not have the right form',
    invalid_type: 'is required',
    invalid_value: 'is none of the choices',
    unknown: 'is not as required',
  },
  somebody: 'another officer',
};

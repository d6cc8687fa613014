/** Why a document, a volume or a public version was refused. */
export const documentProblemsEn = {
  DOCUMENT_NOT_THERE: 'The document is no longer at this step; nothing was done. Look at it again.',
  DOCUMENT_ROLE:
    'None of your posts at this office takes this step for this kind of document, or the addressee is out of your reach.',
  DOCUMENT_VOID: 'The document is void.',
  DOCUMENT_NOT_SERVED_AT_ALL: 'This kind of document is not served.',
  FIELDS_EMPTY: 'Something required is empty.',
  FIELD_UNKNOWN: 'The template has no field {{field}}. Open the page again.',
  FIELD_TOO_LONG: 'It has {{value}} characters; {{limit}} are allowed.',
  FIELD_ONE_LINE: 'This has to be one line.',
  FIELD_NO_DAY: '{{value}} is no date.',
  FILE_UNKNOWN: 'There is no such file, or it is still being checked. Send it again.',
  CERTIFICATE_NOT_OUTSIDE: 'This certificate needs no number of an official system.',
  CERTIFICATE_NOT_VALID: 'This certificate is no longer valid; nothing was done.',
  OFFICIAL_NUMBER_ENTERED:
    'The number of the official system is already entered as “{{value}}”. To correct it, ask the environment branch of the county.',
  CORRECTION_NEEDS_REASON: 'The number was entered before. To correct it, choose a reason.',
  OFFICIAL_DAY_IN_FUTURE: 'The day {{value}} is yet to come; today is {{limit}}.',
  NOT_TO_ENTER_OUTSIDE: 'This document needs no number of an official system, or has it already.',
  OFFICIAL_DAY_OUTSIDE:
    '{{value}} cannot be the day: it lies between the signing on {{from}} and today, {{limit}}.',
  SEAL_SYSTEM_NOT_SET: 'No seal system is set up here; stamp the paper and send its scan.',
  SEAL_NOT_BACK: 'The sealed paper has not come back yet. Try again later.',
  SEAL_SYSTEM_AWAY:
    'The folder of the seal system cannot be used, so nothing was done. Try again later, or stamp the paper and send its scan.',
  SEAL_NO_PAPER: 'The scan has to be PDF, JPG or PNG; this is {{value}}.',
  SEALED_OUTSIDE:
    'It cannot be sealed on {{value}}: from the signature {{from}} to today {{limit}}.',
  SERVED_BEFORE_SIGNED: 'The day of service {{value}} is before the signature {{limit}}.',
  SERVED_IN_FUTURE: 'The day of service {{value}} is still to come; today is {{limit}}.',
  SERVICE_NEEDS_RECEIVER: 'Say who took it, at which address, or where it was announced.',
  SERVICE_NEEDS_WITNESS: 'Leaving it behind needs a witness, or pictures: say so.',
  SERVICE_NEEDS_CONSENT: 'Electronic service needs the addressee’s written consent.',
  FAILURE_NEEDS_NOTE: 'Say why it was not delivered.',
  FOLLOW_UP_NOT_NOW: 'This cannot be done to the document as it stands. Look at it again.',
  FOLLOW_UP_RUNNING: 'A later document about it is on its way; wait until it is done.',
  OFFICE_NOT_SET:
    'The issuer line is not set, so it cannot be submitted or signed off. The head or the records clerk sets it under “Issuing office”.',
  SERIES_NOT_SET:
    'The series {{value}} of this kind is not set. The head or the records clerk sets it under “Issuing office”.',
  SERIES_IN_USE:
    'Numbers of this year were given already, up to {{limit}}; it cannot become {{value}}.',
  SUBJECT_UNKNOWN: 'There is no such enterprise or park, or it is out of your reach.',
  TEMPLATE_UNKNOWN: 'There is no template of this kind today. Choose the kind again.',
  VOLUME_UNKNOWN: 'There is no such volume, or it is another office’s.',
  VOLUME_CLOSED: 'The volume {{value}} is archived; open a new one.',
  VOLUME_OF_ANOTHER: 'The volume is about {{value}}; choose another.',
  NOT_YOUR_OFFICE:
    'This document belongs to another office: only a post of that office may do this.',
  VOLUME_EMPTY: 'No document of the volume can be archived.',
  VOLUME_NOT_READY: '{{value}} documents are not settled yet, so the volume stays open.',
  VOLUME_MOVED: 'The volume changed while it was packed and was not closed. Reload and try again.',
  VOLUME_OPEN: 'The volume is not closed yet, so there is no archive of it.',
  RETENTION_TOO_SHORT: 'It may not be kept shorter than its templates ask for ({{limit}}).',
  SCAN_MISSING: 'The scan of “{{value}}” is not there, so the volume stays open.',
  SCAN_ALTERED:
    'The scan of “{{value}}” differs from the one recorded with its seal; the volume stays open. Find out why first.',
  MARK_OUTSIDE: 'A mark lies outside of its paragraph. Choose it again.',
  MARKS_OVERLAP: 'Two marks overlap. Join them or remove one.',
  PUBLIC_TOO_EARLY: 'A public version can be made once the document is signed off and numbered.',
  PUBLIC_VERSION_NONE: 'There is no public version to check yet.',
  PUBLIC_VERSION_CHECKED: 'The public version has been checked already.',
};

/** Why an application for a permit does not go on. */
export const permitProblemsEn = {
  PERMIT_STEP_NOT_NOW: 'The application is past this step; see it as it is now.',
  PERMIT_NOT_YOURS: 'This is not for your post to do.',
  PERMIT_STEP_ROLE: 'This step is not for your post.',
  PERMIT_EXISTS: 'The place has a permit already, valid to {{validTo}}.',
  REGISTRATION_EXISTS:
    'A registration is in force to {{validTo}}. It can be filed again in its last {{limit}} days; what has changed is filed as a change.',
  PERMIT_LAPSED:
    'The permit lapsed on {{validTo}} and cannot be renewed; apply for a new one (arts. 14 and 33).',
  NO_PERMIT_IN_FORCE: 'No permit is in force, so this cannot be applied for.',
  NO_REGISTRATION_IN_FORCE: 'No registration is in force, so there is nothing to change.',
  PERMIT_GRANTED_AHEAD:
    'What was granted ahead comes into force on {{from}}; apply for changes then.',
  APPLICATION_RUNNING: 'An application for this place is under way; finish or withdraw it first.',
  CATEGORY_TOO_LOW: 'By “{{law}}” the category is at least “{{limit}}”.',
  CATEGORY_OF_ANOTHER_WAY:
    'Category and matter do not agree: registration management is filed, the others are applied for.',
  PERMIT_FIELD_EMPTY: 'Something is not filled in yet.',
  PERMIT_DAY_IMPOSSIBLE: 'The day {{value}} cannot be right.',
  OUTLET_TWICE: 'The outlet code {{value}} is used twice.',
  OUTLET_PREFIX: 'The outlet code {{value}} has to begin with {{limit}}.',
  OUTLET_EMPTY: 'The outlet {{value}} has no pollutant yet.',
  OUTLET_WASTEWATER:
    'Outlets and the route of the wastewater do not agree: where wastewater leaves there is an outlet for it, and only there.',
  PERMIT_NUMBER_OF_ANOTHER:
    'The number {{value}} does not begin with the credit code of this holder.',
  HOLDER_UNKNOWN: 'There is no such holder, or not in your reach.',
  HOLDER_WITHOUT_CODE: '{{value}} has no credit code and cannot be numbered; enter it first.',
  OFFICE_UNKNOWN: 'No office was found that handles permits there ({{value}}).',
  ASKED_ONCE: 'It was said on {{value}} what is missing; that can be done only once.',
  PERMIT_DEEMED_ACCEPTED:
    'The period to ask ended on {{limit}}; the application counts as accepted from its receipt.',
  SITE_CHECKED: 'A site check was noted already, on {{value}}.',
  PILOT_NOT_ADOPTED:
    'A permit held by a park rests on the draft alone; no adoption is on record here, so it cannot be granted.',
  PERMIT_PAPER_NOT_NOW: 'The application has nothing yet that this paper could say.',
};

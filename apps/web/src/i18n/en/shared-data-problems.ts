export const sharedDataProblemsEn = {
  DATASET_ENDED: '“{{value}}” was withdrawn or superseded already.',
  DATASET_NOT_YOURS: 'This step is not for your post.',
  DATASET_LACKS: 'This has to be filled in.',
  DATASET_NOT_SAMPLED: 'A certificate of connection has no sampling day; leave it empty.',
  DATASET_SAMPLED_LATER: 'The sampling day {{value}} is still to come.',
  DATASET_VALID_BEFORE_SAMPLING: 'Validity begins on {{value}}, before the sampling on {{limit}}.',
  DATASET_VALID_TOO_LONG:
    'Valid until {{value}} is too late: such data may be cited for {{years}} years from sampling, until {{limit}} at the latest.',
  DATASET_NOT_SHORTER: 'It can only end earlier than {{limit}}.',
  DATASET_UNKNOWN: 'There is no such data to supersede.',
  DATASET_OTHER_KIND: '“{{value}}”, which is to be superseded, is of another kind.',
  CITING_OUTSIDE_PARKS: '{{value}} is on record in no park, so there is nothing to cite.',
  CITATION_UNKNOWN: 'One of the chosen items is not of this park; reload and choose again.',
  CITATION_REFUSED: '“{{item}}” may not be cited; no bundle was made.',
  CITATION_MOVED:
    'What you chose was changed meanwhile; no bundle was made. Check it and try again.',
  FOLLOW_UP_ELSEWHERE: 'This step of the follow-up evaluation was taken already.',
  FOLLOW_UP_NOT_YOURS: 'This step is not for your post.',
  CHANGE_DECIDED: '“{{value}}” was decided already.',
  CHANGE_NOT_YOURS: 'An approval officer decides on a major change.',
  CHANGE_MEETS_NONE:
    'What was reported meets no trigger, so it cannot be declared. Where the report is wrong, report the change anew.',
  CHANGE_WITHOUT_EIA: '{{value}} has no park-wide EIA in force, so there is nothing to decide.',
};

export const sharedDataProblemsZh = {
  DATASET_ENDED: '“{{value}}”已撤回或已被更新，不能再办这一步。',
  DATASET_NOT_YOURS: '这一步不由您的岗位办理。',
  DATASET_LACKS: '这一项必须填写。',
  DATASET_NOT_SAMPLED: '入网证明没有采样日期，请清空。',
  DATASET_SAMPLED_LATER: '采样日期 {{value}} 还没有到。',
  DATASET_VALID_BEFORE_SAMPLING: '有效期起 {{value}} 早于采样日期 {{limit}}。',
  DATASET_VALID_TOO_LONG:
    '有效期止 {{value}} 太晚：这类数据自采样起 {{years}} 年内可以引用，最晚到 {{limit}}。',
  DATASET_NOT_SHORTER: '只能比现在的有效期止 {{limit}} 更早。',
  DATASET_UNKNOWN: '没有这份要更新的数据。',
  DATASET_OTHER_KIND: '要更新的“{{value}}”不是同一类数据。',
  CITING_OUTSIDE_PARKS: '{{value}}没有登记在园区里，不能引用园区的共享数据。',
  CITATION_UNKNOWN: '所选内容里有一项不属于本园区，请刷新后重选。',
  CITATION_REFUSED: '“{{item}}”不能引用，引用包没有生成。',
  CITATION_MOVED: '生成期间所选数据的内容有变化，引用包没有生成。请核对后重新生成。',
  FOLLOW_UP_ELSEWHERE: '这次跟踪评价已经办过这一步。',
  FOLLOW_UP_NOT_YOURS: '这一步不由您的岗位办理。',
  CHANGE_DECIDED: '“{{value}}”已经作出认定。',
  CHANGE_NOT_YOURS: '重大变动由生态环境部门的审批人员认定。',
  CHANGE_MEETS_NONE:
    '按填报的情况没有一条触发，不能认定为重大变动。情况不实的，请另行填报后再认定。',
  CHANGE_WITHOUT_EIA: '{{value}}没有有效的整体环评，不用认定重大变动。',
};

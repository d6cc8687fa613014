/** Why a filing or an application was refused, and what to do next. */
export const caseProblemsZh = {
  CASE_LEVEL_OPEN:
    '还有 {{count}} 项情况没有说清，要办哪种手续还定不下来。请把没有回答的问题答完，再来办理。',
  CASE_NOT_UNDER_EIA:
    '名录没有规定这类项目要做环评，不用办理环评手续，也不用备案。请留存这份判断结果。',
  CASE_DIRECT_ENTRY:
    '这个项目符合园区整体环评的准入条件，可以直接入驻，不用再办环评手续。请办理入园准入。',
  CASE_EXCLUDED: '这个项目在不纳入环评管理的目录里，无需审批、备案。请留存这份判断结果。',
  CASE_FILING_WAIVED: '这个项目按排污许可登记管理，不用再填报环境影响登记表。请办理排污登记。',
  CASE_LEVEL_CHANGED:
    '按今天的规定，这个项目的环评类别已经不同于 {{limit}} 的判断。请按今天的规定重新判断，再继续办理。',
  CASE_LAW_CHANGED: '{{limit}} 判断所用的名录已经换了版本。请按今天的规定重新判断，再继续办理。',
  CASE_RELIEF_LAPSED:
    '{{limit}} 判断时依据的改革措施（{{adoption}}）已不再有效，不能再据此办理。请按今天的规定重新判断。',
  CASE_STEP_OF_OTHER_TRACK: '这一件不是这种办理方式，没有这一步。请看它的办理方式。',
  CASE_STEP_NOT_NOW: '这一件现在不在这一步，这项操作没有做。请看过最新情况再试。',
  CASE_STEP_NOT_YOURS: '您今天的岗位不能办这一步。',
  CASE_NOT_YOURS: '您不能替这家企业办理。请由企业自己办理，或者请企业先委托您。',
  FILING_INCOMPLETE: '登记表还有 {{count}} 处没有填好，不能提交。',
  FILING_AFTER_OPERATION:
    '计划投产日期 {{value}} 已经过了。登记表要在投入生产运营之前备案（《建设项目环境影响登记表备案管理办法》第九条）。已经投产的，请联系当地生态环境分局。',
  FILING_WITHOUT_ADOPTION:
    '降级承诺备案要写明改革区域、条款和采纳文件，这一件没有齐备，不能备案。请重新判断，或者按名录规定的类别办理。',
  FILING_NOT_DECLARED:
    '法定代表人的承诺没有全部勾选，不能提交（《建设项目环境影响登记表备案管理办法》第十一条）。',
  REFILING_AFTER_OPERATION:
    '项目计划在 {{value}} 投产，已经过了。重新备案只在投产之前办理（《建设项目环境影响登记表备案管理办法》第十三条）。',
  REFILING_APPLICANT: '建设单位变更的，请选另一家企业；法定代表人变更的，还是原来的企业。',
  PARK_RESTRICTED:
    '园区自 {{since}} 起被限批（{{value}}），限批解除前不受理、不备案、不准入。请向园区了解何时解除。',
} as const;

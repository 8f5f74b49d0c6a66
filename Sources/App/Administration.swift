import AdministrativeHall
import Identity
import Operations
import ServiceRequests
import Takeover

extension AdministrativeTask {
    /// What the three administrators keep in order, in the order in which they need it.
    static let all: [AdministrativeTask] = [
        .init("账号与岗位", "/desk/accounts", "谁任什么岗位，提出和查看变动", for: Role.administrators),
        .init("科室", "/desk/offices", "部门里有哪些科室，设立、更名、撤销", for: Role.administrators),
        .init("岗位变动审定", "/desk/post-changes", "等待安全管理员审定的岗位变动", for: Role.administrators),
        .init("岗位权限", "/desk/grants", "各岗位能做什么、管到哪里，提出和审定变动", for: Role.administrators),
        .init("目录来源", "/desk/directory-sources", "按 SCIM 同步工作人员账号的目录系统", for: Role.administrators),
        .init("重置密码", "/desk/password-resets", "本人忘记密码时，核对身份后发一次性密码", for: [.secadmin]),
        .init("权限说明", "/desk/rights", "各岗位能做什么，某人为什么能做", for: Role.administrators),
        .init("机构改革", "/desk/restructurings", "部门合并、拆分、更名、撤销和人员转隶", for: Role.administrators),
        .init("审计日志", "/desk/audit", "按人员、对象、部门、时间和事项检索，导出", for: [.auditadmin]),
        .init("异常线索", "/desk/audit/patterns", "大量查看、夜间查看、同一终端多个账号等", for: [.auditadmin]),
        .init("对查看的投诉", "/desk/audit/complaints", "当事人认为不妥的查看，核查后答复", for: [.auditadmin]),
        .init("接入系统", "/desk/openid-clients", "哪些系统用本站账号登录，审定和密钥", for: Role.administrators),
        .init("业务流程", "/desk/processes", "上传、试运行、审批和比较流程", for: [.sysadmin, .secadmin]),
        .init("事项类型", "/desk/item-types", "基本编码里的事项类型代码和名称", for: [.sysadmin]),
        .init("全国行政区划", "/desk/regions", "表单里选省、市、县用的代码表，导入较新的一份", for: [.sysadmin]),
        .init("判定表", "/desk/decisions", "编辑、试算和公布业务规则", for: [.sysadmin, .secadmin]),
        .init("证照类型", "/desk/licence-types", "每种电子证照的名称、发证机关、有效期和登记项", for: [.sysadmin]),
        .init("文书模板", "/desk/paper-templates", "各种通知书和决定书怎么写，起草和审定公布", for: [.sysadmin, .secadmin]),
        .init("工作日历", "/desk/calendar", "节假日和调休，所有时限由此计算", for: [.sysadmin]),
        .init("办事大厅", HallPath.desk, "大厅、窗口、窗口人员、预约和排队规则", for: [.sysadmin]),
        .init("待重试的办件", "/desk/incidents", "系统没有办成、等待重试的环节", for: [.sysadmin]),
        .init("站内搜索", "/desk/search", "没有搜到的词、同义词、推荐结果", for: [.sysadmin]),
        .init("网站检查规则", "/desk/inspection-rules", "更新周期、单项否决、扣分和加分", for: [.sysadmin]),
        .init("群众诉求规则", RequestPath.rules, "诉求的类别和承办单位、期限、处理意见、复查复核", for: [.sysadmin]),
        .init("流程分析规则", "/desk/process-analysis-rules", "夜里几点重新计算，哪些步骤可以同时办", for: [.sysadmin]),
        .init("Open311 接入", RequestPath.keys, "按 Open311 提出诉求的程序，发放和停用密钥", for: [.sysadmin]),
        .init("消息发送", "/desk/messages", "短信和邮件走到哪一步，模板和接入的系统", for: Role.administrators),
        .init("后台任务", "/desk/jobs", "导出、重算、送达等任务的进度", for: [.sysadmin]),
        .init("旧系统迁入", TakeoverPath.takeovers, "从原系统迁入部门、用户和办件", for: Role.administrators),
        .init("法人库导入", "/desk/imports", "从登记机关的文件更新企业数据", for: [.sysadmin]),
    ]
}

import Web

/// What can stand in the journal, by its Chinese names: of what a route does its title, of all else the words here.
struct AuditActions: Sendable {
    /// The actions of one kind.
    struct Group: Sendable {
        let title: String
        let actions: [(code: String, name: String)]
    }

    /// The groups in their order.
    let groups: [Group]
    /// The name of each action by its code.
    let names: [String: String]

    /// - Parameter routes: everything that can be done in the installation.
    init(routes: [Route]) {
        let done = routes.compactMap { route in route.journal.map { ($0, route.title) } }
        names = Dictionary(done) { first, _ in first }.merging(Self.others) { _, own in own }
        let kinds = Dictionary(grouping: names.keys) { String($0.prefix { $0 != "." }) }
        let known = Self.kinds.filter { kinds[$0.kind] != nil }
        let rest = kinds.keys.filter { kind in !Self.kinds.contains { $0.kind == kind } }.sorted()
        groups = (known + rest.map { (kind: $0, title: $0) }).map { [names] kind, title in
            Group(
                title: title, actions: (kinds[kind] ?? []).sorted().map { (code: $0, name: names[$0] ?? $0) })
        }
    }

    /// The name of an action; its code when it has none.
    subscript(_ code: String) -> String { names[code] ?? code }

    /// Whether there is such an action.
    func contains(_ code: String) -> Bool { names[code] != nil }

    private static let kinds: [(kind: String, title: String)] = [
        ("case", "办件"), ("task", "任务"), ("material", "材料"), ("file", "文件"), ("application", "填报"),
        ("case_list", "办件清单"), ("person", "个人信息"), ("session", "登录"), ("password", "密码"),
        ("passkey", "通行密钥"), ("certificate", "数字证书"), ("proof", "身份验证"), ("kiosk", "自助机"),
        ("messages", "消息"), ("post", "岗位"), ("office", "科室"), ("delegation", "代理"), ("process", "流程"),
        ("decision", "判定表"), ("calendar", "日历"), ("enterprise_import", "法人库导入"), ("job", "后台任务"),
        ("journal", "日志"), ("witness", "见证"), ("person_request", "个人信息请求"), ("audit", "审计"),
        ("openid", "登录其他系统"), ("client", "接入系统"), ("inspection", "网站检查"),
        ("inspection_rules", "网站检查规则"), ("correction", "读者纠错"), ("column", "栏目"),
        ("annual_inspection", "联合年检"),
    ]

    /// What no button does by itself.
    private static let others: [String: String] = [
        "case.read": "查看办件", "case.disclosed": "查看未遮挡的个人信息", "material.read": "查看材料",
        "case.accepted": "受理", "case.deemed_accepted": "视为受理", "case.composed": "汇总联办结果",
        "case.delivered": "送达", "case.denied": "不予许可", "case.granted": "准予许可", "case.dispatched": "分送部门",
        "case.escalated": "报告负责人", "case.refused": "不予受理", "case.incident": "系统没有办成",
        "case.error_caught": "按流程处理差错", "case.message_held": "暂存来文", "case.message_sent": "发出公文",
        "case.message_taken": "取用来文", "case.rule_decided": "按判定表认定", "case.signal_sent": "发出通知信号",
        "case.version_changed": "换用新版流程", "task.handed_back": "交回委托人", "task.recalled": "追回",
        "task.rejected": "驳回", "task.resumed": "恢复环节", "task.signer_removed": "取消加签",
        "task.suspended": "挂起环节", "task.urged": "催办环节", "task.withdrawn": "撤回环节",
        "session.opened": "登录", "session.refused": "登录未成功", "session.closed": "退出",
        "journal.erased": "删除日志中的个人信息", "audit.searched": "检索审计日志", "audit.entry_read": "查看日志记录",
        "post.asked": "提出岗位变动", "post.granted": "给予岗位", "post.revoked": "收回岗位", "post.refused": "不同意岗位变动",
        "post.withdrawn": "撤回岗位变动", "delegation.arranged": "安排代理", "delegation.ended": "结束代理",
        "audit.finding_dismissed": "排除线索", "audit.finding_handed": "移交线索", "audit.exported": "导出审计日志",
        "audit.rules_changed": "修改审计规则", "person.copied": "下载本人信息",
        "person_request.asked": "提出信息请求", "person_request.answered": "答复信息请求",
        "enterprise_import.finished": "法人库导入完成", "openid.authorized": "登录其他系统",
        "openid.consented": "同意其他系统使用资料", "openid.tokens-issued": "换取令牌",
        "openid.claims-read": "其他系统读取资料", "openid.replay-detected": "令牌被重复使用",
        "openid.token-revoked": "作废令牌", "column.warned": "提醒更新栏目",
        "client.asked": "提出接入系统", "client.approved": "审定接入系统",
    ]
}

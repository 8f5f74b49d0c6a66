/// What a new site begins with. A new template is a case with its words and its columns here.
enum SiteTemplate: String, Sendable, CaseIterable {
    case department, news, topic, party, consultative, talent, investment

    /// The word people read.
    var chinese: String {
        switch self {
        case .department: "部门子站"
        case .news: "新闻子站"
        case .topic: "专题子站"
        case .party: "党建子站"
        case .consultative: "政协子站"
        case .talent: "人才子站"
        case .investment: "招商子站"
        }
    }

    /// Its columns, with the periods of the national inspection (国办秘函〔2019〕19号).
    var columns: [ColumnDraft] {
        switch self {
        case .department: Self.departmentColumns
        case .news:
            [
                ColumnDraft(code: "headlines", name: "要闻", intro: "区里的大事。", kind: .article, updateDays: 14),
                ColumnDraft(code: "streets", name: "街道社区", intro: "身边的事。", kind: .article, updateDays: 14),
                ColumnDraft(code: "pictures", name: "图片新闻", intro: "用图片说新闻。", kind: .gallery),
            ]
        case .topic:
            [
                ColumnDraft(code: "progress", name: "进展", intro: "做到哪一步。", kind: .article, updateDays: 14),
                ColumnDraft(code: "policies", name: "政策", intro: "依据什么。", kind: .policy, updateDays: 180),
            ]
        case .party: Self.partyColumns
        case .consultative: Self.consultativeColumns
        case .talent: Self.talentColumns
        case .investment: Self.investmentColumns
        }
    }

    private static let departmentColumns = [
        ColumnDraft(code: "leaders", name: "领导信息", intro: "谁负责什么。", kind: .leader),
        ColumnDraft(code: "duties", name: "机构职能", intro: "本单位和内设机构做什么。", kind: .organ),
        ColumnDraft(code: "dynamics", name: "工作动态", intro: "本单位的工作。", kind: .article, updateDays: 14),
        ColumnDraft(code: "notices", name: "通知公告", intro: "请您知道的事。", kind: .notice, updateDays: 180),
        ColumnDraft(code: "policies", name: "政策文件", intro: "本单位的文件。", kind: .policy, updateDays: 180),
        ColumnDraft(code: "questions", name: "常见问题", intro: "大家常问的事。", kind: .faq),
    ]

    private static let partyColumns = [
        ColumnDraft(code: "headlines", name: "党建要闻", intro: "党的建设的新消息。", kind: .article, updateDays: 14),
        ColumnDraft(code: "notices", name: "通知公告", intro: "请党组织和党员知道的事。", kind: .notice, updateDays: 180),
        ColumnDraft(code: "topics", name: "专题学习", intro: "把相关的内容收在一起。", kind: .topic),
        ColumnDraft(code: "pictures", name: "图集", intro: "活动的图片。", kind: .gallery),
    ]

    private static let consultativeColumns = [
        ColumnDraft(code: "headlines", name: "政协要闻", intro: "政协的新消息。", kind: .article, updateDays: 14),
        ColumnDraft(code: "notices", name: "通知公告", intro: "会议和活动。", kind: .notice, updateDays: 180),
        ColumnDraft(code: "leaders", name: "机构领导", intro: "谁负责什么。", kind: .leader),
        ColumnDraft(code: "proposals", name: "提案工作", intro: "提案的征集和办理。", kind: .article, updateDays: 180),
    ]

    private static let talentColumns = [
        ColumnDraft(code: "policies", name: "人才政策", intro: "引进、培养和奖励。", kind: .policy, updateDays: 180),
        ColumnDraft(code: "notices", name: "招聘和申报", intro: "正在进行的招聘和申报。", kind: .notice, updateDays: 180),
        ColumnDraft(code: "questions", name: "常见问题", intro: "落户、住房、子女入学。", kind: .faq),
        ColumnDraft(code: "dynamics", name: "人才动态", intro: "身边的人才。", kind: .article, updateDays: 14),
    ]

    private static let investmentColumns = [
        ColumnDraft(code: "projects", name: "招商项目", intro: "正在寻找投资的项目。", kind: .project),
        ColumnDraft(code: "policies", name: "投资政策", intro: "扶持和奖励。", kind: .policy, updateDays: 180),
        ColumnDraft(code: "questions", name: "投资指南", intro: "办企业要走的每一步。", kind: .faq),
        ColumnDraft(code: "dynamics", name: "招商动态", intro: "签约和建设。", kind: .article, updateDays: 14),
    ]
}

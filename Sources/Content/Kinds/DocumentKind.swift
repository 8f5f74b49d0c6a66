/// What kind of document something is; it decides what is asked for and what its page shows.
enum DocumentKind: String, Codable, Sendable, CaseIterable {
    /// 文章
    case article
    /// 通知公告
    case notice
    /// 政策文件
    case policy
    /// 常见问题: the title is the question, the text the answer
    case faq
    /// 领导信息: the title is the name, the text the duties
    case leader
    /// 机构职能: the title is the organ, the text its duties
    case organ
    /// 招商项目
    case project
    /// 专题: documents of several columns under headings
    case topic
    /// 图集
    case gallery

    /// The word people read.
    var chinese: String {
        switch self {
        case .article: "文章"
        case .notice: "通知公告"
        case .policy: "政策文件"
        case .faq: "常见问题"
        case .leader: "领导信息"
        case .organ: "机构职能"
        case .project: "招商项目"
        case .topic: "专题"
        case .gallery: "图集"
        }
    }

    /// What its title is called.
    var titleLabel: String {
        switch self {
        case .faq: "问题"
        case .leader: "姓名"
        case .organ: "机构名称"
        case .project: "项目名称"
        case .topic: "专题名称"
        case .gallery: "图集名称"
        case .article, .notice, .policy: "标题"
        }
    }

    /// What its text is called.
    var bodyLabel: String {
        switch self {
        case .faq: "答复"
        case .leader: "分工和简历"
        case .organ: "主要职责"
        case .project: "项目介绍"
        case .topic: "导语"
        case .gallery: "说明"
        case .article, .notice, .policy: "正文"
        }
    }

    /// Whether there is nothing to read without a text.
    var needsBody: Bool { self != .topic && self != .gallery }

    /// How many images there are at least.
    var leastImages: Int {
        switch self {
        case .leader: 1
        case .gallery: 2
        default: 0
        }
    }

    /// Whether its columns are in an order of their own, not by date, and stand on one page.
    var isOrdered: Bool { self == .leader || self == .organ }
}

/// What a post lets its holder do (角色). The three administrators are distinct people, and none of them can
/// do another's work (三员分立, GB/T 22239).
public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// 办事群众, every account that holds no post
    case citizen
    /// 综合窗口人员
    case clerk
    /// 经办人员
    case officer
    /// 部门负责人
    case head
    /// 区领导
    case leader
    /// 监察人员
    case supervisor
    /// 信息编辑
    case editor
    /// 信息审核
    case reviewer
    /// 信息发布
    case publisher
    /// 热线话务员
    case hotline
    /// 人大代表
    case deputy
    /// 系统管理员
    case sysadmin
    /// 安全管理员
    case secadmin
    /// 审计管理员
    case auditadmin

    /// The role's name in Chinese.
    public var chinese: String {
        switch self {
        case .citizen: "办事群众"
        case .clerk: "综合窗口人员"
        case .officer: "经办人员"
        case .head: "部门负责人"
        case .leader: "区领导"
        case .supervisor: "监察人员"
        case .editor: "信息编辑"
        case .reviewer: "信息审核"
        case .publisher: "信息发布"
        case .hotline: "热线话务员"
        case .deputy: "人大代表"
        case .sysadmin: "系统管理员"
        case .secadmin: "安全管理员"
        case .auditadmin: "审计管理员"
        }
    }

    /// Whether the holder works on matters of the organ and so sees them. A deputy or an administrator
    /// sits in an organ without seeing its matters (least privilege).
    public var handlesMatters: Bool {
        switch self {
        case .clerk, .officer, .head: true
        default: false
        }
    }
}

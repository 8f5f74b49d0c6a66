import Web

/// What is asked for on the pages of rights.
extension Power {
    static let askPosts = Power("post.ask", "提出岗位变动", .system, isKept: true)
    static let decidePosts = Power("post.decide", "审定岗位变动", .security, isKept: true)
    static let editOffices = Power("office.edit", "设置科室", .system)
    static let readGrants = Power("grant.read", "查看权限变动", .administration, isKept: true)
    static let askGrants = Power("grant.ask", "提出权限变动", .system, isKept: true)
    static let decideGrants = Power("grant.decide", "审定权限变动", .security, isKept: true)
}

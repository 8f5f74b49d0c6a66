import Web

/// What is asked for on the pages of takeovers.
extension Power {
    static let readTakeovers = Power("takeover.read", "查看旧系统迁入", .administration)
    static let prepareTakeovers = Power("takeover.prepare", "准备、提交和撤销旧系统迁入", .system)
    static let decideTakeovers = Power("takeover.decide", "审定旧系统迁入", .security)
}

import Web

extension Power {
    /// Looking at the directories from which accounts of staff are kept in step.
    static let readDirectories = Power("directory.read", "查看目录来源", .administration)
    /// Proposing a directory and saying which post a group stands for.
    static let askDirectories = Power("directory.ask", "登记目录来源", .system)
    /// Deciding what was proposed.
    static let decideDirectories = Power("directory.decide", "审定目录来源", .security)
}

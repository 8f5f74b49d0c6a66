import Web

extension Power {
    /// Looking at how often public pages are read.
    static let readStatistics = Power("statistics.read", "查看访问统计", .matters)
}

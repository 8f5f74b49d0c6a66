import Refusals
import WorkingTime

/// How long the longest way through the items of a joint service takes: what the whole may promise at the least.
public struct JointPromise: Sendable, Hashable {
    /// The items on it, first to last.
    public let way: [ServiceItem]
    /// Working days from acceptance.
    public let days: Int

    /// - Parameter items: those the service is made of. The order must be sound.
    init(_ order: JointOrder, _ items: [String: ServiceItem]) {
        let slugs = order.longestWay { items[$0]?.workingDays ?? 0 }
        way = slugs.compactMap { items[$0] }
        // What is left of reckoning with fractions is no reason to promise a day more.
        days = Int((way.map(\.workingDays).reduce(0, +) - 0.0001).rounded(.up))
    }

    /// The promise.
    public var limit: TimeLimit { TimeLimit(value: Swift.max(days, 0), unit: .workingDay) }

    /// `公司设立登记（1 个工作日）→ 公章刻制备案（1 个工作日）`.
    public var words: String {
        way.map { "\($0.name)（\($0.ownLimit?.chinese ?? "没有时限")）" }.joined(separator: " → ")
    }

    /// Why nothing shorter can be promised.
    public var reason: Sentence { "最长的一条路是\(words)，共 \(days) 个工作日，承诺时限不能比它短。" }
}

extension ServiceItem {
    /// What governs this item by itself: its promise, or the law.
    var ownLimit: TimeLimit? { limits.promised ?? limits.legal }

    /// The same in working days; a week has five.
    var workingDays: Double { (ownLimit?.approximateDays ?? 0) * 5 / 7 }
}

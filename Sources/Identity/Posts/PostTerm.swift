import Refusals
import WorkingTime

/// From when until when somebody holds a post; both days count.
public struct PostTerm: Sendable, Hashable {
    /// The first day; `nil` is ever since.
    public let from: CivilDate?
    /// The last day; `nil` while there is no end.
    public let until: CivilDate?

    /// A term.
    ///
    /// - Throws: `invalid` when it ends before it begins.
    public init(from: CivilDate?, until: CivilDate?) throws {
        if let from, let until, until < from {
            throw DomainError.invalid("until", "截止日期不能早于开始日期。")
        }
        (self.from, self.until) = (from, until)
    }

    /// Without beginning and end.
    public static let unlimited = PostTerm()

    private init() { (from, until) = (nil, nil) }

    /// Whether a day is part of it.
    public func contains(_ day: CivilDate) -> Bool {
        from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
    }

    /// The term in words: `2026-12-01 至 2027-03-31`.
    public var chinese: String {
        switch (from, until) {
        case (nil, nil): "长期"
        case (let from?, nil): "自 \(from.iso) 起"
        case (nil, let until?): "至 \(until.iso) 止"
        case (let from?, let until?): "\(from.iso) 至 \(until.iso)"
        }
    }
}

import Cases
import WorkingTime

/// Until when a paper holds.
struct Validity {
    private let until: CivilDate?
    private let from: CivilDate

    init(_ document: IssuedDocument) {
        until = document.validUntil
        from = document.issuedAt.day
    }

    /// `2026年11月25日至2031年11月24日`, `长期`.
    var words: String { until.map { "\(from.written)至\($0.written)" } ?? "长期" }

    /// The last day still counts.
    func isExpired(on today: CivilDate) -> Bool { until.map { $0 < today } ?? false }
}

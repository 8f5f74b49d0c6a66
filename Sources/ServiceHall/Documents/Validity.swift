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

    /// `2026-11-25 至 2031-11-24`, `长期`.
    var words: String { until.map { "\(from.iso) 至 \($0.iso)" } ?? "长期" }

    /// The last day still counts.
    func isExpired(on today: CivilDate) -> Bool { until.map { $0 < today } ?? false }
}

import Government
import Refusals
import Storage
import WorkingTime

/// How corrections were dealt with over a span.
struct CorrectionFigures: Sendable, Hashable {
    var received = 0
    var answered = 0
    var adopted = 0
    /// Not answered within the limit.
    var late = 0
}

extension CorrectionStore {
    /// So many are looked at.
    private static let most = 1_000

    /// Those of a site that should have been answered by now.
    static func late(in site: ContentSite, _ rules: InspectionRules, at now: Instant, _ tx: Transaction)
        throws
        -> Measurement
    {
        let rows = try tx.rows(
            """
            SELECT * FROM content_correction WHERE site_id = \(site.id) AND answered_at IS NULL
            ORDER BY received_at, id LIMIT \(most)
            """)
        let calendar = try calendar(in: tx)
        let late = try rows.map(Correction.init).filter {
            $0.isLate(rules.correctionLimit, calendar, at: now)
        }
        return Measurement(
            late.map {
                Evidence(
                    words:
                        "《\($0.title)》的纠错，\($0.receivedAt.day.written)收到，应在\($0.due(rules.correctionLimit, calendar).day.written)以前答复",
                    path: CorrectionPath.desk(String($0.id)))
            })
    }

    /// How those that came in within a span were dealt with.
    static func figures(
        of site: Int64, from first: CivilDate, through last: CivilDate, _ rules: InspectionRules,
        at now: Instant,
        in tx: Transaction
    ) throws -> CorrectionFigures {
        let rows = try tx.rows(
            """
            SELECT * FROM content_correction
            WHERE site_id = \(site) AND received_at >= \(first.startOfDay) AND received_at <= \(last.endOfDay)
            ORDER BY received_at DESC, id DESC LIMIT \(most)
            """)
        let calendar = try calendar(in: tx)
        return try rows.map(Correction.init).reduce(into: CorrectionFigures()) { figures, correction in
            figures.received += 1
            if correction.answer != nil { figures.answered += 1 }
            if correction.answer?.outcome == .adopted { figures.adopted += 1 }
            if correction.isLate(rules.correctionLimit, calendar, at: now) { figures.late += 1 }
        }
    }

    /// Before a calendar is published, weekends alone are days off.
    static func calendar(in tx: Transaction) throws -> WorkingCalendar {
        do { return try Directory.calendar(in: tx) } catch DomainError.notFound { return .weekendsOnly }
    }
}

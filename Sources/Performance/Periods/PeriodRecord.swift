import Government
import Journal
import Refusals
import WorkingTime

/// An organ as it was when a period was frozen.
struct AssessedOrgan: Sendable, Hashable, Codable {
    let key: String
    let name: String
    /// The last day of an organ that has vanished, and who took up what it did.
    var lastDay: String?
    var successor: String?

    init(_ organ: Organ) {
        (key, name) = (organ.key, organ.name)
        (lastDay, successor) = (organ.validUntil?.iso, organ.successor)
    }
}

/// A period that somebody has asked to freeze, and then with what it was computed.
struct PeriodRecord: Sendable {
    let period: Period
    let askedBy: Int64
    let askedByName: String
    let askedAt: Instant
    let daysDone: Int
    let modelID: Int64?
    let calendarVersion: Int?
    let organs: [AssessedOrgan]
    /// Empty for what was frozen before there were offices.
    let offices: [AssessedOffice]
    let frozenAt: Instant?
    /// Until when organs may appeal.
    let appealsUntil: Instant?
    /// The corrections of its months and quarters that were in the figures it was frozen with.
    let inherited: Set<Int64>

    var isFrozen: Bool { frozenAt != nil }

    /// Whether the period may be frozen on a day.
    /// - Throws: `conflict` with the reason why not.
    static func requireSettled(_ period: Period, _ model: PerformanceModel, today: CivilDate) throws {
        let first = period.last.adding(days: 1 + model.settleDays)
        guard today >= first else {
            throw DomainError.conflict(
                "\(period.chinese)要到 \(first.chinese) 才能核定：期满后留 \(model.settleDays) 天补录、自评和审核。")
        }
    }

    /// What was frozen stands for good and is published: a period of which nothing is known is not.
    /// - Throws: `conflict` for one without a case and without a month that was frozen.
    static func requireFilled(_ period: Period, _ isFilled: Bool) throws {
        guard isFilled else {
            let months = period.kind == .month ? "" : "，也没有核定过的月份"
            throw DomainError.conflict("\(period.chinese)没有办件\(months)，不能核定。")
        }
    }
}

/// With what the points of a period were computed, and the points.
struct Freezing: Sendable {
    let modelID: Int64
    let calendarVersion: Int
    let organs: [AssessedOrgan]
    let offices: [AssessedOffice]
    let ranking: Ranking
    let officeScores: [OfficeScores]
    /// Corrections of its months and quarters that are in the figures.
    let inherited: [Int64]
    let appealsUntil: Instant
}

import Foundation
import Journal
import Storage
import WorkingTime
import Yams

/// Until when an organ has to conclude what an enterprise had to correct, as supervision watches it.
public struct ConclusionLimit: Sendable, Hashable {
    /// The filing.
    public let filing: Int64
    /// The year.
    public let year: Int
    /// The enterprise's name.
    public let name: String
    /// The organ that concludes.
    public let organ: String
    /// When the enterprise filed.
    public let filedOn: CivilDate
    /// Until when.
    public let dueOn: CivilDate
    /// When it was concluded; nil before.
    public let endedOn: CivilDate?
    /// Where it stands, in words: `整改中`, `待复核`, `已有结论`.
    public let state: String
}

/// Hands such a limit to whoever watches it, in the transaction in which it begins, moves and ends.
public typealias ConclusionWatch = @Sendable (ConclusionLimit, Actor, Instant, Transaction) throws -> Void

/// The limits of annual inspections. They are data: places differ.
struct InspectionRules: Sendable, Hashable, Decodable {
    /// In working days, after the time for correcting is over.
    let conclusionDays: Int

    private enum CodingKeys: String, CodingKey {
        case conclusionDays = "conclusion_days"
    }

    static func delivered() throws -> InspectionRules {
        guard let file = Bundle.module.url(forResource: "Resources/inspection", withExtension: "yaml") else {
            throw StorageError.io("inspection.yaml")
        }
        return try YAMLDecoder().decode(InspectionRules.self, from: Data(contentsOf: file))
    }

    /// Until when the organ of a part has to conclude; nil where nothing had to be corrected.
    func limit(
        of part: InspectionPart, in filing: InspectionFiling, by calendar: WorkingCalendar, now: Instant
    )
        -> ConclusionLimit?
    {
        guard let day = part.correctBy else { return nil }
        let limit = TimeLimit(value: conclusionDays, unit: .workingDay)
        let due = calendar.reckon(limit, from: day.startOfDay, now: now).due?.day
        let state = part.state.isFinal ? "已有结论" : part.state == .corrected ? "待复核" : "整改中"
        return ConclusionLimit(
            filing: filing.id, year: filing.year, name: filing.name, organ: part.organ,
            filedOn: filing.filedAt.day, dueOn: due ?? day.adding(days: conclusionDays),
            endedOn: part.state.isFinal ? part.decidedAt?.day : nil, state: state)
    }
}

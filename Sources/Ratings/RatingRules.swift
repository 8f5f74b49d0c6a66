import Foundation
import Storage
import WorkingTime
import Yams

/// The limits of what is done about a bad rating, in working days. They are data: places differ.
struct RatingRules: Sendable, Hashable, Decodable {
    let contactDays: Int
    let correctionDays: Int
    let callbackDays: Int
    let appealDays: Int
    /// How long the code of a visit counts, in days.
    let codeDays: Int

    private enum CodingKeys: String, CodingKey {
        case contactDays = "contact_days"
        case correctionDays = "correction_days"
        case callbackDays = "callback_days"
        case appealDays = "appeal_days"
        case codeDays = "code_days"
    }

    static func delivered() throws -> RatingRules {
        guard let file = Bundle.module.url(forResource: "Resources/ratings", withExtension: "yaml") else {
            throw StorageError.io("ratings.yaml")
        }
        return try YAMLDecoder().decode(RatingRules.self, from: Data(contentsOf: file))
    }

    /// The last day of a limit that begins now.
    static func due(_ days: Int, from now: Instant, _ calendar: WorkingCalendar) -> CivilDate {
        calendar.reckon(TimeLimit(value: days, unit: .workingDay), from: now, now: now).due?.day
            ?? now.day.adding(days: days)
    }
}

import Foundation
import Refusals

/// What makes a calendar's data unfit to reckon by.
public enum WorkingCalendarError: Error, Sendable, Hashable {
    /// Not the JSON of a calendar; the reason in a programmer's words.
    case unreadable(String)
    /// A day is both off and made up.
    case contradictory(CivilDate)
    /// A weekday is named as made up, which it cannot be: most likely a slip of the pen.
    case weekdayMadeUp(CivilDate)

    /// What is wrong, for a person.
    public var sentence: Sentence {
        switch self {
        case .unreadable(let reason): "工作日历无法读取：\(reason)"
        case .contradictory(let day): "\(day.chinese)既是放假又是调休上班，请核对工作日历。"
        case .weekdayMadeUp(let day): "\(day.chinese)不是周末，不能列为调休上班，请核对工作日历。"
        }
    }
}

extension WorkingCalendar {
    /// A calendar of these days.
    ///
    /// - Throws: `WorkingCalendarError` when a day contradicts another or itself.
    public init(
        version: Int, years: [Int], holidays: [CivilDate: String], workdays: Set<CivilDate>,
        source: String = ""
    ) throws(WorkingCalendarError) {
        for day in workdays.sorted() {
            if holidays[day] != nil { throw .contradictory(day) }
            if day.weekday < 6 { throw .weekdayMadeUp(day) }
        }
        self.init(
            unchecked: version, years: years, holidays: holidays, workdays: workdays, source: source)
    }

    /// The calendar that a JSON document writes:
    /// `{"version":1,"years":[2026],"holidays":{"2026-01-01":"元旦"},"workdays":["2026-01-04"]}`.
    ///
    /// - Throws: `WorkingCalendarError` when it cannot be read or contradicts itself.
    public init(decoding json: Data) throws(WorkingCalendarError) {
        do {
            self = try JSONDecoder().decode(WorkingCalendar.self, from: json)
        } catch let error as WorkingCalendarError {
            throw error
        } catch {
            throw .unreadable(String(describing: error))
        }
    }
}

extension WorkingCalendar: Codable {
    private enum Key: String, CodingKey { case version, years, holidays, workdays, source }

    /// Refuses days that contradict each other with `WorkingCalendarError`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        try self.init(
            version: container.decode(Int.self, forKey: .version),
            years: container.decode([Int].self, forKey: .years),
            holidays: container.decode([CivilDate: String].self, forKey: .holidays),
            workdays: container.decode(Set<CivilDate>.self, forKey: .workdays),
            source: container.decodeIfPresent(String.self, forKey: .source) ?? "")
    }

    /// The made-up days in order, so that the same calendar is always the same bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(version, forKey: .version)
        try container.encode(years, forKey: .years)
        try container.encode(holidays, forKey: .holidays)
        try container.encode(workdays.sorted(), forKey: .workdays)
        try container.encode(source, forKey: .source)
    }
}

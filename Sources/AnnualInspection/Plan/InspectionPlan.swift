import Journal
import Refusals
import Services
import WorkingTime

/// The plan of a year's joint annual inspection: which organs, which questions, from when to when. Prepared by one, published
/// by another.
struct InspectionPlan: Sendable, Hashable, Identifiable {
    /// What one organ wants to know.
    struct Part: Sendable, Hashable, Codable {
        /// The key of the organ.
        let organ: String
        /// Its questions. Their names are the organ's key and a number.
        let fields: [FormField]
    }

    /// What is entered about a year.
    struct Entry: Sendable, Hashable {
        let opensOn: CivilDate
        let closesOn: CivilDate
        let parts: [Part]
    }

    /// How far it is.
    enum State: String, Sendable {
        case drawn, published

        /// The word people read.
        var chinese: String { self == .drawn ? "起草中" : "已公布" }
    }

    let id: Int64
    let year: Int
    /// The key of the organ that prepares it.
    let lead: String
    private(set) var opensOn: CivilDate
    /// The last day on which may be filed.
    private(set) var closesOn: CivilDate
    private(set) var parts: [Part]
    private(set) var state: State
    private(set) var revision: Int
    private(set) var editedBy: Int64
    private(set) var publishedBy: Int64?
    private(set) var publishedAt: Instant?

    /// The name people read.
    var title: String { "\(year) 年度联合年检" }
    /// All questions.
    var fields: [FormField] { parts.flatMap(\.fields) }

    /// Whether may be filed on this day.
    func isOpen(on day: CivilDate) -> Bool { state == .published && opensOn <= day && day <= closesOn }

    /// Whether the time to file is over.
    func isOver(on day: CivilDate) -> Bool { state == .published && closesOn < day }

    /// Begins a year.
    ///
    /// - Throws: `invalid` for a year or an entry that cannot be.
    static func begin(
        id: Int64, year: Int, lead: String, _ entry: Entry, by actor: Actor, today: CivilDate
    ) throws -> InspectionPlan {
        guard (today.year - 1...today.year + 1).contains(year) else {
            throw DomainError.invalid("year", "年度只能是去年、今年或者明年。")
        }
        try check(entry)
        return InspectionPlan(
            id: id, year: year, lead: lead, opensOn: entry.opensOn, closesOn: entry.closesOn,
            parts: entry.parts, state: .drawn, revision: 0, editedBy: actor.accountID)
    }

    /// Changes what is prepared.
    ///
    /// - Parameter seen: the revision that was on the page.
    /// - Throws: `conflict` when it is published or somebody else has saved since, `invalid` for what cannot be.
    mutating func edit(_ entry: Entry, seen: Int, by actor: Actor) throws {
        guard state == .drawn else { throw DomainError.conflict("方案已经公布，企业正在按它申报，不能再改。") }
        guard seen == revision else {
            throw DomainError.conflict("您打开以后，别人保存过这份方案。请重新打开，看过改动再填写。")
        }
        try Self.check(entry)
        (opensOn, closesOn, parts) = (entry.opensOn, entry.closesOn, entry.parts)
        (revision, editedBy) = (revision + 1, actor.accountID)
    }

    /// Lets enterprises file by it.
    ///
    /// - Throws: `forbidden` for whoever wrote it last, `conflict` when it is published or its time is over.
    mutating func publish(by actor: Actor, at now: Instant) throws {
        guard state == .drawn else { throw DomainError.conflict("方案已经公布。") }
        guard actor.accountID != editedBy else {
            throw DomainError.forbidden("方案由另一人公布，您最后修改过这份方案，不能公布。")
        }
        guard closesOn >= now.day else { throw DomainError.conflict("截止日期已过，请先改申报时间。") }
        (state, publishedBy, publishedAt) = (.published, actor.accountID, now)
    }

    private static func check(_ entry: Entry) throws {
        guard entry.closesOn >= entry.opensOn else {
            throw DomainError.invalid("closes_on", "截止日期不能早于开始日期。")
        }
        guard !entry.parts.isEmpty else { throw DomainError.invalid("parts", "至少写一个部门的问题。") }
    }
}

import Journal
import Refusals
import WorkingTime

/// One version of the model: written by one person, switched on by another for periods that begin later.
struct ModelVersion: Sendable, Hashable {
    enum State: String, Sendable {
        case draft, on

        var chinese: String { self == .draft ? "起草中" : "启用" }
    }

    let id: Int64
    let version: Int
    private(set) var body: String
    private(set) var state: State
    private(set) var onFrom: CivilDate?
    private(set) var editedBy: Int64
    private(set) var editedByName: String
    private(set) var approvedBy: Int64?
    private(set) var approvedByName: String?
    private(set) var revision: Int

    /// What is read from its row.
    init(
        id: Int64, version: Int, body: String, state: State = .draft, onFrom: CivilDate? = nil,
        editedBy: Int64,
        editedByName: String, approvedBy: Int64? = nil, approvedByName: String? = nil, revision: Int = 0
    ) {
        (self.id, self.version, self.body, self.state, self.onFrom) = (id, version, body, state, onFrom)
        (self.editedBy, self.editedByName) = (editedBy, editedByName)
        (self.approvedBy, self.approvedByName, self.revision) = (approvedBy, approvedByName, revision)
    }

    /// The model that is written in it.
    /// - Throws: `invalid` for a text that cannot be read.
    func model() throws -> PerformanceModel { try PerformanceModel(text: body) }

    /// Writes the draft anew. A draft may have faults; what cannot be read at all is refused.
    mutating func edit(_ body: String, seen: Int, by actor: Actor) throws {
        guard state == .draft else { throw DomainError.conflict("这个版本已经启用过，请起草新的版本。") }
        guard seen == revision else { throw DomainError.conflict("别人刚刚修改过，请刷新以后再改。") }
        _ = try PerformanceModel(text: body)
        (self.body, editedBy, editedByName, revision) = (body, actor.accountID, actor.name, revision + 1)
    }

    /// Another person switches it on, who has seen what it does: the trial of just this text. A period that is running keeps
    /// the model it began with.
    ///
    /// - Parameter seen: the revision whose trial was looked at.
    mutating func switchOn(from day: CivilDate, today: CivilDate, seen: Int?, by actor: Actor) throws {
        guard state == .draft else { throw DomainError.conflict("这个版本已经启用。") }
        guard actor.accountID != editedBy else { throw DomainError.forbidden("指标是您写的，要由另一人启用。") }
        if let fault = try model().faults.first { throw DomainError.conflict(fault) }
        guard let seen else { throw DomainError.conflict("请先看试算，再启用。") }
        guard seen == revision else { throw DomainError.conflict("指标在您看过试算以后又改过，请再看一遍试算。") }
        guard day > today, day.day == 1 else {
            throw DomainError.invalid("on_from", "要从以后某个月的 1 日起：已经开始的一期按原来的指标考核到底。")
        }
        (state, onFrom) = (.on, day)
        (approvedBy, approvedByName) = (actor.accountID, actor.name)
    }

    /// The version that a period goes by: the newest that was on when it began.
    static func inForce(for period: Period, of versions: [ModelVersion]) -> ModelVersion? {
        versions.filter { $0.state == .on && ($0.onFrom.map { $0 <= period.first } ?? false) }
            .max { ($0.onFrom ?? .first, $0.version) < ($1.onFrom ?? .first, $1.version) }
    }
}

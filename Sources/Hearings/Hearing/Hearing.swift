import Journal
import Refusals
import WorkingTime

/// A hearing that is open to everybody.
struct Hearing: Sendable, Hashable {
    let id: Int64
    let organ: String
    var facts: Facts
    var state = State.draft
    var revision = 1
    var editedBy: Int64
    var announcedOn: CivilDate?
    /// The SHA-256 of what the draw will be made with.
    var seedDigest: String?
    /// What the draw was made with, once it was.
    var seed: String?
    var materialsOn: CivilDate?
    var recordDigest: String?
    var decision: Decision?
    var cancellation: Cancellation?

    var day: CivilDate { facts.startsAt.day }

    /// A new one.
    ///
    /// - Throws: `invalid` at the field.
    static func begin(_ facts: Facts, id: Int64, organ: String, by actor: Actor) throws -> Hearing {
        try facts.check()
        return Hearing(id: id, organ: organ, facts: facts, editedBy: actor.accountID)
    }

    /// Changes what will be announced.
    ///
    /// - Throws: `conflict` when somebody was first, or it is announced; `invalid` at the field.
    mutating func edit(_ facts: Facts, seen: Int, by actor: Actor) throws {
        guard state == .draft else { throw DomainError.conflict("听证会已经公告，内容不能再改；要改时间的，请改期并说明理由。") }
        guard seen == revision else { throw DomainError.conflict("有人刚刚改过，请看过最新的内容再改。") }
        try facts.check()
        (self.facts, revision, editedBy) = (facts, revision + 1, actor.accountID)
    }

    /// Announces it; another person than the one who wrote it.
    ///
    /// - Parameter digest: the SHA-256 of what the draw will be made with.
    /// - Throws: `conflict` with the days that are missing, `forbidden` for its writer.
    mutating func announce(by actor: Actor, on day: CivilDate, digest: String, _ rules: HearingRules)
        throws
    {
        guard state == .draft else { throw DomainError.conflict("听证会已经公告。") }
        let left = self.day.days(since: day)
        guard left >= rules.announceDays else {
            throw DomainError.conflict("听证会要提前 \(rules.announceDays) 天公告，现在离举行只有 \(left) 天，请改时间。")
        }
        guard facts.registerBy >= day else { throw DomainError.conflict("报名截止日期已过，请改日期。") }
        let between = self.day.days(since: facts.registerBy)
        guard between >= rules.registerDays else {
            throw DomainError.conflict(
                "报名要在听证会 \(rules.registerDays) 天前截止，才来得及抽签和公布名单；现在只隔 \(between) 天。")
        }
        guard actor.accountID != editedBy else { throw DomainError.forbidden("请由最后修改的人以外的另一人公告。") }
        (state, announcedOn, seedDigest) = (.announced, day, digest)
    }

    /// Whether people register on a day.
    func isRegistering(on day: CivilDate) -> Bool { state == .announced && day <= facts.registerBy }

    /// Says that materials are published.
    ///
    /// - Throws: `conflict` outside its time, or when it is too late for the day of the hearing.
    mutating func publishMaterials(on day: CivilDate, _ rules: HearingRules) throws {
        guard state == .announced || state == .drawn else {
            throw DomainError.conflict("听证会公告以后、举行以前公布材料。")
        }
        let left = self.day.days(since: day)
        guard left >= rules.materialsDays else {
            throw DomainError.conflict("材料要提前 \(rules.materialsDays) 天公布，现在离听证会只有 \(left) 天，请先改期。")
        }
        materialsOn = materialsOn ?? day
    }

    /// Opens the seed and the list with it.
    ///
    /// - Throws: `conflict` while people register, without anybody, or twice.
    mutating func draw(_ registered: Int, seed: String, on day: CivilDate) throws {
        guard state == .announced else { throw DomainError.conflict("已经抽过签，名单不能再变。") }
        guard day > facts.registerBy else {
            throw DomainError.conflict("报名到\(facts.registerBy.chinese)才截止，还不能抽签。")
        }
        guard registered > 0 else { throw DomainError.conflict("没有人报名，不能抽签。") }
        (state, self.seed) = (.drawn, seed)
    }
}

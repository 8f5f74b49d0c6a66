import Journal
import Refusals
import WorkingTime

/// An original on paper that belongs to a case (纸质原件), and who has it.
struct Paper: Sendable, Hashable, Identifiable {
    /// It is on its way and nobody has signed for it.
    struct Heading: Sendable, Hashable {
        let organ: String
        let handedBy: Int64
        let handedAt: Instant
    }

    let id: Int64
    let caseNumber: String
    /// What it is, and how many sheets.
    let words: String
    private(set) var place: String
    let takenBy: Int64
    let takenAt: Instant
    private(set) var heading: Heading?
    private(set) var returnedBy: Int64?
    private(set) var returnedAt: Instant?

    init(
        id: Int64, caseNumber: String, words: String, place: String, takenBy: Int64, takenAt: Instant,
        heading: Heading? = nil, returnedBy: Int64? = nil, returnedAt: Instant? = nil
    ) {
        (self.id, self.caseNumber, self.words, self.place) = (id, caseNumber, words, place)
        (self.takenBy, self.takenAt, self.heading) = (takenBy, takenAt, heading)
        (self.returnedBy, self.returnedAt) = (returnedBy, returnedAt)
    }

    /// It is handed to another organ.
    /// - Throws: `forbidden` for whoever does not have it, `conflict` when it is on its way or back with its owner.
    mutating func handOver(to organ: String, by giver: Actor, organs: Set<String>, at now: Instant) throws {
        try requireHere(organs)
        guard organ != place else { throw DomainError.invalid("organ", "原件就在这个部门，请选另一个部门。") }
        heading = Heading(organ: organ, handedBy: giver.accountID, handedAt: now)
    }

    /// It was not handed over after all.
    /// - Throws: `conflict` when it is not on its way, `forbidden` for somebody else's.
    mutating func takeBack(organs: Set<String>) throws {
        guard heading != nil else { throw Self.notOnItsWay }
        guard organs.contains(place) else { throw DomainError.forbidden("只有交出原件的部门可以收回。") }
        heading = nil
    }

    /// The other side says that it has it.
    /// - Returns: who gave it to whom, for the receipt.
    /// - Throws: `conflict` when it is not on its way, `forbidden` for whoever it was not handed to or who gave it.
    mutating func sign(by taker: Actor, organs: Set<String>) throws -> Heading {
        guard let heading else { throw Self.notOnItsWay }
        guard organs.contains(heading.organ) else { throw DomainError.forbidden("原件不是交给您所在的部门，不能签收。") }
        guard taker.accountID != heading.handedBy else { throw DomainError.forbidden("交出的人不能自己签收。") }
        (place, self.heading) = (heading.organ, nil)
        return heading
    }

    /// Its owner has it again.
    mutating func giveBack(by giver: Actor, organs: Set<String>, at now: Instant) throws {
        try requireHere(organs)
        (returnedBy, returnedAt) = (giver.accountID, now)
    }

    private static let notOnItsWay = DomainError.conflict("这份原件没有在交接途中。")

    private func requireHere(_ organs: Set<String>) throws {
        guard returnedAt == nil else { throw DomainError.conflict("这份原件已经退还申请人。") }
        guard heading == nil else { throw DomainError.conflict("这份原件已经交出，等待对方签收。") }
        guard organs.contains(place) else { throw DomainError.forbidden("原件不在您所在的部门，不能交接。") }
    }
}

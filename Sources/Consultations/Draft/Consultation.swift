import Journal
import Refusals
import WorkingTime

/// A draft on which everybody is asked (征求意见): what is being written of it, and where it stands.
struct Consultation: Sendable, Hashable {
    static let mostPassages = 200

    let id: Int64
    let organ: String
    var facts: Facts
    var passages: [Passage]
    var lastAnchor = 0
    var state = State.draft
    var revision = 1
    var editedBy: Int64
    var openedBy: Int64?
    var opensOn: CivilDate?
    /// The version that was published last; 0 for none.
    var version = 0
    var outcome: String?
    var closedAt: Instant?

    /// A new one.
    ///
    /// - Throws: `invalid` at the field.
    static func begin(_ facts: Facts, id: Int64, organ: String, by actor: Actor) throws -> Consultation {
        try facts.check()
        return Consultation(id: id, organ: organ, facts: facts, passages: [], editedBy: actor.accountID)
    }

    /// Whether comments are taken on a day.
    func isTaking(on day: CivilDate) -> Bool { state == .open && day <= facts.closesOn }

    /// - Throws: `notFound` for a draft, `conflict` after the end.
    func requireTaking(on day: CivilDate) throws {
        guard state != .draft else { throw DomainError.notFound(ConsultationOffice.missing) }
        guard isTaking(on: day) else {
            throw DomainError.conflict("征求意见已于\(facts.closesOn.chinese)截止，不能再提意见。结果会公布在这里。")
        }
    }

    func passage(_ anchor: String) -> Passage? { passages.first { $0.anchor == anchor } }
}

extension Consultation {
    /// Changes what is said about it; only before it is open.
    ///
    /// - Throws: `conflict` when somebody was first, or it is open; `invalid` at the field.
    mutating func edit(_ facts: Facts, seen: Int, by actor: Actor) throws {
        guard state == .draft else { throw DomainError.conflict("征求意见开始以后，标题、理由和时间不能再改。") }
        try write(seen, by: actor)
        try facts.check()
        self.facts = facts
    }

    /// Puts a passage in the place of the one with its mark, or at the end under a new mark.
    ///
    /// - Throws: as ``write(_:by:)``; `conflict` beyond two hundred.
    mutating func put(_ passage: Passage, seen: Int, by actor: Actor) throws {
        try write(seen, by: actor)
        if let place = passages.firstIndex(where: { $0.anchor == passage.anchor }) {
            passages[place] = passage
            return
        }
        try requireRoom()
        lastAnchor += 1
        passages.append(
            try Passage(
                anchor: "p\(lastAnchor)", heading: passage.heading, words: passage.words,
                because: passage.because))
    }

    /// Moves a passage up by one.
    mutating func raise(_ anchor: String, seen: Int, by actor: Actor) throws {
        try write(seen, by: actor)
        guard let place = passages.firstIndex(where: { $0.anchor == anchor }), place > 0 else { return }
        passages.swapAt(place, place - 1)
    }

    /// Takes a passage away. Its mark is not given again: comments stand at it.
    mutating func remove(_ anchor: String, seen: Int, by actor: Actor) throws {
        try write(seen, by: actor)
        passages.removeAll { $0.anchor == anchor }
    }

    /// Puts a passage of the last version that was taken away back under its mark, behind the nearest that stood before it
    /// there and is not gone too.
    ///
    /// - Throws: as ``put(_:seen:by:)``; `notFound` for one that was not taken away.
    mutating func restore(_ anchor: String, of last: [Passage], seen: Int, by actor: Actor) throws {
        try write(seen, by: actor)
        guard let gone = removed(since: last).first(where: { $0.anchor == anchor }) else {
            throw DomainError.notFound("没有这一条。")
        }
        try requireRoom()
        let neighbour = last.prefix { $0.anchor != anchor }.last { passage($0.anchor) != nil }
        let place = passages.firstIndex { $0.anchor == neighbour?.anchor }
        passages.insert(gone, at: place.map { $0 + 1 } ?? 0)
    }

    private func requireRoom() throws {
        guard passages.count < Self.mostPassages else {
            throw DomainError.conflict("一份稿子最多 \(Self.mostPassages) 条。")
        }
    }

    private mutating func write(_ seen: Int, by actor: Actor) throws {
        guard state != .closed else { throw DomainError.conflict("征求意见已经结束，稿子不能再改。") }
        guard seen == revision else { throw DomainError.conflict("有人刚刚改过这份稿子，请看过最新的内容再改。") }
        (revision, editedBy) = (revision + 1, actor.accountID)
    }
}

import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// The offices of organs (科室): opened, renamed, closed, each in one transaction with its entry in the journal.
///
/// An office gives nobody a right; it says where in an organ a post stands, and so whose work it was.
public struct Offices: Sendable {
    private let database: Database

    /// The offices of an installation.
    public init(database: Database) { self.database = database }

    /// The offices an organ has and had, each with the number of posts in it.
    public func offices(of organ: String) async throws -> [(office: OrganOffice, posts: Int)] {
        try await database.read { tx in
            let counts = try OfficePosts.counts(of: organ, in: tx)
            return try Directory.offices(of: organ, in: tx).map { ($0, counts[$0.key] ?? 0) }
        }
    }

    /// An office with who holds a post in it, and the others of its organ.
    ///
    /// - Throws: `notFound`.
    public func office(_ key: String) async throws -> (
        office: OrganOffice, others: [OrganOffice], seats: [HeldSeat]
    ) {
        try await database.read { tx in
            let office = try Self.find(key, in: tx)
            let others = try Directory.offices(of: office.organ, in: tx).filter { $0.key != key }
            return (office, others, try OfficePosts.seats(in: key, tx))
        }
    }

    /// Opens an office of an organ.
    ///
    /// - Parameter day: its first day; today when nil.
    /// - Throws: `invalid` for an organ that does not exist, and what `OrganOffice.open` refuses.
    public func open(
        _ name: String, in organ: String, from day: CivilDate?, by actor: Actor, at now: Instant
    ) async throws -> OrganOffice {
        try await database.write { tx in
            try Self.exclude(organ, in: tx)
            guard let organ = try Directory.organ(organ, in: tx) else {
                throw DomainError.invalid("organ", "没有这个部门，请从列表中选择。")
            }
            let office = try OrganOffice.open(
                name, in: organ, beside: try Directory.offices(of: organ.key, in: tx), from: day ?? now.day,
                today: now.day)
            try Directory.register(office, in: tx)
            try Self.record(
                "office.opened", office, "\(actor.name)在\(organ.name)设科室「\(name)」。", by: actor, at: now,
                in: tx)
            return office
        }
    }

    /// Gives an office another name from today on.
    ///
    /// - Throws: `notFound`, and what `OrganOffice.rename` refuses.
    public func rename(_ key: String, to name: String, by actor: Actor, at now: Instant) async throws {
        try await change(key) { office, known, tx in
            let before = office.name
            try office.rename(name, beside: known, today: now.day)
            try Self.record(
                "office.renamed", office, "\(actor.name)把科室「\(before)」更名为「\(name)」。", by: actor, at: now,
                in: tx)
        }
    }

    /// Sets the last day of an office; its posts go to another one.
    ///
    /// - Parameter heir: the key of the other one; nil for none.
    /// - Throws: `notFound`, and what `OrganOffice.close` refuses.
    public func close(
        _ key: String, on last: CivilDate, to heir: String?, by actor: Actor, at now: Instant
    ) async throws {
        try await change(key) { office, known, tx in
            let posts = try OfficePosts.count(in: key, on: now.day, tx)
            let successor = try heir.map { heir in
                guard let found = known.first(where: { $0.key == heir }) else {
                    throw DomainError.invalid("heir", "请选同一部门里没有撤销的另一个科室。")
                }
                return found
            }
            try office.close(on: last, posts: posts, to: successor, today: now.day)
            try OfficePosts.move(from: key, to: successor?.key, in: tx)
            let words = successor.map { "，岗位由「\($0.name)」接收" } ?? ""
            try Self.record(
                "office.closed", office, "\(actor.name)撤销科室「\(office.name)」，最后一天是\(last.written)\(words)。",
                by: actor,
                at: now, in: tx)
        }
    }

    private func change(
        _ key: String,
        _ rule: @escaping @Sendable (inout OrganOffice, [OrganOffice], Transaction) throws -> Void
    ) async throws {
        try await database.write { tx in
            let organ = try Self.find(key, in: tx).organ
            try Self.exclude(organ, in: tx)
            var office = try Self.find(key, in: tx)
            try rule(&office, try Directory.offices(of: organ, in: tx), tx)
            try Directory.update(office, in: tx)
        }
    }

    /// Offices of an organ change, and posts are placed in them, one after another.
    static func exclude(_ organ: String, in tx: Transaction) throws { try tx.exclude("offices of \(organ)") }

    private static func find(_ key: String, in tx: Transaction) throws -> OrganOffice {
        guard let office = try Directory.office(key, in: tx) else {
            throw DomainError.notFound("没有这个科室，可能链接不完整。")
        }
        return office
    }

    private static func record(
        _ action: String, _ office: OrganOffice, _ sentence: Sentence, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "office/\(office.key)", sentence: sentence),
            in: tx)
    }
}

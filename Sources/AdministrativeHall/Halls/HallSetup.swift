import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Changes of how a hall is set up, each with its journal entry. Groups and windows are never taken away, for tickets
/// tell of them: one that serves nothing and takes no appointments is as good as gone.
struct HallSetup: Sendable {
    let database: Database

    /// A group as it was entered, known by its letter.
    struct GroupLine: Sendable {
        let letter: String
        let name: String
        let words: String
        let organs: [String]
        let capacity: Int
    }

    /// Adds a hall, and returns its id.
    /// - Throws: `conflict` when the name is taken, `invalid` when something is missing.
    func add(_ name: String, address: String, organ: String, by actor: Actor, at now: Instant) async throws
        -> Int64
    {
        try Self.require(name, address)
        return try await database.write { tx in
            let id = tx.ids.next()
            let hall = Hall(
                id: id, organ: organ, name: name, address: address,
                workingHours: try OpeningHours("09:00-12:00 14:00-17:30", field: "working_hours"),
                restHours: .closed, rules: HallRules())
            try Self.insert(hall, position: id, in: tx)
            try Self.record("hall.added", hall, "\(actor.name)增加了\(name)。", by: actor, at: now, in: tx)
            return id
        }
    }

    /// Changes name, place, hours and rules.
    func change(
        _ id: Int64, by actor: Actor, at now: Instant,
        _ change: @escaping @Sendable (inout Hall) throws -> Void
    )
        async throws
    {
        try await database.write { tx in
            var hall = try HallStore.locked(id, in: tx)
            try change(&hall)
            try Self.require(hall.name, hall.address)
            try Self.refusingTaken {
                try tx.execute(
                    """
                    UPDATE hall SET name = \(hall.name), address = \(hall.address),
                        working_hours = \(hall.workingHours.text), rest_hours = \(hall.restHours.text),
                        rules = \(encodeJSON(hall.rules))
                    WHERE id = \(id)
                    """)
            }
            try Self.record(
                "hall.changed", hall, "\(actor.name)修改了\(hall.name)的设置。", by: actor, at: now, in: tx)
            try tx.announce(Tickets.topic(id))
        }
    }

    /// Puts the groups in place; those that are not named stay as they are.
    func setGroups(_ lines: [GroupLine], of id: Int64, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            let hall = try HallStore.locked(id, in: tx)
            for line in lines { try Self.put(line, in: hall, tx) }
            try Self.record(
                "hall.groups_set", hall, "\(actor.name)修改了\(hall.name)的业务类别。", by: actor, at: now, in: tx)
            try tx.announce(Tickets.topic(id))
        }
    }

    /// Puts the windows in place by their numbers, each with the letters it serves.
    func setWindows(_ serves: [Int: [String]], of id: Int64, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            let hall = try HallStore.locked(id, in: tx)
            let letters = try Self.letters(of: id, in: tx)
            for (number, own) in serves {
                let groups = try encodeJSON(try Self.ids(own, letters, field: "windows"))
                try tx.execute(
                    """
                    INSERT INTO hall_window (id, hall_id, number, serves)
                    VALUES (\(tx.ids.next()), \(id), \(number), \(groups))
                    ON CONFLICT (hall_id, number) DO UPDATE SET serves = excluded.serves
                    """)
            }
            try Self.record(
                "hall.windows_set", hall, "\(actor.name)修改了\(hall.name)的窗口。", by: actor, at: now, in: tx)
            try tx.announce(Tickets.topic(id))
        }
    }

    /// Says what each clerk can do; whoever is not named can do nothing there any more.
    func setClerks(_ skills: [String: [String]], of id: Int64, by actor: Actor, at now: Instant) async throws
    {
        try await database.write { tx in
            let hall = try HallStore.locked(id, in: tx)
            let letters = try Self.letters(of: id, in: tx)
            let seated = Set(try HallStore.windows(of: id, in: tx).compactMap(\.clerkID))
            try tx.execute("DELETE FROM hall_clerk WHERE hall_id = \(id)")
            var named: Set<Int64> = []
            for (name, own) in skills.sorted(by: { $0.key < $1.key }) {
                guard let account = try Accounts.account(named: name, on: now.day, in: tx),
                    account.may(.serveInHall)
                else { throw DomainError.invalid("clerks", "“\(name)”不是窗口人员的账号。") }
                named.insert(account.id)
                try tx.execute(
                    """
                    INSERT INTO hall_clerk (hall_id, account_id, skills)
                    VALUES (\(id), \(account.id), \(encodeJSON(try Self.ids(own, letters, field: "clerks"))))
                    """)
            }
            guard seated.isSubset(of: named) else {
                throw DomainError.conflict("有人正在窗口值守，结束值守以后才能从名单里去掉。")
            }
            try Self.record(
                "hall.clerks_set", hall, "\(actor.name)修改了\(hall.name)的窗口人员。", by: actor, at: now, in: tx)
        }
    }
}

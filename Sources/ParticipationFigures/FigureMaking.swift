import Foundation
import Identity
import Messaging
import Refusals
import RuleBooks
import Storage
import WorkingTime

/// Reads what people spoke of, counts it, and tells those on duty when a topic rises; a job.
struct FigureMaking: Sendable {
    let database: Database
    let outbox: Outbox
    let book: RuleBook<FigureRules>
    let sources: [SpokenSource]
    private static let batch = 500

    func make(at now: Instant) async throws {
        for source in sources { try await read(source) }
        let (rules, material) = try await database.read { tx in
            let rules = try book.current(in: tx)
            return (rules, try FigureMaterial.read(rules, at: now, in: tx))
        }
        // Outside of the transaction: with one writer, everybody else would wait until it is counted.
        let figures = Figures(material, rules)
        let body = String(decoding: try JSONEncoder().encode(figures), as: UTF8.self)
        try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO participation_figures (id, made_at, body) VALUES (1, \(now), \(body))
                ON CONFLICT (id) DO UPDATE SET made_at = excluded.made_at, body = excluded.body
                """)
            for rise in figures.rises { try warn(rise, rules.warning, at: now, in: tx) }
        }
    }

    private func read(_ source: SpokenSource) async throws {
        guard !source.isReadAnew else {
            let all = try await source.spoken(0, SpokenStore.most)
            return try await database.write { tx in
                try SpokenStore.forget(source.name, in: tx)
                try SpokenStore.insert(all, from: source.name, in: tx)
            }
        }
        while true {
            let last = try await database.read { try SpokenStore.last(of: source.name, in: $0) }
            let next = try await source.spoken(last, Self.batch)
            try await database.write { try SpokenStore.insert(next, from: source.name, in: $0) }
            guard next.count == Self.batch else { return }
        }
    }

    /// Once for a topic in a week, with the numbers kept.
    private func warn(_ rise: Figures.Rise, _ rule: FigureRules.Warning, at now: Instant, in tx: Transaction)
        throws
    {
        let usual = rise.before.map(String.init).joined(separator: "、")
        let week = now.day.adding(days: 1 - now.day.weekday)
        let isNew = try tx.execute(
            """
            INSERT INTO participation_warning (id, topic, week, counted, usual, told_at)
            VALUES (\(tx.ids.next()), \(rise.topic), \(week), \(rise.count), \(usual), \(now))
            ON CONFLICT (topic, week) DO NOTHING
            """)
        guard isNew == 1 else { return }
        let duty = try Accounts.members(of: rule.organ, on: now.day, in: tx)
            .filter { $0.roles.contains { $0.rawValue == rule.role } }
        for member in duty {
            try outbox.enqueue(
                to: member.id, about: "participation/\(rise.topic)",
                "「\(rise.topic)」这一周有 \(rise.count) 次，前几周是 \(usual) 次，异常增多，请留意。", at: now, in: tx)
        }
    }

    /// The figures as they were last made; nil before.
    static func last(in tx: Transaction) throws -> (figures: Figures, madeAt: Instant)? {
        guard let row = try tx.row("SELECT * FROM participation_figures WHERE id = 1") else { return nil }
        let figures = try JSONDecoder().decode(Figures.self, from: Data(row.text("body").utf8))
        return (figures, try row.instant("made_at"))
    }
}

/// That a topic rose, as it was told.
struct ToldRise: Sendable {
    let topic: String
    let count: Int
    let usual: String
    let at: Instant

    /// The newest.
    static func newest(in tx: Transaction) throws -> [ToldRise] {
        try tx.rows("SELECT * FROM participation_warning ORDER BY id DESC LIMIT 20").map { row in
            ToldRise(
                topic: try row.text("topic"), count: try row.int("counted"), usual: try row.text("usual"),
                at: try row.instant("told_at"))
        }
    }
}

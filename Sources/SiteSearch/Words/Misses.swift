import Foundation
import Search
import Storage
import Synchronization
import WorkingTime

/// What was asked in vain, counted in memory until the next minute, so that reading stays reading. It knows words and
/// days, not people.
final class Misses: Sendable {
    private struct Key: Hashable {
        let day: CivilDate
        let words: String
    }

    /// So many different questions are kept in a minute: strangers must not fill the memory.
    private static let limit = 500
    private let counts = Mutex<[Key: Int]>([:])

    /// Counts a question that found nothing, as far as there is no person in it.
    func add(_ words: String, at now: Instant) {
        guard let words = Self.masked(words) else { return }
        let key = Key(day: now.day, words: words)
        counts.withLock { counts in
            guard counts[key] != nil || counts.count < Self.limit else { return }
            counts[key, default: 0] += 1
        }
    }

    /// Writes down what was counted.
    func write(to database: Database) async throws {
        let taken = counts.withLock { counts in
            defer { counts = [:] }
            return counts
        }
        guard !taken.isEmpty else { return }
        let lines = taken.map { MissStore.Line(day: $0.key.day, words: $0.key.words, asked: $0.value) }
        try await database.write { try MissStore.add(lines, in: $0) }
    }

    private static let longest = 40
    /// A telephone number has seven digits, an identity number more.
    private static let mostDigits = 6

    /// The words without what may name somebody: numbers of identity cards, telephones and accounts. Nil when nothing
    /// is left, or when they are an address of mail.
    static func masked(_ words: String) -> String? {
        guard !words.contains("@"), !words.contains("＠") else { return nil }
        var pieces = SearchWords.pieces(of: SearchWords.plain(words))
        let digits = pieces.joined().filter(\.isNumber).count
        if digits > mostDigits { pieces = pieces.filter { !$0.contains(where: \.isNumber) && $0 != "x" } }
        let rest = pieces.joined(separator: " ")
        return rest.isEmpty ? nil : String(rest.prefix(longest))
    }
}

/// The rows of what was asked in vain.
enum MissStore {
    /// A question of a day.
    struct Line: Sendable, Hashable {
        let day: CivilDate
        let words: String
        let asked: Int
    }

    /// So many different questions are kept of a day.
    private static let limit = 2_000
    private static let keptDays = 180
    private static let shownDays = 30

    static func add(_ lines: [Line], in tx: Transaction) throws {
        for (day, lines) in Dictionary(grouping: lines, by: \.day) {
            let known = try tx.count("SELECT count(*) FROM search_miss WHERE day = \(day)")
            for line in lines.prefix(max(limit - known, 0)) {
                try tx.execute(
                    """
                    INSERT INTO search_miss (day, words, asked) VALUES (\(day), \(line.words), \(line.asked))
                    ON CONFLICT (day, words) DO UPDATE SET asked = search_miss.asked + excluded.asked
                    """)
            }
        }
    }

    /// What was asked most often in vain in the last thirty days; the day is the latest.
    static func frequent(at now: Instant, in tx: Transaction) throws -> [Line] {
        let first = now.adding(seconds: -shownDays * 86_400).day
        return try tx.rows(
            """
            SELECT words, CAST(sum(asked) AS BIGINT) AS asked, max(day) AS day FROM search_miss
            WHERE day >= \(first) GROUP BY words ORDER BY asked DESC, words LIMIT 50
            """
        ).map { Line(day: try $0.day("day"), words: try $0.text("words"), asked: try $0.int("asked")) }
    }

    static func forget(before now: Instant, in tx: Transaction) throws {
        let first = now.adding(seconds: -keptDays * 86_400).day
        try tx.execute("DELETE FROM search_miss WHERE day < \(first)")
    }
}

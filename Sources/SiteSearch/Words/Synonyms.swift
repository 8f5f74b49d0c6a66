import Refusals
import Search
import Storage
import WorkingTime

/// A group of words that are asked for alike (同义词).
struct SynonymGroup: Sendable, Hashable {
    let id: Int64
    let words: [String]

    private static let counts = 2...10
    private static let lengths = 1...20

    /// The words of a group as they were entered, with blanks or commas between.
    ///
    /// - Throws: `invalid` for fewer than two, more than ten, or a word of more than 20 characters.
    static func words(from entered: String) throws -> [String] {
        var seen: Set<String> = []
        let words = entered.split { $0.isWhitespace || "，,、;；".contains($0) }
            .map { SearchWords.pieces(of: SearchWords.plain(String($0))).joined() }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
        guard counts.contains(words.count) else {
            throw DomainError.invalid("synonyms", "请填写 2 到 10 个同义词，用空格或逗号隔开。")
        }
        guard words.allSatisfy({ lengths.contains($0.count) }) else {
            throw DomainError.invalid("synonyms", "每个同义词不超过 20 个字。")
        }
        return words
    }
}

/// All groups of synonyms, as a question is put in other words.
struct Synonyms: Sendable {
    let groups: [SynonymGroup]
    /// A question is asked in so many ways at most.
    private static let limit = 4

    /// The question in other words: each word of a group for each other, the longest first.
    func others(for words: String) -> [String] {
        let words = words.lowercased()
        var others: [String] = []
        for (word, group) in known where words.contains(word) {
            for other in group.words where other != word && !words.contains(other) {
                let put = words.replacing(word, with: other)
                if !others.contains(put) { others.append(put) }
            }
        }
        return Array(others.prefix(Self.limit - 1))
    }

    private var known: [(String, SynonymGroup)] {
        groups.flatMap { group in group.words.map { ($0, group) } }.sorted { $0.0.count > $1.0.count }
    }
}

/// The rows of the groups.
enum SynonymStore {
    /// So many groups are kept: all of them are read with every search.
    private static let limit = 500

    static func all(in tx: Transaction) throws -> Synonyms {
        let rows = try tx.rows("SELECT id, words FROM search_synonym ORDER BY id LIMIT \(limit)")
        return Synonyms(
            groups: try rows.map {
                SynonymGroup(
                    id: try $0.id("id"), words: try $0.text("words").split(separator: " ").map(String.init))
            })
    }

    /// - Throws: `invalid` when a word is in a group already, or there are too many.
    static func insert(_ words: [String], by name: String, at now: Instant, in tx: Transaction) throws
        -> Int64
    {
        try tx.exclude("search.synonyms")
        let known = try all(in: tx).groups
        if let word = words.first(where: { word in known.contains { $0.words.contains(word) } }) {
            throw DomainError.invalid("synonyms", "“\(word)”已经在另一组同义词里，请先删除那一组。")
        }
        guard known.count < limit else { throw DomainError.invalid("synonyms", "同义词最多 \(limit) 组。") }
        let id = tx.ids.next()
        try tx.execute(
            """
            INSERT INTO search_synonym (id, words, changed_by, changed_at)
            VALUES (\(id), \(words.joined(separator: " ")), \(name), \(now))
            """)
        return id
    }

    /// - Returns: the words that are gone; nil when there was no such group.
    static func remove(_ id: Int64, in tx: Transaction) throws -> String? {
        try tx.rows("DELETE FROM search_synonym WHERE id = \(id) RETURNING words").first?.text("words")
    }
}

import Refusals
import Search
import Storage
import WorkingTime

/// What stands first when exactly these words are asked (推荐结果).
struct BestBet: Sendable, Hashable {
    let id: Int64
    /// The question, as ``key(of:)`` writes it.
    let words: String
    let title: String
    /// A path of this installation, or an address that begins with `https://`.
    let address: String

    /// A question without what makes no difference: blanks, signs, large and small letters.
    static func key(of words: String) -> String {
        SearchWords.pieces(of: SearchWords.plain(words)).joined(separator: " ")
    }

    /// A bet as it was entered.
    ///
    /// - Throws: `invalid` for each field that cannot be taken.
    init(id: Int64, entered words: String, title: String, address: String) throws {
        let key = Self.key(of: words)
        var errors: [FieldError] = []
        if key.isEmpty || key.count > 40 {
            errors.append(FieldError("words", "请填写群众会搜的词，不超过 40 个字。"))
        }
        if title.isEmpty || title.count > 80 {
            errors.append(FieldError("title", "请填写显示的标题，不超过 80 个字。"))
        }
        if !Self.isAddress(address) {
            errors.append(FieldError("address", "请填写本站的地址（以 / 开头）或以 https:// 开头的网址。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        self.init(id: id, words: key, title: title, address: address)
    }

    init(id: Int64, words: String, title: String, address: String) {
        (self.id, self.words, self.title, self.address) = (id, words, title, address)
    }

    /// `//host` is another host, and a browser takes `\` for `/`.
    private static func isAddress(_ text: String) -> Bool {
        guard text.count <= 300, !text.contains("\\"), !text.contains(where: \.isWhitespace) else {
            return false
        }
        return text.hasPrefix("/") ? !text.hasPrefix("//") : text.hasPrefix("https://") && text.count > 8
    }
}

/// The rows of the bets.
enum BetStore {
    private static let limit = 500
    private static let shown = 3

    static func all(in tx: Transaction) throws -> [BestBet] {
        try tx.rows("SELECT id, words, title, address FROM search_best_bet ORDER BY words, id LIMIT \(limit)")
            .map(BestBet.init)
    }

    static func bets(on words: String, in tx: Transaction) throws -> [BestBet] {
        try tx.rows(
            """
            SELECT id, words, title, address FROM search_best_bet
            WHERE words = \(BestBet.key(of: words)) ORDER BY id LIMIT \(shown)
            """
        ).map(BestBet.init)
    }

    /// - Throws: `invalid` when the same is there already, or there are too many.
    static func insert(_ bet: BestBet, by name: String, at now: Instant, in tx: Transaction) throws {
        try tx.exclude("search.bets")
        let known = try all(in: tx)
        guard !known.contains(where: { $0.words == bet.words && $0.address == bet.address }) else {
            throw DomainError.invalid("address", "这个词已经推荐了这个地址。")
        }
        guard known.count < limit else { throw DomainError.invalid("words", "推荐结果最多 \(limit) 条。") }
        try tx.execute(
            """
            INSERT INTO search_best_bet (id, words, title, address, changed_by, changed_at)
            VALUES (\(bet.id), \(bet.words), \(bet.title), \(bet.address), \(name), \(now))
            """)
    }

    /// - Returns: the words it stood for; nil when there was no such bet.
    static func remove(_ id: Int64, in tx: Transaction) throws -> String? {
        try tx.rows("DELETE FROM search_best_bet WHERE id = \(id) RETURNING words").first?.text("words")
    }
}

extension BestBet {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), words: try row.text("words"), title: try row.text("title"),
            address: try row.text("address"))
    }
}

import Storage

/// Who knows whether there is a page under an address.
public struct KnownPages: Sendable {
    /// Whether there is a page under a path of the house that is not content; nil when only opening it would tell.
    let knows: @Sendable (_ path: String) async throws -> Bool?
    /// Asks another site, when the district allows that; nil when it does not.
    let asks: (@Sendable (_ address: String) async -> Bool?)?

    /// Those who know.
    ///
    /// - Parameters:
    ///   - asks: another site by its whole address; nil where nobody may.
    ///   - knows: of paths of the house outside of `/sites`; nil for who cannot tell.
    public init(
        asks: (@Sendable (_ address: String) async -> Bool?)? = nil,
        knows: @escaping @Sendable (_ path: String) async throws -> Bool?
    ) {
        (self.knows, self.asks) = (knows, asks)
    }
}

/// Answers whether addresses lead somewhere.
struct LinkBook: Sendable {
    let check: DocumentCheck
    let known: KnownPages
    let database: Database

    private static let gone = "没有这个页面，请改正链接"

    /// What is known of each address.
    func answers(to addresses: Set<String>) async throws -> [String: DocumentCheck.Answer] {
        let others = addresses.filter { check.path(of: $0) == nil }
        var answers = await asked(others)
        var content: [String: ContentAddress] = [:]
        for address in addresses {
            guard let path = check.path(of: address) else { continue }
            if let place = ContentAddress(path: path) {
                content[address] = place
            } else if path.hasPrefix("/sites/") {
                answers[address] = .dead(Self.gone)
            } else {
                answers[address] = Self.answer(try await known.knows(path))
            }
        }
        guard !content.isEmpty else { return answers }
        let places = content
        let there = try await database.read { tx in
            try places.mapValues { try Self.isThere($0, in: tx) }
        }
        return answers.merging(there.mapValues(Self.answer)) { first, _ in first }
    }

    /// So many sites are asked at once.
    private static let width = 8

    /// What other sites say, when anybody asks them.
    private func asked(_ addresses: Set<String>) async -> [String: DocumentCheck.Answer] {
        guard let asks = known.asks else { return [:] }
        return await withTaskGroup(of: (String, Bool?).self) { group in
            var waiting = addresses.sorted()[...]
            for address in waiting.prefix(Self.width) { group.addTask { (address, await asks(address)) } }
            waiting = waiting.dropFirst(Self.width)
            var answers: [String: DocumentCheck.Answer] = [:]
            for await (address, isThere) in group {
                answers[address] = Self.answer(isThere)
                if let next = waiting.popFirst() { group.addTask { (next, await asks(next)) } }
            }
            return answers
        }
    }

    private static func answer(_ isThere: Bool?) -> DocumentCheck.Answer {
        switch isThere {
        case true?: .alive
        case false?: .dead(gone)
        case nil: .unknown
        }
    }

    private static func isThere(_ place: ContentAddress, in tx: Transaction) throws -> Bool {
        let row = try tx.row(
            "SELECT id FROM content_site WHERE code = \(place.site)")
        guard let site = try row?.id("id") else { return false }
        guard let code = place.column else { return true }
        let column = try tx.row("SELECT id FROM content_column WHERE site_id = \(site) AND code = \(code)")
        guard let column = try column?.id("id") else { return false }
        guard let document = place.document else { return true }
        return try tx.row(
            """
            SELECT id FROM content_document
            WHERE id = \(document) AND column_id = \(column) AND live_edition_id IS NOT NULL
            """) != nil
    }
}

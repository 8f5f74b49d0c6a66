import Storage

/// Everything that is published now, in memory, in the order of the lists.
///
/// A value: `ServiceLibrary` replaces it as a whole when something is published. A district has hundreds of
/// items, not millions, and every page of the hall reads them.
public struct ServiceCatalogue: Sendable {
    /// The published services, by position.
    public let services: [PublicService]
    private let byCode: [String: PublicService]
    private let bySlug: [String: PublicService]
    private let ranks: [String: SearchRank]

    /// A catalogue of these services.
    public init(_ services: [PublicService]) {
        self.services = services.sorted { ($0.item.position, $0.code) < ($1.item.position, $1.code) }
        byCode = Dictionary(services.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        bySlug = Dictionary(services.map { ($0.item.slug, $0) }, uniquingKeysWith: { first, _ in first })
        ranks = byCode.mapValues { SearchRank($0.item, code: $0.code) }
    }

    /// The service with this code, or with this slug, which addresses use too.
    public func service(_ codeOrSlug: String) -> PublicService? { byCode[codeOrSlug] ?? bySlug[codeOrSlug] }

    /// The services a joint service is made of, in order.
    public func children(of service: PublicService) -> [PublicService] {
        service.item.children.compactMap { bySlug[$0] }
    }

    /// All services that answer the query, the best answers first.
    public func services(_ query: ServiceQuery) -> [PublicService] {
        let admitted = services.filter { query.admits($0.item) }
        guard let words = query.words?.trimmed, !words.isEmpty else { return admitted }
        // A sort keeps the order of equals in practice only; the position makes it certain.
        return admitted.compactMap { service in
            ranks[service.code]?.score(words).map { (service, $0) }
        }
        .sorted { ($0.1, -$0.0.item.position) > ($1.1, -$1.0.item.position) }
        .map(\.0)
    }

    /// One page of the answers.
    ///
    /// - Throws: `DomainError.malformed` for a cursor that was cut or changed.
    public func page(_ query: ServiceQuery, after: String?, size: Int = 20) throws -> Slice<PublicService> {
        var rest = services(query)[...]
        if let after {
            let cursor = try Cursor(after)
            rest = rest.drop { $0.code != cursor.key }.dropFirst()
        }
        return Slice(fetched: Array(rest.prefix(size + 1)), size: size) { Cursor(key: $0.code, id: $0.id) }
    }
}

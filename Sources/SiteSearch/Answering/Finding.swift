import Search
import Services
import Storage

/// Answers inquiries: best bets, services, documents in tiers, and what helps when there is nothing.
struct Finding: Sendable {
    let database: Database
    let library: ServiceLibrary
    let initials: PinyinInitials
    /// So many services stand above the list.
    private static let shownServices = 5

    /// The answer, one page of it.
    ///
    /// - Parameter after: where the page before ended.
    /// - Throws: `malformed` for a cursor that was cut, or `StorageError`.
    func answer(_ inquiry: Inquiry, after: String?) async throws -> Answer {
        let services = services(inquiry)
        return try await database.read { try answer(inquiry, services, after: after, in: $0) }
    }

    private func answer(
        _ inquiry: Inquiry, _ services: [PublicService], after: String?, in tx: Transaction
    ) throws -> Answer {
        var answer = Answer()
        let synonyms = try SynonymStore.all(in: tx)
        guard let words = InquiryWords(inquiry.words, synonyms) else { return answer }
        let tiers = Tiers(words: words, facets: inquiry.facetWords)
        let newest = try tiers.newest(in: tx)
        let page = try tiers.page(of: newest, after: after, in: tx)
        let pinned = Array(services.prefix(Self.shownServices))
        answer.hits = try HitStore.hits(page.items, in: tx).filter { $0.isNone(of: pinned) }
        (answer.next, answer.marks) = (page.next, words.marks)
        answer.facets = try HitStore.facets(newest, in: tx)
        guard after == nil else { return answer }
        (answer.services, answer.serviceCount) = (pinned, services.count)
        if !inquiry.isNarrowed { answer.bets = try BetStore.bets(on: inquiry.words, in: tx) }
        // Services answer to a part of the words too; that is no reason not to help.
        if page.items.isEmpty, answer.bets.isEmpty { try help(&answer, inquiry, synonyms, in: tx) }
        return answer
    }

    private func help(_ answer: inout Answer, _ inquiry: Inquiry, _ synonyms: Synonyms, in tx: Transaction)
        throws
    {
        let near = NearMisses(
            typed: SearchWords.plain(inquiry.words), facets: inquiry.facetWords, catalogue: library.catalogue,
            initials: initials)
        answer.suggestions = try near.suggestions(synonyms, in: tx)
        answer.hits = try near.partial(in: tx)
        answer.isPartial = !answer.hits.isEmpty
    }
}

extension Finding {
    /// The services that answer, the best first: by their words, then by the initials of their names.
    func services(_ inquiry: Inquiry) -> [PublicService] {
        guard inquiry.year == nil, inquiry.site == nil, inquiry.kind ?? .service == .service,
            !inquiry.words.allSatisfy(\.isWhitespace)
        else { return [] }
        let catalogue = library.catalogue
        let byWords = catalogue.services(ServiceQuery(words: inquiry.words, organ: inquiry.organ))
        let known = Set(byWords.map(\.code))
        return byWords + byInitials(inquiry, catalogue).filter { !known.contains($0.code) }
    }

    private func byInitials(_ inquiry: Inquiry, _ catalogue: ServiceCatalogue) -> [PublicService] {
        let letters = Array(inquiry.words.lowercased().filter { !$0.isWhitespace })
        guard letters.count > 1, letters.allSatisfy({ $0.isASCII && $0.isLetter }) else { return [] }
        return catalogue.services(ServiceQuery(organ: inquiry.organ)).compactMap { service in
            let names = [service.item.name] + service.item.keywords
            return names.compactMap { initials.place(of: letters, in: $0) }.min().map { (service, $0) }
        }
        .sorted { ($0.1, $0.0.item.position) < ($1.1, $1.0.item.position) }
        .map(\.0)
    }
}

extension Hit {
    /// Whether it does not stand above the list already.
    fileprivate func isNone(of services: [PublicService]) -> Bool {
        source != ServiceLibrary.searchSource.name || !services.contains { $0.item.slug == key }
    }
}

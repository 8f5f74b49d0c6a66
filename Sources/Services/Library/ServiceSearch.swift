import Search
import Storage
import WorkingTime

extension ServiceLibrary {
    /// The items as the whole portal finds them.
    public static let searchSource = SearchSource(name: "services") { key, limit, tx in
        try ServiceStore.current(after: key, limit: limit, in: tx).map {
            $0.item.searchDocument(on: $0.publishedAt.day)
        }
    }
}

extension ServiceItem {
    /// The item among everything else that is public.
    func searchDocument(on day: CivilDate) -> SearchDocument {
        let asked = questions.flatMap { [$0.question, $0.answer] }
        let details = [description] + conditions + materials.map(\.name) + asked
        return SearchDocument(
            source: "services", key: slug, kind: .service, organ: organ, title: name, summary: summary,
            address: "/services/\(slug)", date: day, keywords: keywords,
            text: details.joined(separator: " "))
    }
}

import Search
import Storage
import WorkingTime

/// Published bulletins in the search of the portal: the newest edition of each, while it is not withdrawn.
enum BulletinSearch {
    static let source = "bulletins"

    static func put(_ one: PublishedBulletin, in tx: Transaction) throws {
        try SearchIndex.put(document(one), in: tx)
    }

    static func remove(_ one: Bulletin, in tx: Transaction) throws {
        try SearchIndex.remove(SearchDocument.key(one.id), of: source, in: tx)
    }

    static func document(_ one: PublishedBulletin) -> SearchDocument {
        let edition = one.edition
        let words = edition.sections.map { "\($0.title)\n\($0.text)" }
        return SearchDocument(
            source: source, key: SearchDocument.key(one.id), kind: .notice, organ: edition.issuer ?? "",
            title: edition.title, summary: String((edition.sections.first?.text ?? "").prefix(120)),
            address: BulletinPath.one(one.period.text), date: one.publishedAt.day,
            keywords: ["监察通报", one.period.chinese, one.period.kind.chinese],
            text: ([edition.remark ?? ""] + words).joined(separator: "\n"))
    }
}

extension Bulletins {
    /// What is published, for the search of the portal.
    public static let searchSource = SearchSource(name: BulletinSearch.source) { key, limit, tx in
        try EditionStore.standing(after: Int64(key) ?? 0, limit: limit, in: tx).map(BulletinSearch.document)
    }
}

import Government
import Refusals
import Storage

/// What a manuscript may name: documents that are out, life events and groups there are, organs of the directory.
extension Editions {
    /// - Parameter document: the one it is an edition of; nil for a new one.
    /// - Throws: `invalid` for what there is not.
    func requireNamed(_ manuscript: Manuscript, of document: Int64?, in tx: Transaction) throws {
        try DocumentStore.check(manuscript.links, of: document, in: tx)
        try DocumentStore.check(manuscript.parts ?? [], of: document, in: tx)
        try themes.check(manuscript)
        guard let organ = manuscript.facts?["organ"], !organ.isEmpty else { return }
        guard try Directory.organ(organ, in: tx)?.isLiving ?? false else {
            throw DomainError.invalid("organ", "请选择机构目录里的机构。")
        }
    }
}

extension DocumentStore {
    /// A topic gathers what is out: a draft is not to be found out by it. It gathers no topics, so that none leads round
    /// to itself.
    ///
    /// - Throws: `invalid`.
    static func check(_ parts: [TopicPart], of document: Int64?, in tx: Transaction) throws {
        let targets = Set(parts.flatMap(\.documents))
        guard !targets.isEmpty else { return }
        let known = Set(
            try tx.rows(
                """
                SELECT id FROM content_document
                WHERE id IN \(list: targets.sorted()) AND kind <> 'topic' AND live_edition_id IS NOT NULL
                """
            ).map { try $0.id("id") })
        guard let stray = targets.subtracting(known).min() else { return }
        throw DomainError.invalid(
            "parts", "专题里只能收已经公开的内容，不能收另一个专题，请核对 \(String(stray))。")
    }

    /// The parts with what is still out.
    static func standing(_ parts: [TopicPart], in tx: Transaction) throws -> [TopicPart] {
        let named = parts.flatMap(\.documents)
        let live = Set(
            try tx.rows(
                "SELECT id FROM content_document WHERE id IN \(list: named) AND live_edition_id IS NOT NULL"
            ).map { try $0.id("id") })
        return parts.map { TopicPart(heading: $0.heading, documents: $0.documents.filter(live.contains)) }
    }
}

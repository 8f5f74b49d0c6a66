import Services
import Storage
import Web
import WorkingTime

/// An item as a line of the library: what is offered, what is being written, what has ended.
struct ItemRow: Sendable, Hashable {
    let slug: String
    let name: String
    let organ: String
    let type: String?
    let typeName: String
    let code: String?
    let version: Int?
    let state: State
    let draft: DraftGlance?
    /// Which elements are missing; nil for what is only a draft.
    let completeness: Completeness?

    /// Where an item stands.
    enum State: String, Sendable, CaseIterable {
        case offered, new, ended

        var chinese: String {
            switch self {
            case .offered: "在用"
            case .new: "新事项"
            case .ended: "已停办"
            }
        }
    }

    init(_ service: PublicService, draft: DraftGlance?, hasEnded: Bool = false) {
        let item = service.item
        (slug, name, organ, type, typeName) = (item.slug, item.name, item.organ, item.typeCode, item.typeName)
        (code, version, self.draft) = (service.code, service.version, draft)
        state = hasEnded ? .ended : .offered
        completeness = Completeness(of: item)
    }

    init(new draft: DraftGlance) {
        (slug, name, organ, self.draft) = (draft.slug, draft.name, draft.organ, draft)
        (type, typeName, code, version, completeness) = (nil, "—", nil, nil, nil)
        state = .new
    }
}

/// What is looked for in the library; what is not given lets everything through.
struct ItemFilter: Sendable {
    let words: String
    let organ: String
    let type: String
    let state: String
    let completeness: String

    init(_ request: WebRequest) {
        func query(_ name: String) -> String { request.query(name)?.trimmed ?? "" }
        (words, organ, type) = (query("q"), query("organ"), query("type"))
        (state, completeness) = (query("state"), query("completeness"))
    }

    static let draftState = "draft"

    func admits(_ row: ItemRow) -> Bool {
        let inWords =
            words.isEmpty || row.name.contains(words) || (row.code ?? "").contains(words)
            || row.slug.contains(words.lowercased())
        let inState =
            switch state {
            case "": row.state != .ended
            case Self.draftState: row.draft != nil
            default: row.state.rawValue == state
            }
        let isWhole = row.completeness.map { $0.missing.isEmpty } ?? false
        let inCompleteness = completeness.isEmpty || (completeness == "whole") == isWhole
        return inWords && inState && inCompleteness && (organ.isEmpty || row.organ == organ)
            && (type.isEmpty || row.type == type)
    }
}

/// The lines of the library.
struct ItemListing: Sendable {
    let rows: [ItemRow]

    /// Everything the filter lets through, in the order of the slugs.
    init(_ desk: ItemDesk, _ filter: ItemFilter) async throws {
        let open = try await desk.drafts.open()
        let drafts = Dictionary(open.map { ($0.slug, $0) }) { first, _ in first }
        let offered = desk.library.catalogue.services
        let ended =
            filter.state == ItemRow.State.ended.rawValue
            ? try await desk.database.read { try ServiceLibrary.ended(in: $0) } : []
        let known = Set(offered.map(\.item.slug))
        let rows =
            offered.map { ItemRow($0, draft: drafts[$0.item.slug]) }
            + open.filter { !known.contains($0.slug) }.map { ItemRow(new: $0) }
            + ended.map { ItemRow($0.service, draft: nil, hasEnded: true) }
        self.rows = rows.filter(filter.admits).sorted { $0.slug < $1.slug }
    }

    /// A page of them.
    ///
    /// - Throws: `malformed` for a cursor that was cut.
    func page(after: String?, size: Int = 30) throws -> Slice<ItemRow> {
        var rest = rows[...]
        if let after {
            let key = try Cursor(after).key
            rest = rest.drop { $0.slug <= key }
        }
        return Slice(fetched: Array(rest.prefix(size + 1)), size: size) { Cursor(key: $0.slug, id: 0) }
    }
}

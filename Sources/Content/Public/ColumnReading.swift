import Government
import Refusals
import Storage
import Web

extension PublicPages {
    /// A column as it is asked for.
    func column(_ request: WebRequest) async throws -> Showing {
        let (code, name) = (try request.parameter("site"), try request.parameter("column"))
        return try await database.read { tx in
            let site = try SiteStore.site(code: code, in: tx)
            let columns = try SiteStore.columns(of: site.id, in: tx)
            guard let column = columns.first(where: { $0.code == name }) else {
                throw DomainError.notFound("没有这个栏目，网址可能写错了。")
            }
            let filters = try FactFilters(column.kind, of: request, at: ContentPath.column(code, name))
            let slice = try slice(of: column, filters, after: request.query("after"), in: tx)
            let page = ColumnPage(
                frame: SiteFrame(site: site, columns: columns, current: column), column: column,
                list: try list(column, slice.items, request.language, in: tx), filters: filters,
                pager: Pager(next: slice.next, of: request),
                head: tags.speaking(request.language).column(column, of: site), language: request.language
            ).page
            // Addresses and telephones are the directory's, which tells nobody when it changes.
            return .page(
                page, shows: [ContentTopic.frame(site.id), ContentTopic.column(column.id)],
                keptSeconds: column.kind == .organ ? 60 : .max)
        }
    }

    private func slice(of column: Column, _ filters: FactFilters, after: String?, in tx: Transaction) throws
        -> Slice<PublishedLine>
    {
        guard !column.kind.isOrdered else {
            return Slice(items: try PublicStore.ordered(column: column.id, in: tx), next: nil)
        }
        return try FacetStore.documents(inColumn: column.id, under: filters.facets, after: after, in: tx)
    }

    private func list(_ column: Column, _ lines: [PublishedLine], _ language: Language, in tx: Transaction)
        throws -> ColumnList
    {
        let isSeen = column.kind == .leader || column.kind == .gallery
        let pictures = isSeen ? try PublicStore.pictures(of: lines.map(\.id), in: tx) : [:]
        let organs = column.kind == .organ ? try Directory.organs(in: tx) : []
        return ColumnList(
            column: column, lines: lines,
            pictures: pictures,
            organs: Dictionary(organs.map { ($0.key, $0) }) { first, _ in first }, language: language)
    }
}

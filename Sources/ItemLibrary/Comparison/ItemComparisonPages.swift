import Identity
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// Two versions of an item, field by field.
struct ItemComparisonPages: Sendable {
    let desk: ItemDesk

    var routes: [Route] {
        [
            .get(ItemLibraryPath.comparison("{slug}"), .may(.readItems), "比较事项版本") { request, _ in
                .page(try await page(request))
            }
        ]
    }

    private func page(_ request: WebRequest) async throws -> Page {
        let slug = try request.parameter("slug")
        let versions = try await desk.database.read { try ServiceLibrary.versions(of: slug, in: $0) }
        func version(_ name: String) throws -> ServiceVersion {
            guard let found = versions.first(where: { String($0.id) == request.query(name) }) else {
                throw DomainError.notFound("没有要比较的版本，请从事项页选择。")
            }
            return found
        }
        let (old, new) = (try version("from").service, try version("to").service)
        let names = try await desk.organNames()
        let changes = new.item.changes(since: old.item) { names[$0] ?? $0 }
        return Page(
            "比较版本：\(new.item.name)",
            crumbs: [
                Link("工作台", "/desk"), Link("事项库", ItemLibraryPath.items),
                Link(new.item.name, ItemLibraryPath.item(slug)), Link("比较", nil),
            ], width: .wide, area: .desk,
            body: """
                <h1>\(new.item.name)</h1>
                <p class="lead">第 \(old.version) 版（\(old.publishedAt.day.iso)）与第 \(new.version) 版（\(new.publishedAt.day.iso)）相比，\
                \(changes.count) 处不同。</p>
                \(changes.isEmpty ? EmptyState("两个版本的内容相同").html : ChangeTable(changes).html)
                """)
    }
}

/// What is not the same, before and after.
struct ChangeTable {
    private let changes: [ItemChange]

    init(_ changes: [ItemChange]) { self.changes = changes }

    var html: HTML {
        Table(
            "改动", columns: [.init("内容"), .init("改动"), .init("原来"), .init("改为")],
            rows: changes.map { change in
                ["\(change.label)", badge(change), words(change.before), words(change.after)]
            }
        ).html
    }

    private func words(_ words: String) -> HTML { words.isEmpty ? "—" : "\(words)" }

    private func badge(_ change: ItemChange) -> HTML {
        let tone: StatusBadge.Tone = change.before.isEmpty ? .done : change.after.isEmpty ? .late : .near
        return StatusBadge(change.kind, tone).html
    }
}

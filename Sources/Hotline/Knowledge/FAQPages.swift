import Refusals
import Storage
import Web
import WorkingTime

/// Frequent questions, for everybody: what organs have reviewed and made public.
struct FAQPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(KnowledgePath.questions, .anyone, "常见问题") { request, _ in
                let (asked, today) = (request.query("q") ?? "", request.now.day)
                let after = request.query("after")
                let (entries, next) = try await database.read { tx in
                    guard asked.isEmpty else {
                        let found = try KnowledgeSearch.entries(asked, on: today, limit: 60, in: tx)
                        return (Array(found.filter(\.text.isPublic).prefix(20)), String?.none)
                    }
                    let slice = try KnowledgeStore.open(on: today, after: after, in: tx)
                    return (slice.items, slice.next)
                }
                return .page(
                    FAQPage(entries: entries, asked: asked, pager: Pager(next: next, of: request)).page)
            }
        ]
    }
}

/// Questions that open to their answers.
struct FAQPage {
    let entries: [KnowledgeEntry]
    let asked: String
    let pager: Pager

    var page: Page {
        Page(
            "常见问题", crumbs: [Link("常见问题", nil)],
            body: """
                <h1>常见问题</h1>
                <p class="lead">各单位审核过的答复。没有找到的，可以<a href="/requests/form">向我们提问</a>，或者拨打 12345。</p>
                \(WordSearch(action: KnowledgePath.questions, label: "想问什么", asked: asked).html)
                \(if: entries.isEmpty, EmptyState(asked.isEmpty ? "还没有常见问题" : "没有找到，请换个说法").html)
                \(each: entries, question)\(pager.html)
                """)
    }

    private func question(_ entry: KnowledgeEntry) -> HTML {
        let source: HTML = entry.text.source.isEmpty ? .empty : "<p>依据：\(entry.text.sourceLink)</p>"
        return """
            <details class="more"><summary>\(entry.text.question)</summary>
            <p class="words">\(entry.text.answer)</p>\(source)</details>
            """
    }
}

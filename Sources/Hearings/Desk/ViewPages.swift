import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// What those who registered think of the matter, for whoever arranges who speaks. That somebody looked is in the journal
/// before it is shown.
struct ViewPages: Sendable {
    let office: HearingOffice

    var routes: [Route] {
        [
            .get(HearingPath.act("{id}", "views"), .may(.editHearings), "报名人的观点") { request, officer in
                let organs = officer.account.organs(for: .editHearings)
                let (actor, now) = (officer.actor(request), request.now)
                return try await office.database.write { tx in
                    let one = try office.own(request, organs, in: tx)
                    let views = try RegistrationStore.views(of: one.id, after: request.query("after"), in: tx)
                    try HearingOffice.record(
                        "public_hearing.views_read", "查看听证会报名人的观点：\(one.facts.title)。", one.id, by: actor,
                        at: now, in: tx)
                    return .page(ViewPage(hearing: one, views: views, request: request).page)
                }
            }
        ]
    }
}

/// The views, the first who registered first.
struct ViewPage {
    let hearing: Hearing
    let views: Slice<RegistrationStore.View>
    let request: WebRequest

    var page: Page {
        let names = Dictionary(hearing.facts.seats.map { ($0.code, $0.name) }) { first, _ in first }
        return Page(
            "报名人的观点",
            crumbs: [
                Link("工作台", "/desk"), Link("听证会", HearingPath.desk),
                Link(hearing.facts.title, HearingPath.edit(String(hearing.id))), Link("报名人的观点", nil),
            ], width: .wide, area: .desk,
            body: """
                <h1>报名人的观点</h1>
                <p class="lead">只用来安排发言，不影响抽签。您看过这一页，已经记入日志。</p>
                \(if: views.items.isEmpty, EmptyState("还没有人报名").html)
                \(each: views.items, { view in
                    Card(
                        "报名号 \(view.registration.number) · \(view.registration.name) · \(names[view.registration.role] ?? view.registration.role)",
                        paragraphs(view.words)
                    ).html
                })
                \(Pager(next: views.next, of: request).html)
                """)
    }
}

extension RegistrationStore {
    /// A registration with what its person thinks.
    struct View: Sendable {
        let registration: Registration
        let words: String
    }

    private static let viewsOnPage = 20

    static func views(of id: Int64, after cursor: String?, in tx: Transaction) throws -> Slice<View> {
        let later: SQL = try cursor.map { "AND number > \(try Cursor($0).id)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT * FROM hearing_registration WHERE hearing_id = \(id) \(later)
            ORDER BY number LIMIT \(viewsOnPage + 1)
            """)
        let views = try rows.map {
            View(registration: try Registration($0), words: try sealed.open("view", of: $0, in: tx))
        }
        return Slice(fetched: views, size: viewsOnPage) { Cursor(key: "", id: Int64($0.registration.number)) }
    }
}

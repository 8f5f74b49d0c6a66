import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Who has looked at an applicant's data, when and what for (个人信息保护法 arts. 44, 45).
struct ReadingsPages: Sendable {
    /// How many readings stand on a page.
    private static let pageSize = 50

    let cases: Cases
    let directory: Directory
    let database: Database

    var routes: [Route] {
        [
            .get(ApplicantPath.readings("{number}"), .signedIn, "谁查看过我的信息") { request, caller in
                let view = try await cases.view(try request.parameter("number"), for: caller.viewer)
                if caller.isStaff { return .redirect(to: ApplicantPath.desk(view.subject.number.text)) }
                let readings = try await readings(of: view, after: request.query("after"))
                let organs = try await directory.everyOrgan()
                return .page(
                    ReadingsPage(
                        view: view, readings: readings.items,
                        organs: Dictionary(organs.map { ($0.key, $0.name) }) { first, _ in first },
                        pager: Pager(next: readings.next, of: request)
                    ).page)
            }
        ]
    }

    /// Of a joint service the readings of all its items.
    private func readings(of view: CaseView, after: String?) async throws -> Slice<StoredEntry> {
        let numbers = [view.subject.number.text] + view.children.map(\.number.text)
        let last = try after.map { try Cursor($0).id } ?? .max
        let entries = try await database.read { tx in
            try Journal.readings(ofCases: numbers, before: last, limit: Self.pageSize + 1, in: tx)
        }
        return Slice(fetched: entries, size: Self.pageSize) { Cursor(key: "", id: $0.id) }
    }
}

/// The readings of one matter, the newest first.
struct ReadingsPage {
    let view: CaseView
    let readings: [StoredEntry]
    let organs: [String: String]
    let pager: Pager

    var page: Page {
        let number = view.subject.number.text
        return Page(
            "谁查看过我的信息",
            crumbs: [
                Link("我的办件", ApplicantPath.cases), Link(number, ApplicantPath.progress(number)),
                Link("谁查看过我的信息", nil),
            ],
            body: """
                <h1>谁查看过我的信息</h1>
                <p class="lead">\(view.subject.plan.name)，编号 <span class="code">\(number)</span>。工作人员每次打开您的办件和材料都有记录，写不进记录就打不开。</p>
                \(readings.isEmpty ? empty : table)\(pager.html)
                <p>查看与办理无关，或者用途不实的，可以在<a href="/my/readings">谁查看过我的信息</a>里逐条投诉，或者拨打 12345。</p>
                """)
    }

    private var empty: HTML { EmptyState("还没有人查看过", "<p>有人查看以后会出现在这里。</p>").html }

    private var table: HTML {
        Table(
            "查看记录", columns: [.init("时间"), .init("部门"), .init("看了什么"), .init("用途")],
            rows: readings.map { stored in
                let entry = stored.entry
                return [
                    "<time datetime=\"\(entry.at.rfc3339)\">\(entry.at.chinese)</time>",
                    "\(entry.actor.organ.map { organs[$0] ?? $0 } ?? "—")", "\(Self.what(entry))",
                    "\(entry.detail["purpose"] ?? "办理本件")",
                ]
            }
        ).html
    }

    private static func what(_ entry: JournalEntry) -> String {
        switch entry.action {
        case "case.disclosed": "办件和未遮挡的证件号码、电话、地址"
        case "material.read": "一份申请材料"
        default: "办件（证件号码、电话、地址已遮挡）"
        }
    }
}

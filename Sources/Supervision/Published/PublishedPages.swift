import CSV
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Published signals, for everybody: as a page, as a table, for programs.
struct PublishedPages: Sendable {
    let database: Database
    private static let mostLines = 2_000

    var routes: [Route] {
        [
            .get(SupervisionPath.published, .anyone, "公开的监察信号") { request, _ in
                let found = try await database.read {
                    try PublishedStore.list(after: request.query("after"), in: $0)
                }
                return .page(PublishedPage(signals: found, pager: Pager(next: found.next, of: request)).page)
            },
            .get(SupervisionPath.publishedFile, .anyone, "公开的监察信号（CSV）") { _, _ in
                let found = try await database.read {
                    try PublishedStore.list(after: nil, limit: Self.mostLines, in: $0).items
                }
                return .file(
                    Array(Self.text(found).utf8), name: "supervision-signals.csv",
                    contentType: "text/csv; charset=utf-8")
            },
            .get(SupervisionPath.publishedAPI, .anyone, "公开的监察信号", api: PublishedJSON.listing) { request, _ in
                let found = try await database.read {
                    try PublishedStore.list(after: request.query("after"), in: $0)
                }
                return try .json(PublishedList(items: found.items.map(PublishedJSON.init), next: found.next))
            },
        ]
    }

    static func text(_ signals: [PublishedSignal]) -> String {
        let head = CSVLine.text(["发出日期", "部门", "种类", "情形", "级别", "超期天数", "公开日期", "撤销日期"])
        return signals.reduce(into: CSVLine.mark + head) { text, one in
            // Of what was taken back only that it was stands there.
            let what =
                one.withdrawnOn == nil
                ? [
                    one.organName, one.kind, one.ruleName, one.level.chinese,
                    one.lateDays.map(String.init) ?? "",
                ]
                : ["", "", "", "", ""]
            text += CSVLine.text(
                [one.raisedOn.iso] + what + [one.publishedAt.day.iso, one.withdrawnOn?.iso ?? ""])
        }
    }
}

/// The list of published signals.
struct PublishedPage {
    let signals: Slice<PublishedSignal>
    let pager: Pager

    var page: Page {
        Page(
            "公开的监察信号", crumbs: [Link("监督", "/supervision"), Link("公开的监察信号", nil)], width: .wide,
            description: "部门超过时限等情形发出的黄牌、红牌，申诉期过后按规则公开。",
            body: """
                <h1>公开的监察信号</h1>
                <p class="lead">部门办事超过时限等，系统自动发出黄牌、红牌。部门可以申诉；没有申诉或者申诉不成立的，过了规定的天数公开在这里。只写部门，不写个人，也不写办事人。</p>
                \(signals.items.isEmpty ? EmptyState("还没有公开的监察信号", "<p>没有确认的信号，或者还没有到公开的时间。</p>").html : table)
                \(pager.html)
                <p><a href="\(SupervisionPath.publishedFile)">下载（CSV）</a></p>
                """)
    }

    private var table: HTML {
        Table(
            "公开的监察信号",
            columns: [.init("部门"), .init("级别"), .init("情形"), .init("种类"), .init("超过多少"), .init("发出")],
            rows: signals.items.map { one in
                if let day = one.withdrawnOn {
                    return ["一条信号", "—", "已于\(day.written)撤销，内容不再显示", "—", "—", "\(one.raisedOn.written)"]
                }
                return [
                    "\(one.organName)", one.level.badge, "\(one.ruleName)", "\(one.kind)", "\(one.lateness)",
                    "\(one.raisedOn.written)",
                ]
            }
        ).html
    }
}

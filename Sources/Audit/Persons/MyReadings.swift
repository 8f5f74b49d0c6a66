import Cases
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Who has looked at a person's data, in all their cases (个人信息保护法 arts. 44, 45).
struct MyReadings: Sendable {
    static let pageSize = 50
    /// How many of a person's cases are looked through, the newest first.
    static let mostCases = 500

    let database: Database

    var routes: [Route] {
        [
            .get(PersonPath.readings, .signedIn, "谁查看过我的信息") { request, caller in
                if caller.isStaff { return .redirect(to: "/desk") }
                return try await show(request, caller)
            }
        ]
    }

    private func show(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let after = try request.query("after").map { try Cursor($0).id } ?? .max
        let (entries, isCut, organs) = try await database.read { tx in
            let numbers = try Cases.personalNumbers(of: caller.account, limit: Self.mostCases, in: tx)
            let person = caller.account.personID
            let entries =
                numbers.isEmpty && person == nil
                ? []
                : try Journal.readings(
                    ofCases: numbers, person: person, before: after, limit: Self.pageSize + 1, in: tx)
            return (entries, numbers.count == Self.mostCases, try Directory.organs(in: tx))
        }
        let slice = Slice(fetched: entries, size: Self.pageSize) { Cursor(key: "", id: $0.id) }
        return .page(
            MyReadingsPage(
                readings: slice.items, organs: OrganNaming(organs), isCut: isCut,
                pager: Pager(next: slice.next, of: request)
            ).page)
    }

    /// A reading of this person's data; somebody else's is not there.
    static func reading(_ id: Int64, of account: Account, in tx: Transaction) throws -> StoredEntry {
        let missing = DomainError.notFound("没有找到这次查看的记录。")
        guard let stored = try Journal.entry(id, in: tx) else { throw missing }
        if let person = account.personID, stored.entry.action == Journal.lookUpAction,
            stored.entry.subject == Journal.readings(ofPerson: person)
        {
            return stored
        }
        guard
            let number = AuditRules.caseNumber(of: stored.entry),
            try Cases.personalNumbers(of: account, limit: mostCases, in: tx).contains(number)
        else { throw missing }
        return stored
    }
}

/// The readings, the newest first.
struct MyReadingsPage {
    let readings: [StoredEntry]
    let organs: OrganNaming
    let isCut: Bool
    let pager: Pager

    var page: Page {
        Page(
            "谁查看过我的信息", crumbs: [Link("我的信息", PersonPath.data), Link("谁查看过我的信息", nil)], width: .wide,
            body: """
                <h1>谁查看过我的信息</h1>
                <p class="lead">工作人员每次打开您的办件和材料、在窗口查询您的登记信息都有记录，写不进记录就打不开。</p>
                \(if: isCut, "<p class=\"hint\">这里列出最近 \(MyReadings.mostCases) 件办件的查看记录，更早的请在各办件里查看。</p>")
                \(readings.isEmpty ? empty : table)\(pager.html)
                """)
    }

    private var empty: HTML { EmptyState("还没有人查看过", "<p>有人查看以后会出现在这里。</p>").html }

    private var table: HTML {
        Table(
            "查看记录", columns: ["时间", "部门", "看了什么", "用途", "办件", "投诉"].map { Table.Column($0) },
            rows: readings.map(row)
        ).html
    }

    private func row(_ stored: StoredEntry) -> [HTML] {
        let entry = stored.entry
        let number = AuditRules.caseNumber(of: entry)
        let matter: HTML? = number.map { "<a href=\"/cases/\($0)\"><span class=\"code\">\($0)</span></a>" }
        return [
            "<time datetime=\"\(entry.at.rfc3339)\">\(entry.at.chinese)</time>",
            "\(entry.actor.organ.map { organs[$0] } ?? "—")", "\(Self.what(entry))",
            "\(entry.detail["purpose"] ?? (number == nil ? "窗口代办" : "办理本件"))",
            matter ?? "—",
            "<a href=\"\(PersonPath.complaint(String(stored.id)))\">投诉<span class=\"sr\">\(entry.at.chinese)的查看</span></a>",
        ]
    }

    static func what(_ entry: JournalEntry) -> String {
        switch entry.action {
        case "case.disclosed": "办件和未遮挡的证件号码、电话、地址"
        case "material.read": "一份申请材料"
        case Journal.lookUpAction: "登记的姓名、证件号码和电话（已遮挡）"
        default: "办件（证件号码、电话、地址已遮挡）"
        }
    }
}

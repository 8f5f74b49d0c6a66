import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The programs that may say something in Open311: a key is shown once, and can be revoked.
struct Open311KeyPages: Sendable {
    let office: RequestOffice

    var routes: [Route] {
        [
            .get(RequestPath.keys, .may(.setRequestRules), "Open311 接入") { request, _ in
                try await page(request)
            },
            .post(RequestPath.keys, .may(.setRequestRules), journal: "open311.key_issued", "发放密钥") {
                request, officer in
                do {
                    let key = try await issue(try await request.form()["name"] ?? "", request, officer)
                    return try await page(request, issued: key)
                } catch DomainError.invalid(let errors) {
                    return try await page(request, errors: errors)
                }
            },
            .post(
                RequestPath.keyRevocation("{id}"), .may(.setRequestRules), journal: "open311.key_revoked",
                "停用密钥"
            ) { request, officer in
                try await revoke(try request.id("没有这个密钥。"), request, officer)
                return .redirect(to: RequestPath.keys)
            },
        ]
    }

    private func issue(_ name: String, _ request: WebRequest, _ officer: OfficerContext) async throws
        -> String
    {
        guard (2...40).contains(name.count) else {
            throw DomainError.invalid("name", "请填写接入程序的名称，2 到 40 字。")
        }
        let text = try Open311Key.random()
        let (actor, now) = (officer.actor(request), request.now)
        try await office.database.write { tx in
            let id = tx.ids.next()
            try tx.execute(
                """
                INSERT INTO open311_key (id, name, digest, issued_at, issued_by)
                VALUES (\(id), \(name), \(Open311Key.digest(text)), \(now), \(actor.name))
                """)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "open311.key_issued", subject: "open311_key/\(id)",
                    sentence: "\(actor.name)给「\(name)」发放了 Open311 密钥。"),
                in: tx)
        }
        return text
    }

    private func revoke(_ id: Int64, _ request: WebRequest, _ officer: OfficerContext) async throws {
        let (actor, now) = (officer.actor(request), request.now)
        try await office.database.write { tx in
            let count = try tx.execute(
                "UPDATE open311_key SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL")
            guard count == 1 else { throw DomainError.notFound("没有这个在用的密钥。") }
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "open311.key_revoked", subject: "open311_key/\(id)",
                    sentence: "\(actor.name)停用了一个 Open311 密钥。"),
                in: tx)
        }
    }

    private func page(
        _ request: WebRequest, issued: String? = nil, errors: [FieldError] = []
    ) async throws -> WebResponse {
        let keys = try await office.database.read { try Open311Store.keys(in: $0) }
        let page = Open311KeyPage(keys: keys, issued: issued, errors: errors, token: request.csrf).page
        return .page(page, status: errors.isEmpty ? .ok : .unprocessableContent)
            .header("Cache-Control", "no-store")
    }
}

/// The keys, and the one that was just issued.
struct Open311KeyPage {
    let keys: [Open311Key]
    let issued: String?
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "Open311 接入", crumbs: [Link("工作台", "/desk"), Link("Open311 接入", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>Open311 接入</h1>
                <p>接口地址 <span class="code">\(Open311Routes.root)</span>，读取不用密钥，提出诉求和补充要用。</p>
                \(issued.map { key in Notice("密钥只显示这一次，请交给接入方保存", "<p class=\"code\">\(key)</p>", tone: .done).html })
                \(keys.isEmpty ? EmptyState("还没有发放密钥").html : table)
                <h2>发放密钥</h2>
                \(Form(
                    action: RequestPath.keys, token: token,
                    fields: [Field("name", "接入程序的名称", error: errors["name"])], submit: "发放").html)
                """)
    }

    private var table: HTML {
        Table(
            "密钥", columns: ["程序", "发放", "状态", "操作"].map { Table.Column($0) }, rows: keys.map(cells)
        ).html
    }

    private func cells(_ key: Open311Key) -> [HTML] {
        let revoke: HTML =
            key.revokedAt == nil
            ? PostButton("停用", action: RequestPath.keyRevocation(String(key.id)), token: token, tone: .danger)
                .html
            : ""
        return [
            "\(key.name)", "\(key.issuedAt.shortChinese)，\(key.issuedBy)",
            "\(key.revokedAt.map { "\($0.shortChinese)停用" } ?? "在用")", revoke,
        ]
    }
}

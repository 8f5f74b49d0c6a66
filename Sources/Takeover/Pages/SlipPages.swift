import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// One-time passwords for those who were taken over, some at a time, on slips to be handed out.
struct SlipPages: Sendable {
    /// How many slips are made at once: a password costs a tenth of a second.
    static let slipsAtOnce = 20

    let takeovers: Takeovers
    let passwords: FirstPasswords

    /// Somebody's first password; it stands on the page and nowhere else.
    struct Slip: Sendable {
        let newcomer: FirstPasswords.Newcomer
        let password: String
    }

    var routes: [Route] {
        [
            .get(TakeoverPath.slips("{id}"), .may(.resetPasswords).fresh, "迁入账号的一次性密码") { request, _ in
                let (record, waiting) = try await waiting(request)
                return .page(page(record, waiting, [], request))
            },
            .post(
                TakeoverPath.slips("{id}"), .may(.resetPasswords).fresh, journal: "password.reset", "发一次性密码"
            ) { try await issue($0, $1) },
        ]
    }

    private func issue(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (record, waiting) = try await waiting(request)
        var slips: [Slip] = []
        for newcomer in waiting.prefix(Self.slipsAtOnce) {
            let password = try await passwords.issue(
                to: newcomer, reason: "\(record.reason)，本人领取", by: officer.actor(request), at: request.now)
            slips.append(Slip(newcomer: newcomer, password: password))
        }
        return .page(page(record, Array(waiting.dropFirst(slips.count)), slips, request))
    }

    private func waiting(_ request: WebRequest) async throws -> (TakeoverRecord, [FirstPasswords.Newcomer]) {
        let id = try request.takeoverID
        return try await takeovers.database.read { tx in
            let record = try TakeoverStore.find(id, in: tx)
            guard record.kind == .staff, record.state == .done else {
                throw DomainError.notFound("这次迁入没有可以发密码的账号。")
            }
            return (record, try Self.newcomers(of: id, in: tx))
        }
    }

    private static func newcomers(of id: Int64, in tx: Transaction) throws -> [FirstPasswords.Newcomer] {
        var (waiting, number) = ([FirstPasswords.Newcomer](), 0)
        while true {
            let lines = try LineStore.lines(of: id, .taken, after: number, limit: 500, in: tx)
            guard let last = lines.last else { return waiting }
            waiting += try FirstPasswords.newcomers(among: lines.compactMap(\.accountID), in: tx)
            number = last.number
        }
    }

    private func page(
        _ record: TakeoverRecord, _ waiting: [FirstPasswords.Newcomer], _ slips: [Slip], _ request: WebRequest
    ) -> Page {
        let id = String(record.id)
        return Page(
            "迁入账号的一次性密码",
            crumbs: [
                Link("工作台", "/desk"), Link("旧系统迁入", TakeoverPath.takeovers),
                Link(record.system, TakeoverPath.takeover(id)), Link("一次性密码", nil),
            ], area: .desk,
            body: """
                <h1>迁入账号的一次性密码</h1>
                <p class="lead">迁入的账号没有密码，不能登录。一次性密码 \(FirstPasswords.lifeHours) 小时内有效，本人登录后须立即改成自己的。</p>
                \(if: !slips.isEmpty, table(slips))
                \(waiting.isEmpty ? EmptyState("没有还在等密码的账号").html : next(waiting, id, request))
                """)
    }

    private func table(_ slips: [Slip]) -> HTML {
        Notice("请打印后当面交给本人，离开本页后不能再次查看", tone: .warning).html
            + Table(
                "一次性密码", columns: [.init("姓名"), .init("账号"), .init("一次性密码")],
                rows: slips.map { slip in
                    [
                        "\(slip.newcomer.displayName)", "\(slip.newcomer.name)",
                        "<span class=\"code secret\">\(slip.password)</span>",
                    ]
                }
            ).html
    }

    private func next(_ waiting: [FirstPasswords.Newcomer], _ id: String, _ request: WebRequest) -> HTML {
        let count = min(waiting.count, Self.slipsAtOnce)
        return """
            <p>还有 \(waiting.count) 人没有密码，下一批从\(waiting.first?.displayName ?? "")开始。</p>
            \(PostButton("为 \(count) 人生成", action: TakeoverPath.slips(id), token: request.csrf, tone: .primary).html)
            """
    }
}

import HTTPTypes
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// What a person sees of their messages and says about them: how far one came, by which ways they want to be told, and
/// their mail address.
struct MyMessagePages: Sendable {
    let database: Database
    let channels: Set<OutwardChannel>

    var routes: [Route] {
        [
            .get(MessagePath.message("{id}"), .signedIn, "消息") { request, caller in
                try await message(request, caller)
            },
            .get(MessagePath.preferences, .signedIn, "消息设置") { request, caller in
                try await preferences(request, caller)
            },
            .post(
                MessagePath.preferences, .signedIn, journal: "message.preferences_changed", "修改消息设置"
            ) { request, caller in try await choose(request, caller) },
        ] + mail
    }

    private var mail: [Route] {
        [
            .post(
                Self.mailPath, .signedIn, journal: "message.mail_entered", "填写接收消息的邮箱"
            ) { request, caller in try await enter(request, caller) },
            .post(
                Self.confirmationPath, .signedIn, journal: "message.mail_confirmed", "验证接收消息的邮箱"
            ) { request, caller in try await confirm(request, caller) },
            .post(
                Self.removalPath, .signedIn, journal: "message.mail_removed", "移除接收消息的邮箱"
            ) { request, caller in
                try await change(request, caller, "message.mail_removed", "移除了接收消息的邮箱") {
                    try MailAddresses.remove(of: caller.accountID, in: $0)
                }
            },
        ]
    }

    static let mailPath = "\(MessagePath.preferences)/mail"
    static let confirmationPath = "\(MessagePath.preferences)/mail/confirmation"
    static let removalPath = "\(MessagePath.preferences)/mail/removal"

    /// Another person's message does not exist.
    private func message(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let id = try request.id("没有找到这条消息。")
        let page = try await database.read { tx in
            guard let message = try Inbox(of: caller.accountID).message(id, in: tx) else {
                throw DomainError.notFound("没有找到这条消息。")
            }
            let deliveries = try Deliveries.of(messages: [id], in: tx)[id] ?? []
            let attempts = try deliveries.map { ($0, try Deliveries.attempts(of: $0.id, in: tx)) }
            return MessagePage(message: message, deliveries: attempts)
        }
        return .page(page.page)
    }

    private func preferences(
        _ request: WebRequest, _ caller: SignedIn, errors: [FieldError] = [], entry: FormData? = nil
    ) async throws -> WebResponse {
        let (known, mail) = try await database.read { tx in
            (
                try PreferenceStore.preferences(of: caller.accountID, in: tx),
                try MailAddresses.address(of: caller.accountID, in: tx)
            )
        }
        let page = PreferencePage(
            preferences: known, mail: mail, channels: channels, isStaff: caller.isStaff, entry: entry,
            errors: errors, isSaved: request.query("saved") != nil, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func choose(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let form = try await request.form()
        do {
            let entry = PreferenceEntry(form)
            let (wanted, quiet) = (entry.wanted, try entry.quiet)
            let (account, now) = (caller.accountID, request.now)
            return try await change(request, caller, "message.preferences_changed", "修改了消息设置") { tx in
                var known = try PreferenceStore.preferences(of: account, in: tx)
                try known.choose(wanted, quiet: quiet)
                try PreferenceStore.save(known, of: account, at: now, in: tx)
            }
        } catch DomainError.invalid(let errors) {
            return try await preferences(request, caller, errors: errors, entry: form)
        }
    }

    private func enter(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        guard channels.contains(.mail) else { throw DomainError.conflict("本站没有设置邮件服务器，不能用邮件接收消息。") }
        let form = try await request.form()
        let (account, now) = (caller.accountID, request.now)
        let code = (0..<6).map { _ in String(Int.random(in: 0...9)) }.joined()
        do {
            return try await change(request, caller, "message.mail_entered", "填写了接收消息的邮箱") {
                try MailAddresses.enter(form["address"] ?? "", code: code, by: account, at: now, in: $0)
            }
        } catch DomainError.invalid(let errors) {
            return try await preferences(request, caller, errors: errors, entry: form)
        } catch DomainError.tooMany(let sentence, _) {
            let errors = [FieldError("address", sentence)]
            return try await preferences(request, caller, errors: errors, entry: form)
        }
    }

    private func confirm(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let form = try await request.form()
        let (actor, now, code) = (caller.actor(request), request.now, form["code"] ?? "")
        var errors: [FieldError] = []
        do {
            let isRight = try await database.write { tx in
                let isRight = try MailAddresses.confirm(code, by: actor.accountID, at: now, in: tx)
                try Self.record(
                    "message.mail_confirmed", isRight ? "验证了接收消息的邮箱" : "填错了邮箱验证码", actor, now, tx)
                return isRight
            }
            if isRight { return .redirect(to: "\(MessagePath.preferences)?saved=1") }
            errors = [FieldError("code", "验证码不对，请核对邮件中的 6 位数字。")]
        } catch DomainError.conflict(let sentence) {
            errors = [FieldError("code", sentence)]
        }
        return try await preferences(request, caller, errors: errors)
    }

    private func change(
        _ request: WebRequest, _ caller: SignedIn, _ action: String, _ words: String,
        _ body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws -> WebResponse {
        let (actor, now) = (caller.actor(request), request.now)
        try await database.write { tx in
            try body(tx)
            try Self.record(action, words, actor, now, tx)
        }
        return .redirect(to: "\(MessagePath.preferences)?saved=1")
    }
}

import Foundation
import HTTPTypes
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web

/// The keys and templates of a program.
struct ProgramParts: Sendable {
    let database: Database
    let pages: ProgramPages

    var routes: [Route] {
        [
            .post(
                MessageDeskPath.part("{id}", "keys"), .may(.askPrograms).fresh, journal: "message.key_issued",
                "领取密钥"
            ) { request, officer in try await issue(request, officer) },
            .post(
                MessageDeskPath.revocation("{id}", "{key}"), .may(.askPrograms),
                journal: "message.key_revoked",
                "停用密钥"
            ) { request, officer in try await revoke(request, officer) },
            .post(
                MessageDeskPath.part("{id}", "templates"), .may(.askPrograms),
                journal: "message.template_published", "公布系统的模板"
            ) { request, officer in try await publish(request, officer) },
        ]
    }

    /// The key stands on this page and nowhere else.
    private func issue(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try request.id("没有这个系统，可能链接不完整。"), try await request.form())
        let (actor, now, secret) = (officer.actor(request), request.now, UUID().uuidString.lowercased())
        let (name, isTest) = (form["name"] ?? "", form["kind"] == "test")
        do {
            let code = try await database.write { tx in
                try ProgramStore.issue(
                    name, isTest: isTest, secret: secret, of: id, by: actor.name, at: now, in: tx)
                let program = try ProgramStore.program(id, in: tx)
                try ProgramPages.record("message.key_issued", "领取密钥「\(name)」：", program, actor, now, tx)
                return program.code
            }
            return try await pages.show(
                request, officer, secret: "\(isTest ? "test" : "live")-\(code)-\(secret)")
        } catch DomainError.invalid(let errors) {
            return try await pages.show(request, officer, entry: form, errors: errors)
        } catch DomainError.conflict(let sentence) {
            return try await pages.show(request, officer, refusal: sentence, status: .conflict)
        }
    }

    private func revoke(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let id = try request.id("没有这个系统，可能链接不完整。")
        guard let key = Int64(try request.parameter("key")) else { throw DomainError.notFound("没有这个密钥。") }
        let (actor, now) = (officer.actor(request), request.now)
        try await database.write { tx in
            try ProgramStore.revoke(key, of: id, at: now, in: tx)
            let program = try ProgramStore.program(id, in: tx)
            try ProgramPages.record("message.key_revoked", "停用密钥：", program, actor, now, tx)
        }
        return .redirect(to: MessageDeskPath.program(String(id)))
    }

    /// A template without a code is a new one.
    private func publish(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try request.id("没有这个系统，可能链接不完整。"), try await request.form())
        let (actor, now) = (officer.actor(request), request.now)
        do {
            let draft = try ProgramTemplateEntry(form).draft(of: id)
            try await database.write { tx in
                let program = try ProgramStore.program(id, in: tx)
                guard program.state != .ended else { throw DomainError.conflict("系统已经停用，不能再公布模板。") }
                _ = try TemplateStore.publish(draft, by: actor.accountID, actor.name, at: now, in: tx)
                try ProgramPages.record(
                    "message.template_published", "公布模板「\(form["template_name"] ?? "")」：", program, actor,
                    now, tx)
            }
            return .redirect(to: MessageDeskPath.program(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await pages.show(request, officer, entry: form, errors: errors)
        } catch DomainError.conflict(let sentence) {
            return try await pages.show(request, officer, refusal: sentence, status: .conflict)
        }
    }
}

/// What is entered for a template of a program.
struct ProgramTemplateEntry {
    let form: FormData

    init(_ form: FormData) { self.form = form }

    /// The version to be published.
    ///
    /// - Throws: `invalid` at every field that cannot be taken.
    func draft(of program: Int64) throws -> TemplateStore.Draft {
        let name = form["template_name"] ?? ""
        guard (1...60).contains(name.count) else {
            throw DomainError.invalid("template_name", "请写明模板的名称，最多 60 字。")
        }
        guard let channel = form["channel"].flatMap({ OutwardChannel(rawValue: $0) }) else {
            throw DomainError.invalid("channel", "请选择短信或者邮件。")
        }
        let (subject, text) = (form["template_subject"] ?? "", form["text"] ?? "")
        let limit = channel == .sms ? TemplateTexts.smsLimit : TemplateTexts.textLimit
        try MessageText(text).check(as: "text", allowing: nil, limit: limit)
        if channel == .mail {
            try MessageText(subject).check(
                as: "template_subject", allowing: nil, limit: TemplateTexts.subjectLimit)
        }
        let code = form["code"].flatMap { UUID(uuidString: $0) } ?? UUID()
        return TemplateStore.Draft(
            key: code.uuidString.lowercased(), programID: program, channel: channel, name: name,
            texts: TemplateTexts(
                inSite: "", sms: channel == .sms ? text : "", mailSubject: subject,
                mail: channel == .mail ? text : ""))
    }
}

import Foundation
import HTTPTypes
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// The programs that send through this house.
struct ProgramPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(MessageDeskPath.programs, .may(.readMessages), "发送消息的系统") { request, officer in
                try await list(request, officer)
            },
            .post(
                MessageDeskPath.programs, .may(.askPrograms), journal: "message.program_drafted", "登记发送消息的系统"
            ) { request, officer in try await draft(request, officer) },
            .get(MessageDeskPath.program("{id}"), .may(.readMessages), "发送消息的系统") { request, officer in
                try await show(request, officer)
            },
        ] + deciding + ProgramParts(database: database, pages: self).routes
    }

    private var deciding: [Route] {
        [
            .post(
                MessageDeskPath.part("{id}", "approval"), .may(.decidePrograms).fresh,
                journal: "message.program_approved", "批准发送消息的系统"
            ) { request, officer in
                let signature = signature(officer, request)
                return try await change(request, officer, "message.program_approved", "批准") {
                    try $0.approve(by: signature)
                }
            },
            .post(
                MessageDeskPath.part("{id}", "ending"), .may(.askPrograms, .decidePrograms),
                journal: "message.program_ended", "停用发送消息的系统"
            ) { request, officer in
                try await change(request, officer, "message.program_ended", "停用") { try $0.end() }
            },
        ]
    }

    private func list(
        _ request: WebRequest, _ officer: OfficerContext, entry: FormData = FormData([]),
        errors: [FieldError] = []
    ) async throws -> WebResponse {
        let programs = try await database.read(ProgramStore.all)
        let page = ProgramListPage(
            programs: programs, entry: entry, errors: errors, mayAsk: officer.may(.askPrograms),
            token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func draft(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, actor, now) = (try await request.form(), officer.actor(request), request.now)
        let signature = signature(officer, request)
        do {
            let id = try await database.write { tx in
                let program = try MessageProgram.draft(
                    form["name"] ?? "", purpose: form["purpose"] ?? "",
                    dailyLimit: Int(form["daily_limit"] ?? ""), id: tx.ids.next(),
                    code: UUID().uuidString.lowercased(), by: signature)
                try ProgramStore.insert(program, in: tx)
                try Self.record("message.program_drafted", "登记", program, actor, now, tx)
                return program.id
            }
            return .redirect(to: MessageDeskPath.program(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await list(request, officer, entry: form, errors: errors)
        }
    }

    /// - Parameters:
    ///   - secret: a key, on the one page that shows it.
    func show(
        _ request: WebRequest, _ officer: OfficerContext, secret: String? = nil, refusal: Sentence? = nil,
        entry: FormData = FormData([]), errors: [FieldError] = [], status: HTTPResponse.Status = .ok
    ) async throws -> WebResponse {
        let (id, day) = (try request.id("没有这个系统，可能链接不完整。"), request.now.day)
        let facts = try await database.read { tx in
            ProgramPage.Facts(
                program: try ProgramStore.program(id, in: tx), keys: try ProgramStore.keys(of: id, in: tx),
                templates: try TemplateStore.current(of: id, in: tx),
                sentToday: try ProgramStore.sent(by: id, on: day, in: tx))
        }
        let page = ProgramPage(
            facts: facts, secret: secret, refusal: refusal, entry: entry, errors: errors, officer: officer,
            token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? status : .unprocessableContent)
    }

    private func change(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String, _ word: String,
        _ rule: @escaping @Sendable (inout MessageProgram) throws -> Void
    ) async throws -> WebResponse {
        let id = try request.id("没有这个系统，可能链接不完整。")
        let (actor, now) = (officer.actor(request), request.now)
        do {
            try await database.write { tx in
                let program = try ProgramStore.change(id, in: tx, rule)
                try Self.record(action, word, program, actor, now, tx)
            }
            return .redirect(to: MessageDeskPath.program(String(id)))
        } catch DomainError.conflict(let sentence) {
            return try await show(request, officer, refusal: sentence, status: .conflict)
        } catch DomainError.forbidden(let sentence) {
            return try await show(request, officer, refusal: sentence, status: .forbidden)
        }
    }

    private func signature(_ officer: OfficerContext, _ request: WebRequest) -> MessageProgram.Signature {
        let actor = officer.actor(request)
        return .init(accountID: actor.accountID, name: actor.name, at: request.now)
    }

    static func record(
        _ action: String, _ word: String, _ program: MessageProgram, _ actor: Actor, _ now: Instant,
        _ tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "message-program:\(program.id)",
                sentence: "\(actor.name)\(word)发送消息的系统「\(program.name)」。"), in: tx)
    }
}

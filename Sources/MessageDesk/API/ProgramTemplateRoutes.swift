import Foundation
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// The templates of a program, as the client libraries of GOV.UK Notify read them.
struct ProgramTemplateRoutes: Sendable {
    let database: Database
    let root: String

    var routes: [Route] {
        [
            .get("/v2/templates", .messageProgram, "系统的模板") { request, caller in
                let type = request.query("type")
                let all = try await database.read {
                    try TemplateStore.current(of: caller.program.id, in: $0)
                }
                let shown = all.filter { type == nil || $0.channel?.notifyName == type }
                return try .json(["templates": shown.map(TemplateJSON.init)])
            },
            .get("/v2/template/{id}", .messageProgram, "系统的一个模板") { request, caller in
                try .json(TemplateJSON(try await template(request, nil, caller)))
            },
            .get("/v2/template/{id}/version/{version}", .messageProgram, "模板的一个版本") { request, caller in
                let version = Int(try request.parameter("version")) ?? 0
                return try .json(TemplateJSON(try await template(request, version, caller)))
            },
            .post(
                "/v2/template/{id}/preview", .messageProgram, journal: "message.template_previewed", "预览模板"
            ) { request, caller in try await preview(request, caller) },
        ]
    }

    private func template(_ request: WebRequest, _ version: Int?, _ caller: ProgramCaller) async throws
        -> TemplateVersion
    {
        let key = try request.parameter("id").lowercased()
        let found = try await database.read {
            try TemplateStore.version(version, of: key, programID: caller.program.id, in: $0)
        }
        guard let found else { throw DomainError.notFound("没有这个模板。") }
        return found
    }

    private func preview(_ request: WebRequest, _ caller: ProgramCaller) async throws -> WebResponse {
        struct Entry: Decodable { let personalisation: [String: PlainValue]? }
        let values = try await request.json(Entry.self).personalisation ?? [:]
        let template = try await template(request, nil, caller)
        let filled = values.mapValues(\.text)
        let (actor, now) = (caller.actor(request), request.now)
        let isMail = template.channel == .mail
        let answer = PreviewJSON(
            id: template.key, type: template.channel?.notifyName ?? "", version: template.version,
            body: try template.body.filled(filled),
            subject: isMail ? try template.texts.mailSubject.filled(filled) : nil)
        _ = try await database.write { tx in
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "message.template_previewed",
                    subject: "message-template:\(template.key)", sentence: "\(actor.name)预览一个模板。"), in: tx)
        }
        return try .json(answer)
    }
}

/// A template as the interface shows it.
struct TemplateJSON: Encodable {
    let id: String
    let name: String
    let type: String
    let created_at: String
    let updated_at: String
    let created_by: String
    let version: Int
    let body: String
    let subject: String?
    let personalisation: [String: [String: Bool]]

    init(_ template: TemplateVersion) {
        (id, name, version) = (template.key, template.name, template.version)
        type = template.channel?.notifyName ?? ""
        (created_at, updated_at) = (template.publishedAt.rfc3339, template.publishedAt.rfc3339)
        created_by = template.publisher
        body = template.body.text
        subject = template.channel == .mail ? template.texts.mailSubject.text : nil
        personalisation = Dictionary(template.placeholders.map { ($0, ["required": true]) }) { first, _ in
            first
        }
    }
}

/// A template with its values.
struct PreviewJSON: Encodable {
    let id: String
    let type: String
    let version: Int
    let body: String
    let subject: String?
}

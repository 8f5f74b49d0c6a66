import HTTPTypes
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web

/// What the house's sentences say: the list, one with its texts and versions, and publishing another.
struct TemplatePages: Sendable {
    let database: Database
    let book: TemplateBook

    var routes: [Route] {
        [
            .get(MessageDeskPath.templates, .may(.readMessages), "消息模板") { _, _ in try await list() },
            .get(MessageDeskPath.template("{key}"), .may(.readMessages), "消息模板") { request, officer in
                try await show(request, officer)
            },
            .post(
                MessageDeskPath.template("{key}"), .may(.writeTemplates),
                journal: "message.template_published",
                "公布消息模板"
            ) { request, officer in try await publish(request, officer) },
            .post(
                MessageDeskPath.handingBack("{key}"), .may(.writeTemplates),
                journal: "message.template_returned",
                "恢复随程序交付的文字"
            ) { request, officer in try await giveBack(request, officer) },
        ]
    }

    private func list() async throws -> WebResponse {
        let current = try await database.read { try TemplateStore.current(of: TemplateStore.house, in: $0) }
        let versions = Dictionary(current.map { ($0.key, $0) }) { first, _ in first }
        return .page(TemplateListPage(templates: book.templates, versions: versions).page)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entry: TemplateEntry? = nil,
        errors: [FieldError] = []
    ) async throws -> WebResponse {
        let template = try template(request)
        let versions = try await database.read {
            try TemplateStore.versions(of: template.key, programID: TemplateStore.house, in: $0)
        }
        let texts = versions.first(where: \.isCurrent)?.texts ?? template.delivered
        let page = TemplatePage(
            template: template, versions: versions, entry: entry ?? TemplateEntry(texts), errors: errors,
            mayWrite: officer.may(.writeTemplates), token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// 「预览」 shows the same page with what was entered, and keeps nothing.
    private func publish(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (template, form) = (try template(request), try await request.form())
        let (entry, actor, now) = (TemplateEntry(form), officer.actor(request), request.now)
        do {
            try entry.texts.check(allowing: template.values)
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, entry: entry, errors: errors)
        }
        if form["act"] == "preview" { return try await show(request, officer, entry: entry) }
        try await database.write { tx in
            let draft = TemplateStore.Draft(key: template.key, name: template.name, texts: entry.texts)
            let version = try TemplateStore.publish(draft, by: actor.accountID, actor.name, at: now, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "message.template_published",
                    subject: "message-template:\(template.key)",
                    sentence: "\(actor.name)公布消息模板「\(template.name)」第 \(version) 版。"), in: tx)
        }
        return .redirect(to: MessageDeskPath.template(template.key))
    }

    private func giveBack(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (template, actor, now) = (try template(request), officer.actor(request), request.now)
        try await database.write { tx in
            try TemplateStore.retire(template.key, programID: TemplateStore.house, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "message.template_returned",
                    subject: "message-template:\(template.key)",
                    sentence: "\(actor.name)恢复消息模板「\(template.name)」随程序交付的文字。"), in: tx)
        }
        return .redirect(to: MessageDeskPath.template(template.key))
    }

    private func template(_ request: WebRequest) throws -> HouseTemplate {
        guard let template = book.template(try request.parameter("key")) else {
            throw DomainError.notFound("没有这个消息模板，可能链接不完整。")
        }
        return template
    }
}

/// What is entered to publish a version.
struct TemplateEntry: Sendable {
    let texts: TemplateTexts

    init(_ texts: TemplateTexts) { self.texts = texts }

    init(_ form: FormData) {
        texts = TemplateTexts(
            inSite: form["in_site"] ?? "", sms: form["sms"] ?? "", mailSubject: form["mail_subject"] ?? "",
            mail: form["mail"] ?? "")
    }
}

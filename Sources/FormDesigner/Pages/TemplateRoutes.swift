import Foundation
import HTTPTypes
import Identity
import Refusals
import Services
import Web

/// A form as a file: taken away, and taken over.
struct TemplateRoutes: Sendable {
    let desk: FormDesk

    /// Far more than any form takes.
    private static let limitBytes = 1 << 20

    var routes: [Route] {
        [
            .get(FormDesignerPath.template("{slug}"), .may(.designForms), "导出表单模板") { request, _ in
                let item = try await desk.subject(try request.parameter("slug")).item
                return .file(
                    Array(try FormTemplate(of: item).data()), name: "\(item.slug).form.json",
                    contentType: "application/json; charset=utf-8")
            },
            .post(
                FormDesignerPath.template("{slug}"), .may(.designForms), journal: "item.edited", "导入表单模板"
            ) { try await take($0, $1) },
        ]
    }

    /// What is wrong with the questions does not stop them: the draft tells it, question by question.
    private func take(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        do {
            let (form, text) = try await read(request)
            let template = try FormTemplate(reading: Data(text.utf8))
            try await desk.edit(request, officer, form) { $0.take(template) }
            return .redirect(to: FormDesignerPath.form(try request.parameter("slug")))
        } catch DomainError.invalid(let errors) {
            return .page(try await desk.page(request, officer, errors: errors), status: .unprocessableContent)
        }
    }

    private func read(_ request: WebRequest) async throws -> (FormData, String) {
        let reader = try await request.multipart(limitBytes: 2 * Self.limitBytes)
        var (pairs, text) = ([(name: String, value: String)](), "")
        while let part = try await reader.nextPart() {
            do {
                let content = try await part.text(limitBytes: Self.limitBytes)
                if part.name == "template" { text = content } else { pairs.append((part.name, content)) }
            } catch DomainError.malformed, DomainError.tooLarge {
                throw DomainError.invalid("template", "模板文件应为 UTF-8 编码的 JSON，不超过 1 MB。")
            }
        }
        guard !text.isEmpty else { throw DomainError.invalid("template", "请先选择模板文件。") }
        return (FormData(pairs), text)
    }
}

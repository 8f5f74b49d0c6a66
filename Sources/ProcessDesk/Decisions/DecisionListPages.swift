import Cases
import DecisionModel
import Foundation
import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// The decision tables there are; new ones are begun here, or brought as a file.
struct DecisionListPages: Sendable {
    let tables: DecisionTables

    var routes: [Route] {
        [
            .get(DecisionPath.list, .may(.readDecisions), "判定表") { request, officer in
                .page(try await list(request, officer).page)
            },
            .post(DecisionPath.list, .may(.editDecisions), journal: "decision.drafted", "新建判定表") {
                request, officer in
                let form = try await request.form()
                let (id, name) = (form["id"] ?? "", form["name"] ?? "")
                return try await attempt(request, officer, form) {
                    let table = DecisionSheet.blank(id: id, name: name)
                    try await tables.begin(table, by: officer.actor(request), at: request.now)
                    return DecisionPath.table(id)
                }
            },
            .post(DecisionPath.imports, .may(.editDecisions), journal: "decision.drafted", "导入判定表") {
                request, officer in
                try await attempt(request, officer, nil) {
                    let brought = try read(try await file(of: request))
                    try await tables.draft(brought, by: officer.actor(request), at: request.now)
                    return brought.count == 1 ? DecisionPath.table(brought[0].id) : DecisionPath.list
                }
            },
        ]
    }

    private func list(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData? = nil, errors: [FieldError] = []
    ) async throws -> DecisionListPage {
        let slice = try await tables.newest(after: request.query("after"))
        return DecisionListPage(
            tables: slice.items, next: slice.next, mayEdit: officer.may(.editDecisions),
            id: form?["id"] ?? "", name: form?["name"] ?? "", errors: errors, token: request.csrf)
    }

    /// What cannot be taken is said on the list, with what was entered.
    private func attempt(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData?,
        _ work: () async throws -> String
    ) async throws -> WebResponse {
        do { return .redirect(to: try await work()) } catch DomainError.invalid(let errors) {
            return .page(
                try await list(request, officer, form, errors: errors).page, status: .unprocessableContent)
        }
    }

    private func file(of request: WebRequest) async throws -> String {
        let limitBytes = WebRequest.bodyLimitBytes
        do {
            let form = try await request.multipart(limitBytes: 4 * limitBytes)
            while let part = try await form.nextPart() {
                guard part.name == "file", part.filename?.isEmpty == false else { continue }
                return try await part.file(limitBytes: limitBytes)
            }
        } catch DomainError.tooLarge { throw DomainError.invalid([Part.tooLarge(limitBytes)]) }
        return ""
    }

    private func read(_ file: String) throws -> [DecisionTable] {
        guard !file.isEmpty else { throw DomainError.invalid("file", "请选择要导入的 .dmn 文件。") }
        do throws(DecisionFindings) {
            let tables = try DecisionTable.tables(in: Data(file.utf8))
            guard tables.isEmpty else { return tables }
        } catch {
            throw DomainError.invalid(
                error.findings.prefix(20).map { FieldError("file", "\($0.description)。") })
        }
        throw DomainError.invalid("file", "文件里没有判定表。")
    }
}

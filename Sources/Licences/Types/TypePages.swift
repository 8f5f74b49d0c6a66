import Cases
import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The types on the desk: everybody who works here may read them, whoever is granted it edits.
struct TypePages: Sendable {
    let types: LicenceTypes
    let directory: Directory

    var routes: [Route] {
        [
            .get(LicencePath.types, .staff, "证照类型") { request, officer in
                try await list(request, officer)
            },
            .post(LicencePath.types, .may(.editLicenceTypes), journal: "licence_type.edited", "新增证照类型") {
                request, officer in try await add(request, officer)
            },
            .get(LicencePath.type("{code}"), .staff, "证照类型") { request, officer in
                try await show(try request.parameter("code"), request, officer)
            },
            .post(
                LicencePath.type("{code}"), .may(.editLicenceTypes), journal: "licence_type.edited", "修改证照类型"
            ) { request, officer in try await edit(request, officer) },
        ]
    }

    private func list(
        _ request: WebRequest, _ officer: OfficerContext, entry: TypeForm? = nil, errors: [FieldError] = []
    ) async throws -> WebResponse {
        let page = TypeListPage(
            types: try await types.inForce(on: request.now.day), organs: try await directory.organs(),
            entry: entry ?? TypeForm(since: request.now.day), errors: errors,
            mayEdit: officer.may(.editLicenceTypes), token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func add(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let entry = TypeForm(try await request.form())
        do {
            try await types.save(
                entry.code, entry.draft(), isNew: true, by: officer.actor(request), at: request.now)
            return .redirect(to: LicencePath.type(entry.code))
        } catch DomainError.invalid(let errors) {
            return try await list(request, officer, entry: entry, errors: errors)
        }
    }

    private func show(
        _ code: String, _ request: WebRequest, _ officer: OfficerContext, entry: TypeForm? = nil,
        errors: [FieldError] = []
    ) async throws -> WebResponse {
        let versions = try await types.versions(of: code)
        let page = TypePage(
            versions: versions, organs: try await directory.organs(), entry: entry, errors: errors,
            today: request.now.day, mayEdit: officer.may(.editLicenceTypes), token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func edit(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let code = try request.parameter("code")
        let entry = TypeForm(try await request.form())
        do {
            _ = try await types.versions(of: code)
            try await types.save(
                code, entry.draft(), isNew: false, by: officer.actor(request), at: request.now)
            return .redirect(to: LicencePath.type(code))
        } catch DomainError.invalid(let errors) {
            return try await show(code, request, officer, entry: entry, errors: errors)
        }
    }
}

import Files
import HTTPTypes
import Identity
import Refusals
import Services
import Web
import WorkingTime

/// Bringing the materials: `/applications/{id}/materials`.
extension ApplicationPages {
    var materials: [Route] {
        [
            .get(ApplicationPath.materials, .signedIn, "上传材料") { request, caller in
                try await door.open(request, caller) { .page(try await materialsPage($0, request, caller)) }
            },
            .post(ApplicationPath.materials, .signedIn, journal: "application.saved", "上传材料") {
                try await upload($0, $1)
            },
            .post(ApplicationPath.materialRemoval, .signedIn, journal: "application.saved", "移除材料") {
                try await removeMaterial($0, $1)
            },
        ]
    }

    func materialsPage(
        _ wizard: Wizard, _ request: WebRequest, _ caller: SignedIn, _ errors: [FieldError] = []
    ) async throws -> Page {
        let offers = try await reuse.offers(
            for: wizard.item, of: wizard.draft.applicant, on: request.now.day)
        return MaterialsPage(
            wizard: wizard, offers: offers, scans: try await tray(of: wizard, for: caller.accountID),
            errors: errors, limitBytes: files.limitBytes, token: request.csrf
        ).page
    }

    private func upload(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        try await door.open(request, caller) { wizard in
            // More than one file may hold: what is too large is read to its end, so that the browser gets to
            // see the answer.
            let reader = try await request.multipart(limitBytes: files.limitBytes * 5)
            guard let part = try await reader.nextPart(),
                let material = wizard.item.askedMaterials.first(where: {
                    Wizard.inputName(of: $0) == part.name
                })
            else { throw DomainError.malformed("没有收到文件，请返回重试。") }
            do {
                try await receive(part, for: material, into: wizard.draft, request, caller)
            } catch let refusal as DomainError {
                let errors = try refusal.errors(at: part.name)
                while try await reader.nextPart() != nil {}
                return .page(
                    try await materialsPage(wizard, request, caller, errors), status: .unprocessableContent)
            }
            return .redirect(to: "\(ApplicationPath.materials(wizard.draft.id))#f-\(part.name)")
        }
    }

    private func receive(
        _ part: Part, for material: Material, into draft: Draft, _ request: WebRequest, _ caller: SignedIn
    ) async throws {
        guard let name = part.filename, !name.isEmpty else {
            throw DomainError.invalid(part.name, "请先选择要上传的「\(material.name)」文件。")
        }
        let file = try await files.receive(
            name: name, chunks: part.chunks, owner: caller.accountID, now: request.now)
        let upload = DraftMaterial(
            requirement: material.id, fileID: file.id, name: file.name, size: file.size)
        try await door.drafts.add(upload, to: draft, by: caller.actor(request), at: request.now)
    }

    private func removeMaterial(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        try await door.open(request, caller) { wizard in
            let requirement = try request.parameter("requirement")
            let file = Int64(try request.parameter("file"))
            guard let upload = wizard.draft.uploads(for: requirement).first(where: { $0.fileID == file })
            else {
                throw DomainError.notFound("这个文件已经移除。")
            }
            try await door.drafts.remove(
                upload, from: wizard.draft, by: caller.actor(request), at: request.now)
            return .redirect(to: "\(ApplicationPath.materials(wizard.draft.id))#f-materials.\(requirement)")
        }
    }
}

extension DomainError {
    /// What is wrong with an upload, at its field; other refusals go on.
    func errors(at field: String) throws -> [FieldError] {
        switch self {
        case .invalid(let errors): errors.map { FieldError(field, $0.sentence) }
        case .tooLarge(let sentence): [FieldError(field, sentence)]
        default: throw self
        }
    }
}

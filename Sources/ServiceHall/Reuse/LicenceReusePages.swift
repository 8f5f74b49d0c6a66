import Cases
import Files
import HTTPTypes
import Identity
import Licences
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// Using a licence instead of uploading: `/applications/{id}/licences/{requirement}`.
extension ApplicationPages {
    var licenceUses: [Route] {
        [
            .post(ApplicationPath.licence, .signedIn, journal: "licence.consented", "使用电子证照") {
                try await useLicence($0, $1)
            }
        ]
    }

    private func useLicence(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        try await door.open(request, caller) { wizard in
            let requirement = try request.parameter("requirement")
            guard let material = wizard.item.askedMaterials.first(where: { $0.id == requirement }) else {
                throw DomainError.notFound("这个事项不需要这份材料。")
            }
            let form = try await request.form()
            do {
                let id = form["licence"].flatMap(Int64.init)
                guard form[LicenceOfferCard.consent(material)] == "true" else {
                    throw DomainError.conflict("请勾选同意，再使用电子证照。")
                }
                try await use(id, for: material, in: wizard, request, caller)
            } catch let refusal as DomainError {
                let error = FieldError(LicenceOfferCard.consent(material), refusal.sentence)
                return .page(
                    try await materialsPage(wizard, request, caller, [error]), status: .unprocessableContent)
            }
            return .redirect(
                to: "\(ApplicationPath.materials(wizard.draft.id))#f-\(Wizard.inputName(of: material))")
        }
    }

    private func use(
        _ id: Int64?, for material: Material, in wizard: Wizard, _ request: WebRequest, _ caller: SignedIn
    ) async throws {
        let (actor, now) = (caller.actor(request), request.now)
        let (licence, file) = try await reuse.copy(
            { $0.id == id }, for: material, of: wizard.draft.applicant, owner: caller.accountID, at: now)
        let upload = DraftMaterial(
            requirement: material.id, fileID: file.id, name: file.name, size: file.size)
        try await door.drafts.add(upload, to: wizard.draft, by: actor, at: now) {
            [service = wizard.service] tx in
            try LicenceReuse.record(
                licence, file, for: material, of: service, by: actor, at: now, in: tx)
        }
    }
}

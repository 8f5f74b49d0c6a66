import Cases
import Files
import Identity
import Licences
import Refusals
import Services
import Storage
import Web

/// A licence instead of a file, by the rules of the page.
extension FilingAPI {
    /// The copies of the licences an application names, each with its consent.
    ///
    /// - Throws: `invalid` at the material, saying why its licence cannot be used.
    func copies(
        _ application: ApplicationJSON, _ service: PublicService, _ applicant: Applicant,
        _ request: WebRequest, _ caller: SignedIn
    ) async throws -> [(requirement: String, file: Int64)] {
        var copies: [(requirement: String, file: Int64)] = []
        for (index, named) in (application.materials ?? []).enumerated() {
            guard let number = named.licence else { continue }
            let field = "materials.\(index).licence"
            guard let material = service.item.askedMaterials.first(where: { $0.id == named.requirement })
            else { throw DomainError.invalid(field, "这个事项不需要这份材料，请核对材料清单。") }
            guard named.consent == true else {
                throw DomainError.invalid("materials.\(index).consent", "使用电子证照要持有人同意。")
            }
            do {
                let file = try await copy(number, for: material, service, applicant, request, caller)
                copies.append((material.id, file))
            } catch let refusal as DomainError {
                throw DomainError.invalid(field, refusal.sentence)
            }
        }
        return copies
    }

    private func copy(
        _ number: String, for material: Material, _ service: PublicService, _ applicant: Applicant,
        _ request: WebRequest, _ caller: SignedIn
    ) async throws -> Int64 {
        let (actor, now) = (caller.actor(request), request.now)
        let (licence, file) = try await reuse.copy(
            { $0.number == number }, for: material, of: applicant, owner: caller.accountID, at: now)
        try await filings.database.write { tx in
            try LicenceReuse.record(
                licence, file, for: material, of: service, by: actor, at: now, in: tx)
        }
        return file.id
    }
}

import Cases
import Files
import Identity
import Journal
import Licences
import NIOCore
import Refusals
import Services
import Storage
import WorkingTime

/// A licence in the place of an upload: its paper is put among the materials, so that the case keeps what was decided on,
/// and the consent is kept beside it, so that everybody sees where the licence stands now.
struct LicenceReuse: Sendable {
    let licences: Licences
    let files: FileStore
    let printer: DocumentPrinter

    /// What an applicant may use for an item; nothing is asked where no material takes a licence.
    func offers(for item: ServiceItem, of applicant: Applicant, on day: CivilDate) async throws
        -> LicenceOffers
    {
        guard item.askedMaterials.contains(where: { $0.licence != nil }) else { return .none(on: day) }
        return LicenceOffers(held: try await licences.held(by: applicant), day: day)
    }

    /// What an applicant's licences in force say.
    func facts(of applicant: Applicant, on day: CivilDate) async throws -> LicenceFacts {
        LicenceFacts(held: try await licences.held(by: applicant), on: day)
    }

    /// Checks that a licence may be used, and makes the copy of its paper.
    ///
    /// - Throws: `notFound` for a licence the applicant does not hold, `conflict` for one that is not in force or not what
    ///   the material asks for.
    func copy(
        _ choice: (Licence) -> Bool, for material: Material, of applicant: Applicant, owner: Int64,
        at now: Instant
    ) async throws -> (licence: Licence, file: StoredFile) {
        guard let type = material.licence else {
            throw DomainError.conflict("「\(material.name)」不能用电子证照代替，请上传材料。")
        }
        guard let licence = try await licences.held(by: applicant).first(where: choice) else {
            throw DomainError.notFound("没有找到这份证照，或者它的持有人不是本次申请的申请人。")
        }
        try licence.requireUsable(by: applicant.code, as: type, on: now.day)
        let paper = try await printer.pdf(of: licence.document)
        let chunks = AsyncStream<ByteBuffer> { stream in
            stream.yield(ByteBuffer(bytes: paper))
            stream.finish()
        }
        let file = try await files.receive(
            name: "\(licence.name)（电子证照）.pdf", chunks: chunks, owner: owner, now: now)
        return (licence, file)
    }

    /// Keeps the consent.
    static func record(
        _ licence: Licence, _ file: StoredFile, for material: Material, of service: PublicService,
        by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        let by =
            actor.channel == FilingRecord.counter || actor.organ != nil
            ? "申请人（窗口当面同意，经办 \(actor.name)）" : actor.name
        let use = LicenceUse(
            licence: licence, file: file.id, item: (service.code, service.item.name),
            requirement: material.id, by: Signatory(accountID: actor.accountID, name: by), at: now)
        try LicenceUses.insert(use, in: tx)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "licence.consented", subject: "licence/\(licence.id)",
                sentence: "\(by)同意在「\(service.item.name)」申请中使用「\(licence.name)」（\(licence.number)）。"),
            in: tx)
    }
}

import Cases
import Codes
import Files
import Government
import Identity
import Journal
import Licences
import Refusals
import Services
import Storage
import WorkingTime

/// Checks applications and hands them to ``Cases``; pages and API file through here.
public struct Filings: Sendable {
    let library: ServiceLibrary
    let directory: Directory
    let cases: Cases
    let files: FileStore
    let database: Database

    /// The way into these cases.
    public init(
        library: ServiceLibrary, directory: Directory, cases: Cases, files: FileStore, database: Database
    ) {
        self.library = library
        self.directory = directory
        self.cases = cases
        self.files = files
        self.database = database
    }

    /// Files an application; the same idempotency key gives the same case.
    ///
    /// - Throws: `invalid` naming every field and material that is wrong or missing, or the missing yes of whoever stands
    ///   at the counter.
    public func file(_ submission: Submission, by actor: Actor, once: Idempotency.Request? = nil) async throws
        -> Matter
    {
        if let missing = ApplicantConfirmation.missing(submission.confirmation, channel: submission.channel) {
            throw DomainError.invalid("confirmation", missing)
        }
        let item = submission.service.item
        let reading = item.read(submission.form, signedBy: submission.applicant.signatories)
        let plan = try await plan(of: submission.service)
        let materials =
            try await materials(of: submission, owner: actor)
            + answerFiles(reading.answers, submission.drawings, of: item, owner: actor)
        let children = library.catalogue.children(of: submission.service)
        let filing = Filing(
            plan: plan, applicant: submission.applicant, channel: submission.channel,
            form: reading.answers.mapValues(\.value),
            childForms: children.map { item.answers(for: $0.item, from: reading.answers).mapValues(\.value) },
            childDrawings: children.map { item.drawings(for: $0.item, among: materials) },
            materials: materials, street: try await street(of: reading.answers),
            deferred: submission.deferred, commits: submission.commits,
            confirmation: submission.confirmation)
        let errors = reading.errors + filing.missingMaterials
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        return try await cases.file(filing, by: actor, once: once)
    }

    /// What a case of this service would be begun with today.
    func plan(of service: PublicService) async throws -> CasePlan {
        let children = library.catalogue.children(of: service)
        let organs = try await directory.organs(named: Set(([service] + children).map(\.item.organ)))
        let plan = try service.plan(
            children: children,
            organs: Dictionary(organs.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }))
        return try await LicenceTypes(database: database).apply(to: plan, on: cases.now.day)
    }

    /// The files named, as materials of the item.
    ///
    /// - Throws: `invalid` for a material the item does not ask for, `notFound` for files of other people.
    func materials(of submission: Submission, owner: Actor) async throws -> [FiledMaterial] {
        let known = Set(submission.service.item.askedMaterials.map(\.id))
        for (requirement, _) in submission.materials where !known.contains(requirement) {
            throw DomainError.invalid("materials.\(requirement.prefix(40))", "这个事项不需要这份材料，请核对材料清单。")
        }
        let asked = submission.materials
        let now = cases.now
        return try await database.read { tx in
            try asked.map { requirement, id in
                let file = try files.file(id, for: .owner(accountID: owner.accountID), in: tx).file
                return FiledMaterial(requirement: requirement, fileID: id, name: file.name, filedAt: now)
            }
        }
    }

    /// The files that answer questions, under the names of their inputs: they belong to the case like materials.
    private func answerFiles(
        _ answers: FormAnswers, _ drawings: [String: Int64], of item: ServiceItem, owner: Actor
    ) async throws -> [FiledMaterial] {
        let asked = item.fields.compactMap { field -> (name: String, id: Int64, isDrawing: Bool)? in
            guard let answer = answers[field.name]?.text else { return nil }
            switch field.kind {
            case .file: return Int64(answer).map { (field.inputName, $0, false) }
            case .signature: return drawings[field.drawingName].map { (field.drawingName, $0, true) }
            default: return nil
            }
        }
        guard !asked.isEmpty else { return [] }
        let now = cases.now
        return try await database.read { tx in
            try asked.map { name, id, isDrawing in
                let file = try files.file(id, for: .owner(accountID: owner.accountID), in: tx).file
                guard !isDrawing || (file.mediaType == .png && file.size <= FormField.drawingLimitBytes)
                else {
                    throw DomainError.invalid(name, FormField.drawingRefusal)
                }
                return FiledMaterial(
                    requirement: name, fileID: id, name: isDrawing ? FormField.drawingFile : file.name,
                    filedAt: now)
            }
        }
    }

    private func street(of answers: FormAnswers) async throws -> String? {
        guard let text = answers["division"]?.text, let division = try? DivisionCode(text) else { return nil }
        return try await directory.streetOrgan(forDivision: division)
    }
}

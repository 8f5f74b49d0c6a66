import Cases
import Files
import Identity
import Refusals
import Storage
import WorkingTime

/// The uploads an applicant names as materials.
struct UploadedMaterials: Sendable {
    let files: FileStore
    let database: Database

    /// The files named, under the names they were uploaded with. Only the caller's own uploads can be named.
    func materials(_ input: EvidenceInput, of caller: SignedIn, at now: Instant) async throws
        -> [FiledMaterial]
    {
        try await database.read { [files] tx in
            try (input.materials ?? []).enumerated().map { place, material in
                let field = "materials.\(place).file"
                guard let id = Int64(material.file) else {
                    throw DomainError.invalid(field, Self.unknownFile)
                }
                do {
                    let file = try files.file(id, for: .owner(accountID: caller.accountID), in: tx).file
                    return FiledMaterial(
                        requirement: material.requirement, fileID: id, name: file.name, filedAt: now)
                } catch DomainError.notFound {
                    throw DomainError.invalid(field, Self.unknownFile)
                }
            }
        }
    }

    private static let unknownFile: Sentence = "没有找到您上传的这个文件，请重新上传。"
}

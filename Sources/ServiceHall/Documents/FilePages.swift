import Cases
import Desk
import Files
import Foundation
import Identity
import Journal
import Refusals
import Storage
import Web

/// Materials, for whoever handed them in and for the organs that work on the case.
struct FilePages: Sendable {
    let cases: Cases
    let files: FileStore
    let database: Database

    var routes: [Route] {
        // Digits stand for the id; the address is the same that links are made of.
        [.get("/files/{id}", .signedIn, "查看材料") { try await send($0, $1) }]
    }

    private func send(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        guard let id = Int64(try request.parameter("id")) else { throw Self.missing }
        let readable = try await reach(id, request, caller)
        let type = readable.file.mediaType
        return .file(
            at: readable.content.path, name: readable.file.name, contentType: type.rawValue,
            disposition: type.isShownInline ? .inline : .attachment
        ).header("Cache-Control", "private, no-store")
    }

    /// The file, through the case it was handed in for or because the caller uploaded it.
    private func reach(_ id: Int64, _ request: WebRequest, _ caller: SignedIn) async throws -> ReadableFile {
        guard let number = try await cases.matterNumber(ofFile: id, for: caller.viewer) else {
            return try await database.read { [files] in
                try files.file(id, for: .owner(accountID: caller.accountID), in: $0)
            }
        }
        guard caller.isStaff else {
            return try await database.read { [files] in
                try files.file(id, for: .caseFile(number: number), in: $0)
            }
        }
        return try await readAsOfficer(id, of: number, caller.actor(request))
    }

    /// An officer who reads what a citizen handed in leaves a trace before the first byte is sent.
    private func readAsOfficer(_ id: Int64, of number: String, _ actor: Actor) async throws -> ReadableFile {
        let now = cases.now
        return try await database.write { [files] tx in
            let readable = try files.file(id, for: .caseFile(number: number), in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "material.read", subject: number,
                    sentence: "\(actor.name)查看了材料「\(readable.file.name)」。", detail: ["file": String(id)]),
                in: tx)
            return readable
        }
    }

    private static let missing = DomainError.notFound("没有找到这个文件。")
}

import Cases
import Files
import Foundation
import Identity
import Refusals
import Web

/// Materials, for whoever handed them in and for the organs that work on the case.
struct FilePages: Sendable {
    let cases: Cases

    var routes: [Route] {
        // Digits stand for the id; the address is the same that links are made of.
        [.get("/files/{id}", .signedIn, "查看材料") { try await send($0, $1) }]
    }

    private func send(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        guard let id = Int64(try request.parameter("id")) else { throw Self.missing }
        let readable = try await cases.readFile(id, by: caller.actor(request), as: caller.viewer)
        let type = readable.file.mediaType
        let content = try await readable.open()
        return .file(
            content.pieces, sizeBytes: content.sizeBytes, name: readable.file.name,
            contentType: type.rawValue,
            disposition: type.isShownInline ? .inline : .attachment
        ).header("Cache-Control", "private, no-store")
    }

    private static let missing = DomainError.notFound("没有找到这个文件。")
}

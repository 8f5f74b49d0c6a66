import Cases
import Files
import Foundation
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Uploads and downloads.
struct FileAPI: Sendable {
    let cases: Cases
    let files: FileStore
    let database: Database

    var routes: [Route] {
        [
            .post(APIPath.files, .signedIn, journal: "file.received", "上传文件", api: Self.upload) {
                request, caller in
                // An unusable key is refused before the whole body is taken in.
                _ = try IdempotencyKey(of: request)
                let file = try await received(request, from: caller)
                let kept = try await once(file, request, caller)
                return try .json(FileDocument(kept), status: .created)
            },
            .get(APIPath.file, .signedIn, "下载文件", api: Self.download) { request, caller in
                let readable = try await cases.readFile(
                    request.id("没有找到这个文件。"), by: caller.actor(request), as: caller.viewer)
                let file = readable.file
                let content = try await readable.open()
                return WebResponse.file(
                    content.pieces, sizeBytes: content.sizeBytes, name: file.name,
                    contentType: file.mediaType.rawValue,
                    disposition: file.mediaType.isShownInline ? .inline : .attachment
                ).header("Cache-Control", "no-store")
            },
        ]
    }

    private func received(_ request: WebRequest, from caller: SignedIn) async throws -> StoredFile {
        guard request.header("Content-Type")?.lowercased().hasPrefix("multipart/form-data") == true else {
            guard let name = try request.filename() else { throw Self.nameless }
            let body = request.stream(limitBytes: files.limitBytes)
            return try await files.receive(
                name: name, chunks: body, owner: caller.accountID, now: cases.now)
        }
        let form = try await request.multipart(limitBytes: files.limitBytes + Self.formBytes)
        while let part = try await form.nextPart() {
            guard part.name == "file" else { continue }
            guard let name = part.filename else { throw Self.nameless }
            return try await files.receive(
                name: name, chunks: part.chunks, owner: caller.accountID, now: cases.now)
        }
        throw DomainError.invalid("file", "请在 file 字段里上传文件。")
    }

    /// The same key with the same content names the first upload; the second one is attached to nothing and
    /// is removed with the other orphans.
    private func once(
        _ file: StoredFile, _ request: WebRequest, _ caller: SignedIn
    ) async throws -> StoredFile {
        guard let once = try caller.once(request, body: [file.sha256, file.name]) else { return file }
        let now = cases.now
        return try await database.write { [files] tx in
            if let earlier = try Idempotency.replay(once, in: tx), let id = Int64(earlier.response) {
                return try files.file(id, for: .owner(accountID: caller.accountID), in: tx).file
            }
            try once.remember(String(file.id), at: now, in: tx)
            return file
        }
    }

    /// What boundaries and other fields of the form may add to the file, in bytes.
    private static let formBytes = 64 << 10
    private static let nameless = DomainError.invalid(
        "file", "请写明文件名：表单里用 filename，或在 Content-Disposition 里用 filename。")

    private static let upload = APIOperation(
        id: "uploadFile", tag: "文件",
        parameters: [
            IdempotencyKey.parameter,
            .header("Content-Disposition", "直接上传内容时写明文件名：attachment; filename*=UTF-8''…"),
        ],
        body: .file(field: "file"), responses: [201: FileDocument.schema])

    private static let download = APIOperation(id: "downloadFile", tag: "文件", responses: [200: nil])
}

/// An upload, as its owner knows it.
struct FileDocument: Encodable, Sendable {
    let id: String
    let name: String
    let size: Int
    let sha256: String
    let media_type: String

    init(_ file: StoredFile) {
        id = String(file.id)
        name = file.name
        size = file.size
        sha256 = file.sha256
        media_type = file.mediaType.rawValue
    }

    static let schema = Schema.object([
        .init("id", .text), .init("name", .text), .init("size", .integer, "字节"),
        .init("sha256", .matching("^[0-9a-f]{64}$")),
        .init("media_type", .oneOf(MediaType.materials.map(\.rawValue))),
    ])
}

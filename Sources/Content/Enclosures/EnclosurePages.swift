import Files
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// Gives files out: to everybody those of the editions that are out, on the desk those of editions one may see.
struct EnclosurePages: Sendable {
    let database: Database
    let files: FileStore

    var routes: [Route] {
        [
            .get(ContentPath.attachment("{id}"), .anyone, "下载附件") { request, _ in
                try await send(request, .attachment, for: nil)
            },
            .get(ContentPath.image("{id}"), .anyone, "图片") { request, _ in
                try await send(request, .image, for: nil)
            },
            .get(ContentPath.smallImage("{id}"), .anyone, "图片") { request, _ in
                try await send(request, .image, for: nil, small: true)
            },
            .get(ContentPath.draftAttachment("{id}"), .may(.readContent), "稿件的附件") { request, officer in
                try await send(request, .attachment, for: officer.viewer)
            },
            .get(ContentPath.draftImage("{id}"), .may(.readContent), "稿件的图片") { request, officer in
                try await send(request, .image, for: officer.viewer)
            },
        ]
    }

    /// - Parameter viewer: nil for what is out.
    private func send(
        _ request: WebRequest, _ kind: Enclosure.Kind, for viewer: Viewer?, small: Bool = false
    ) async throws -> WebResponse {
        let id = try request.id(EnclosureStore.missing.sentence)
        let readable = try await database.read { [files] tx in
            let file =
                try viewer.map { try EnclosureStore.file(id, kind, for: $0, in: tx) }
                ?? EnclosureStore.published(id, kind, in: tx)
            let upload = small ? file.image?.small?.fileID ?? file.fileID : file.fileID
            return try files.file(upload, for: .caseFile(number: file.caseNumber), in: tx)
        }
        let content = try await readable.open()
        let response = WebResponse.file(
            content.pieces, sizeBytes: content.sizeBytes, name: readable.file.name,
            contentType: Self.contentType(of: readable.file.mediaType),
            disposition: kind == .image ? .inline : .attachment)
        // An image keeps its number for as long as it is there; what is taken off is gone from browsers within the hour.
        return response.header("Cache-Control", viewer == nil ? "public, max-age=3600" : "private, no-store")
    }

    private static func contentType(of type: MediaType) -> String {
        type == .txt || type == .csv ? "\(type.rawValue); charset=utf-8" : type.rawValue
    }
}

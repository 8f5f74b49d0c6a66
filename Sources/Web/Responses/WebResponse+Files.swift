import HTTPTypes
import Hummingbird
import NIOCore

extension WebResponse {
    /// Whether the browser shows a file or saves it.
    public enum Disposition: String, Sendable {
        /// Shows it.
        case inline
        /// Saves it.
        case attachment
    }

    /// A file from the disk, sent piece by piece. Whatever it holds, it cannot run as a page of ours.
    public static func file(
        at path: String, name: String, contentType: String, disposition: Disposition = .attachment
    ) -> WebResponse {
        WebResponse(.ok, .file(path: path), contentType: contentType).named(name, disposition)
    }

    /// A file of a known length that arrives piece by piece while it is sent, from wherever it is kept.
    public static func file<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces, sizeBytes: Int, name: String, contentType: String,
        disposition: Disposition = .attachment
    ) -> WebResponse where Pieces.Element == ByteBuffer {
        let body = ResponseBody(contentLength: sizeBytes) { writer in
            for try await piece in pieces { try await writer.write(piece) }
            try await writer.finish(nil)
        }
        return WebResponse(.ok, .body(body), contentType: contentType).named(name, disposition)
    }

    /// Bytes made on the spot, to be shown or saved under a name.
    public static func file(
        _ bytes: [UInt8], name: String, contentType: String, disposition: Disposition = .attachment
    ) -> WebResponse {
        WebResponse(.ok, .bytes(ByteBuffer(bytes: bytes)), contentType: contentType).named(name, disposition)
    }

    /// A file whose text is read piece by piece while it is sent, to be saved under a name.
    public static func file<Pieces: AsyncSequence & Sendable>(
        pieces: Pieces, name: String, contentType: String
    ) -> WebResponse where Pieces.Element == String {
        stream(pieces.map { ByteBuffer(string: $0) }, contentType: contentType).named(name, .attachment)
    }

    /// Pieces that are made while they are sent: an export, a stream.
    public static func stream<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces, contentType: String
    ) -> WebResponse where Pieces.Element == ByteBuffer {
        WebResponse(.ok, .body(ResponseBody(asyncSequence: pieces)), contentType: contentType)
    }

    /// The name in its two forms (RFC 6266): ASCII for old programs, UTF-8 for all others.
    func named(_ name: String, _ disposition: Disposition) -> WebResponse {
        let ascii = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "_" }
        var encoded: [UInt8] = []
        Escaping.appendURLComponent(name, to: &encoded)
        let utf8 = String(decoding: encoded, as: UTF8.self)
        return header(
            "Content-Disposition",
            "\(disposition.rawValue); filename=\"\(String(ascii))\"; filename*=UTF-8''\(utf8)"
        ).header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    }
}

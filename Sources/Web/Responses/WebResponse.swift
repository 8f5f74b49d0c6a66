import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Refusals

/// What a handler answers. Pages and refusals are put into their final form at the door, where the visitor
/// and the channel are known.
public struct WebResponse: Sendable {
    enum Content: Sendable {
        case empty
        case page(Page)
        case refusal(Refusal)
        case bytes(ByteBuffer)
        case gzipped(plain: ByteBuffer, gzip: ByteBuffer)
        case body(ResponseBody)
        case file(path: String)
    }

    /// The status.
    public var status: HTTPResponse.Status
    /// The headers, besides those the door adds.
    public var headers: HTTPFields
    /// The cookies to set.
    public private(set) var cookies: [SetCookie] = []
    let content: Content

    init(_ status: HTTPResponse.Status, _ content: Content, contentType: String? = nil) {
        self.status = status
        self.content = content
        headers = [:]
        headers[.contentType] = contentType
    }

    /// A page.
    public static func page(_ page: Page, status: HTTPResponse.Status = .ok) -> WebResponse {
        WebResponse(status, .page(page))
    }

    /// On to another page, to be fetched with GET (303).
    public static func redirect(to address: String) -> WebResponse {
        var response = WebResponse(.seeOther, .empty)
        response.headers[.location] = LocalPath.escaped(address)
        return response
    }

    /// On to where the visitor came from when that is a page of ours, or else to `fallback`.
    public static func redirect(next: String?, otherwise fallback: String) -> WebResponse {
        redirect(to: next.flatMap { LocalPath.isLocal($0) ? $0 : nil } ?? fallback)
    }

    /// A JSON document, members in alphabetical order.
    public static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok
    ) throws -> WebResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return bytes(Array(try encoder.encode(value)), contentType: "application/json", status: status)
    }

    /// A refusal, as if it had been thrown.
    public static func problem(_ error: DomainError) -> WebResponse { refusal(Refusal(error)) }

    static func refusal(_ refusal: Refusal) -> WebResponse { WebResponse(refusal.status, .refusal(refusal)) }

    /// Plain text.
    public static func text(_ text: String, status: HTTPResponse.Status = .ok) -> WebResponse {
        bytes(Array(text.utf8), contentType: "text/plain; charset=utf-8", status: status)
    }

    /// Bytes of a media type.
    public static func bytes(
        _ bytes: [UInt8], contentType: String, status: HTTPResponse.Status = .ok
    ) -> WebResponse {
        WebResponse(status, .bytes(ByteBuffer(bytes: bytes)), contentType: contentType)
    }

    /// Done, and nothing to say (204).
    public static var noContent: WebResponse { WebResponse(.noContent, .empty) }

    /// The same with a cookie to set.
    public func cookie(_ cookie: SetCookie) -> WebResponse {
        var copy = self
        copy.cookies.append(cookie)
        return copy
    }

    /// The same with a header.
    public func header(_ name: String, _ value: String) -> WebResponse {
        var copy = self
        if let name = HTTPField.Name(name) { copy.headers[name] = value }
        return copy
    }
}

extension WebResponse {
    /// The same with the address it is known by, when it has several.
    func canonical(_ address: String?) -> WebResponse {
        guard let address else { return self }
        return header("Link", "<\(address)>; rel=\"canonical\"")
    }
}

import Crypto
import HTTPTypes
import NIOCore
import WorkingTime

/// A public page as bytes, compressed, with the head of its answers. The few who take no compression have it unpacked:
/// kept plain besides, pages would take up four times the memory.
final class KeptPage: Sendable {
    /// What holds of a kept page.
    struct Terms: Sendable {
        /// What it depends on.
        let shows: Set<String>
        /// When it was made, and when it is to be made anew.
        let madeAt: Instant
        let freshUntil: Instant
        /// The address it is known by when it has several.
        let canonical: String?
        /// The route it was made by, for the log.
        let route: String
    }

    /// One form of the page, with the head of an answer as it goes on the wire, but for what differs from one
    /// answer to the next.
    struct Form: Sendable {
        let head: ByteBuffer
        let bytes: ByteBuffer
    }

    let terms: Terms
    let gzip: Form
    private let media: String
    private let digest: String
    private let plainBytes: Int
    private let isHTTPS: Bool
    /// Not older than it may be; nor from the future, when the clock was set back.
    func isFresh(at now: Instant) -> Bool { terms.madeAt <= now && now < terms.freshUntil }
    /// What it takes up, in bytes.
    var bytes: Int { gzip.bytes.readableBytes + gzip.head.readableBytes }

    /// Nil when it cannot be compressed.
    init?(_ bytes: [UInt8], _ media: String, _ terms: Terms, isHTTPS: Bool) {
        guard let compressed = Gzip.compress(bytes, level: 9) else { return nil }
        (self.media, self.terms, self.isHTTPS, plainBytes) = (media, terms, isHTTPS, bytes.count)
        digest = Base64URL.encode(SHA256.hash(data: bytes).prefix(12))
        let fields = Self.fields(media, terms, Self.tag(digest, isGzip: true))
        gzip = Form(ByteBuffer(bytes: compressed), fields, encoding: "gzip", isHTTPS: isHTTPS)
    }

    /// The page as it was before it was compressed.
    var plain: Form {
        let bytes = Gzip.expand(gzip.bytes.readableBytesView, to: plainBytes) ?? []
        let fields = Self.fields(media, terms, Self.tag(digest, isGzip: false))
        return Form(ByteBuffer(bytes: bytes), fields, encoding: nil, isHTTPS: isHTTPS)
    }

    /// The page, or 304 when the browser has it already, in whichever form.
    func response(to request: WebRequest) -> WebResponse {
        let takesGzip = Gzip.isAccepted(request.header("Accept-Encoding"))
        let known = request.header("If-None-Match")?.split(separator: ",") ?? []
        let tags = [true, false].map { Self.tag(digest, isGzip: $0) }
        let isKnown = known.contains { entry in entry == "*" || tags.contains { entry.contains($0) } }
        var answer = WebResponse(.notModified, .empty)
        if !isKnown { answer = WebResponse(.ok, .bytes(takesGzip ? gzip.bytes : plain.bytes)) }
        answer.headers = Self.fields(media, terms, tags[takesGzip ? 0 : 1])
        if isKnown { answer.headers[.contentType] = nil }
        if !isKnown, takesGzip { answer.headers[.contentEncoding] = "gzip" }
        return answer
    }

    /// A strong tag names bytes: the two forms are two (RFC 9110, section 8.8.3.3).
    private static func tag(_ digest: String, isGzip: Bool) -> String {
        "\"\(digest)\(isGzip ? ".gz" : "")\""
    }

    /// Signing in or choosing the elder version changes the answer, so the browser asks every time; asking costs
    /// a few hundred bytes.
    private static func fields(_ media: String, _ terms: Terms, _ tag: String) -> HTTPFields {
        WebResponse(.ok, .empty, contentType: media).header("ETag", tag)
            .header("Cache-Control", "private, no-cache").header("Vary", "Accept-Encoding, Cookie")
            .canonical(terms.canonical).headers
    }
}

extension KeptPage.Form {
    fileprivate init(_ bytes: ByteBuffer, _ answer: HTTPFields, encoding: String?, isHTTPS: Bool) {
        var fields = answer
        fields[.contentEncoding] = encoding
        fields[.contentLength] = String(bytes.readableBytes)
        SecurityHeaders.add(to: &fields, isHTTPS: isHTTPS)
        let lines = fields.map { "\($0.name.rawName): \($0.value)\r\n" }
        self.init(head: ByteBuffer(string: "HTTP/1.1 200 OK\r\n" + lines.joined()), bytes: bytes)
    }

    /// A whole answer (RFC 9112): copying a page of some kilobytes costs less than handing it over in parts.
    func answer(id: String, at now: Instant, in allocator: ByteBufferAllocator) -> ByteBuffer {
        var own = "date: "
        own += HTTPDate.text(of: now)
        own += "\r\nx-request-id: "
        own += id
        own += "\r\n\r\n"
        var answer = allocator.buffer(
            capacity: head.readableBytes + own.utf8.count + bytes.readableBytes)
        answer.writeImmutableBuffer(head)
        answer.writeString(own)
        answer.writeImmutableBuffer(bytes)
        return answer
    }
}

import Crypto
import HTTPTypes
import NIOCore
import WorkingTime

/// A public page as bytes, plain and compressed, with the heads of its answers.
struct KeptPage: Sendable {
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
    let tag: String
    /// What every answer with it says.
    private let fields: HTTPFields
    let plain: Form
    let gzip: Form
    /// Not older than it may be; nor from the future, when the clock was set back.
    func isFresh(at now: Instant) -> Bool { terms.madeAt <= now && now < terms.freshUntil }
    /// What it takes up, in bytes.
    var bytes: Int { plain.bytes.readableBytes + gzip.bytes.readableBytes }

    /// Nil when it cannot be compressed.
    init?(_ html: HTML, _ terms: Terms, isHTTPS: Bool) {
        guard let compressed = Gzip.compress(html.bytes, level: 9) else { return nil }
        let tag = "\"\(Base64URL.encode(SHA256.hash(data: html.bytes).prefix(12)))\""
        self.terms = terms
        self.tag = tag
        fields = Self.fields(terms, tag)
        plain = Form(ByteBuffer(bytes: html.bytes), fields, encoding: nil, isHTTPS: isHTTPS)
        gzip = Form(ByteBuffer(bytes: compressed), fields, encoding: "gzip", isHTTPS: isHTTPS)
    }

    /// The page, or 304 when the browser has it already.
    func response(to request: WebRequest) -> WebResponse {
        let known = request.header("If-None-Match")?.split(separator: ",") ?? []
        let isKnown = known.contains { $0.contains(tag) || $0 == "*" }
        var answer =
            isKnown
            ? WebResponse(.notModified, .empty)
            : WebResponse(.ok, .gzipped(plain: plain.bytes, gzip: gzip.bytes))
        answer.headers = fields
        if isKnown { answer.headers[.contentType] = nil }
        return answer
    }

    /// Signing in or choosing the elder version changes the answer, so the browser asks every time; asking costs
    /// a few hundred bytes.
    private static func fields(_ terms: Terms, _ tag: String) -> HTTPFields {
        WebResponse(.ok, .empty, contentType: "text/html; charset=utf-8").header("ETag", tag)
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

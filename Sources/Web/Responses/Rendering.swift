import HTTPTypes
import Hummingbird
import NIOCore

/// Puts a ``WebResponse`` into its final form for one request.
struct Rendering {
    let request: WebRequest
    let settings: WebSettings
    let context: WebContext

    func response(_ answer: WebResponse) async throws -> Response {
        var headers = answer.headers
        for cookie in answer.cookies {
            headers.append(HTTPField(name: .setCookie, value: cookie.header(isHTTPS: settings.isHTTPS)))
        }
        switch answer.content {
        case .empty: return Response(status: answer.status, headers: headers)
        case .page(let page): return document(page, answer.status, headers)
        case .refusal(let refusal): return self.refusal(refusal, headers)
        case .bytes(let bytes): return self.bytes(bytes, answer.status, headers)
        case .gzipped(let plain, let gzip): return compressed(plain, gzip, answer.status, headers)
        case .body(let body): return Response(status: answer.status, headers: headers, body: body)
        case .file(let path):
            let body = try await FileIO().loadFile(path: path, context: context)
            return Response(status: answer.status, headers: headers, body: body)
        }
    }

    private func document(_ page: Page, _ status: HTTPResponse.Status, _ headers: HTTPFields) -> Response {
        var headers = headers
        headers[.contentType] = "text/html; charset=utf-8"
        if headers[.cacheControl] == nil {
            // What belongs to a person must not stay on a shared computer.
            headers[.cacheControl] = request.principal == nil ? "private, no-cache" : "no-store"
        }
        if request.visit.isNew {
            let visit = SetCookie(CookieHeader.visit, request.visit.value)
            headers.append(HTTPField(name: .setCookie, value: visit.header(isHTTPS: settings.isHTTPS)))
        }
        let html = settings.document(page, for: request)
        return bytes(ByteBuffer(bytes: html.bytes), status, headers)
    }

    private func refusal(_ refusal: Refusal, _ headers: HTTPFields) -> Response {
        var headers = headers
        for field in refusal.headers { headers[field.name] = field.value }
        if request.path.hasPrefix(ScimProblem.root) {
            let problem = ScimProblem(refusal)
            headers[.contentType] = ScimProblem.contentType
            return bytes(ByteBuffer(bytes: problem.bytes), problem.code, headers)
        }
        if request.path.hasPrefix(NotifyProblem.root) {
            let problem = NotifyProblem(refusal)
            headers[.contentType] = "application/json"
            return bytes(ByteBuffer(bytes: problem.bytes), problem.code, headers)
        }
        if request.channel != .page {
            headers[.contentType] = "application/problem+json"
            let problem = ProblemDocument(refusal, request: request)
            return bytes(ByteBuffer(bytes: problem.bytes), refusal.status, headers)
        }
        if refusal.asksForSignIn {
            headers[.wwwAuthenticate] = nil
            headers[.location] = signInAddress
            return Response(status: .seeOther, headers: headers)
        }
        if refusal.asksForProof {
            headers[.wwwAuthenticate] = nil
            headers[.location] = address(settings.site.paths.confirmation, thenTo: request.pageToReturnTo)
            return Response(status: .seeOther, headers: headers)
        }
        let page = RefusalPage(refusal, request: request, desk: settings.site.paths.desk).page
        return document(page, refusal.status, headers)
    }

    /// A form cannot be sent again by coming back to it, so only pages are come back to.
    private var signInAddress: String {
        request.isChange
            ? settings.site.paths.signIn : address(settings.site.paths.signIn, thenTo: request.uri)
    }

    private func address(_ path: String, thenTo uri: String) -> String {
        var next: [UInt8] = []
        Escaping.appendURLComponent(uri, to: &next)
        return "\(path)?next=\(String(decoding: next, as: UTF8.self))"
    }

    private func bytes(_ bytes: ByteBuffer, _ status: HTTPResponse.Status, _ headers: HTTPFields) -> Response
    {
        guard bytes.readableBytes > Gzip.thresholdBytes, Gzip.isWorthwhile(headers[.contentType]),
            headers[.contentEncoding] == nil, acceptsGzip,
            let gzip = Gzip.compress(bytes.readableBytesView, level: 4)
        else {
            return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
        }
        return compressed(bytes, ByteBuffer(bytes: gzip), status, headers)
    }

    private func compressed(
        _ plain: ByteBuffer, _ gzip: ByteBuffer, _ status: HTTPResponse.Status, _ headers: HTTPFields
    ) -> Response {
        var headers = headers
        if headers[.vary] == nil { headers[.vary] = "Accept-Encoding" }
        if acceptsGzip { headers[.contentEncoding] = "gzip" }
        let body = ResponseBody(byteBuffer: acceptsGzip ? gzip : plain)
        return Response(status: status, headers: headers, body: body)
    }

    private var acceptsGzip: Bool { Gzip.isAccepted(request.header("Accept-Encoding")) }
}

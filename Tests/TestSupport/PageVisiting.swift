import HTTPTypes
import HummingbirdTesting
import NIOCore

extension TestClientProtocol {
    /// Opens a page.
    public func look(_ path: String) async throws -> TestResponse {
        try await execute(uri: path, method: .get, headers: [:], body: nil)
    }

    /// Presses a button; the token comes with any page, also with one that is not found.
    public func press(_ path: String, _ form: String = "") async throws -> TestResponse {
        let shown = try await look("/no-such-page")
        let token = String(buffer: shown.body).firstMatch(of: /name="_csrf" value="([^"]+)"/)
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        headers[.cookie] = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        return try await execute(
            uri: path, method: .post, headers: headers,
            body: ByteBuffer(string: "_csrf=\(token?.output.1 ?? "")&\(form)"))
    }
}

extension TestResponse {
    /// The body.
    public var text: String { String(buffer: body) }
}

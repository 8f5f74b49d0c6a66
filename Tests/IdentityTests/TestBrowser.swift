import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

/// What a browser does: it keeps cookies, and sends back the token of the form it was shown.
final class TestBrowser {
    private let client: any TestClientProtocol
    private(set) var cookies: [String: String] = [:]
    /// The attributes of the last cookies set, by name.
    private(set) var cookieAttributes: [String: String] = [:]
    /// Headers that a gateway, or somebody who plays one, adds to every request.
    var added: HTTPFields = [:]

    init(_ client: any TestClientProtocol) {
        self.client = client
    }

    func get(_ path: String) async throws -> TestResponse {
        try await send(path, .get, headers: [:], body: "")
    }

    /// Fills in the form of a page of ours and sends it to the same path.
    func submit(_ path: String, from page: String = "/sign-in", _ fields: [String: String]) async throws
        -> TestResponse
    {
        let html = try await get(page).text
        let token = html.firstMatch(of: /name="_csrf" value="([^"]+)"/).map { String($0.1) }
        let form = fields.merging(["_csrf": token ?? ""]) { own, _ in own }
        let body = form.map { "\($0)=\($1.escaped)" }.joined(separator: "&")
        return try await send(
            path, .post, headers: [.contentType: "application/x-www-form-urlencoded"], body: body)
    }

    func signIn(_ account: String, _ password: String = TestInstallation.password) async throws
        -> TestResponse
    {
        try await submit("/sign-in", ["account": account, "password": password])
    }

    /// Sends a form without the token of any page of ours.
    func post(_ path: String, _ body: String = "") async throws -> TestResponse {
        try await send(
            path, .post, headers: [.contentType: "application/x-www-form-urlencoded"], body: body)
    }

    func setCookie(_ name: String, _ value: String) {
        cookies[name] = value
    }

    private func send(
        _ path: String, _ method: HTTPRequest.Method, headers: HTTPFields, body: String
    ) async throws -> TestResponse {
        var headers = headers
        for field in added { headers.append(field) }
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        }
        let response = try await client.execute(
            uri: path, method: method, headers: headers, body: ByteBuffer(string: body))
        for cookie in response.headers[values: .setCookie] { keep(cookie) }
        return response
    }

    private func keep(_ cookie: String) {
        let parts = cookie.split(separator: ";", maxSplits: 1).map(String.init)
        let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        cookies[pair[0]] = pair[1].isEmpty ? nil : pair[1]
        cookieAttributes[pair[0]] = parts.count > 1 ? parts[1] : ""
    }
}

extension TestResponse {
    /// The body as text.
    var text: String { String(buffer: body) }
    /// Where a redirect leads.
    var location: String? { headers[.location] }
}

extension String {
    /// Percent-encoded for a form.
    fileprivate var escaped: String {
        utf8.map { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import OpenID

/// What a browser does: it keeps cookies, follows nothing by itself, and sends back the token of the form it was shown.
final class Visitor {
    let client: any TestClientProtocol
    private var cookies: [String: String] = [:]

    init(_ client: any TestClientProtocol) { self.client = client }

    func go(_ path: String, bearer: String? = nil) async throws -> TestResponse {
        var headers: HTTPFields = [:]
        headers[.authorization] = bearer.map { "Bearer \($0)" }
        return try await send(path, .get, headers, "")
    }

    /// Fills in the form of a page of ours.
    func submit(
        _ path: String, from page: TestResponse, _ fields: [(name: String, value: String)]
    ) async throws -> TestResponse {
        let hidden = page.text.matches(of: /name="(_csrf|request|next)" value="([^"]*)"/).map {
            (name: String($0.1), value: String($0.2).replacing("&amp;", with: "&"))
        }
        return try await post(path, QueryText.text(hidden + fields))
    }

    func post(_ path: String, _ body: String, site: String? = nil) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site { headers[name] = site }
        return try await send(path, .post, headers, body)
    }

    func signIn(_ account: String = "zhangwei") async throws {
        let page = try await go("/sign-in")
        let answer = try await submit(
            "/sign-in", from: page, [("account", account), ("password", "minben-demo-2026")])
        try #require(answer.status == .seeOther)
    }

    /// Goes where the program sends its visitors, agrees when asked, and comes back with a code.
    func code(for program: Program, _ changed: [String: String?] = [:]) async throws -> String {
        var answer = try await go(program.address(changed))
        if answer.status == .ok {
            answer = try await submit(OpenIDPath.consent, from: answer, [("answer", "yes")])
        }
        return try #require(answer.returned["code"])
    }

    private func send(
        _ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: String
    ) async throws -> TestResponse {
        var headers = headers
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        }
        let response = try await client.execute(
            uri: path, method: method, headers: headers, body: ByteBuffer(string: body))
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.split(separator: ";")[0].split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
        }
        return response
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var location: String { headers[.location] ?? "" }
    /// What the program is told in the address that leads back to it.
    var returned: [String: String] {
        Dictionary(QueryText.pairs(of: location).map { ($0.name, $0.value) }) { first, _ in first }
    }
}

import HTTPTypes
import HummingbirdTesting
import NIOCore

@testable import ProcessDesk

/// What a careful administrator types.
enum DecisionForm {
    static let good = [
        "revision": "1", "inputs": "1", "outputs": "1", "annotations": "0", "rules": "2", "examples": "1",
        "name": "消防检查方式", "hit_policy": "U", "input.0.label": "面积", "input.0.expression": "form.area",
        "input.0.type": "number", "output.0.name": "方式", "rule.0.input.0": "<= 200",
        "rule.0.output.0": "\"承诺\"", "rule.1.input.0": "> 200", "rule.1.output.0": "\"核查\"",
        "example.0.name": "小店", "example.0.given": "{form: {area: 80}}", "example.0.expected": "\"承诺\"",
    ]
}

extension TestClientProtocol {
    func look(_ path: String) async throws -> TestResponse {
        try await execute(uri: path, method: .get, headers: [:], body: nil)
    }

    /// The words of a page.
    func text(_ path: String) async throws -> String { String(buffer: try await look(path).body) }

    /// Sends a form with the token of a page.
    func press(
        _ path: String, _ form: [String: String], from page: String = ProcessDeskPath.decisions
    ) async throws -> TestResponse {
        var (headers, token) = try await visit(page)
        headers[.contentType] = "application/x-www-form-urlencoded"
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-".utf8)
        let encode = { (text: String) in
            text.utf8.map { byte in
                if allowed.contains(byte) { return String(UnicodeScalar(byte)) }
                let code = String(byte, radix: 16, uppercase: true)
                return "%" + (code.count == 1 ? "0" : "") + code
            }.joined()
        }
        let pairs = form.map { "\(encode($0))=\(encode($1))" } + ["_csrf=\(token)"]
        return try await execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: pairs.joined(separator: "&"))
        )
    }

    /// Brings a file.
    func bring(_ file: String) async throws -> TestResponse {
        var (headers, token) = try await visit(ProcessDeskPath.decisions)
        headers[.contentType] = "multipart/form-data; boundary=X"
        let body = """
            --X\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n\(token)\r\n\
            --X\r\nContent-Disposition: form-data; name="file"; filename="a.dmn"\r\n\r\n\(file)\r\n--X--\r\n
            """
        return try await execute(
            uri: DecisionPath.imports, method: .post, headers: headers, body: ByteBuffer(string: body))
    }

    private func visit(_ page: String) async throws -> (HTTPFields, String) {
        let shown = try await look(page)
        let token = String(buffer: shown.body).firstMatch(of: /name="_csrf" value="([^"]+)"/)
        var headers = HTTPFields()
        headers[.cookie] = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        return (headers, token.map { String($0.output.1) } ?? "")
    }
}

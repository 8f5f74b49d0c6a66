import HTTPTypes
import HummingbirdTesting
import NIOCore
import TestSupport

extension TestClientProtocol {
    /// Sends a form that stands on a page, as somebody who is not signed in.
    func fill(_ page: String, _ path: String, _ form: String) async throws -> TestResponse {
        let shown = try await look(page)
        let token = shown.text.firstMatch(of: /name="_csrf" value="([^"]+)"/)
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        headers[.cookie] = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        return try await execute(
            uri: path, method: .post, headers: headers,
            body: ByteBuffer(string: "_csrf=\(token?.output.1 ?? "")&\(form)"))
    }
}

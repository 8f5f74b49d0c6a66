import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import TestSupport

@testable import Content

extension Samples {
    /// A picture of eight by eight pixels.
    static let png = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC"
        ) ?? Data())
    /// What begins like a picture and is none, one character for each byte.
    static let pngText = "\u{89}PNG\r\n\u{1A}\nnothing behind it that could be drawn"
}

extension TestClientProtocol {
    /// Sends a form with one file.
    func upload(
        _ path: String, _ field: String, named name: String, _ content: [UInt8],
        _ fields: [String: String] = [:],
        latin: Bool = false
    ) async throws -> TestResponse {
        let shown = try await look("/no-such-page")
        let token = String(buffer: shown.body).firstMatch(of: /name="_csrf" value="([^"]+)"/)?.output.1 ?? ""
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=edge"]
        headers[.cookie] = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        var body = ByteBuffer()
        for (key, value) in [("_csrf", String(token))] + fields.map({ ($0.key, $0.value) }) {
            body.writeString("--edge\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n")
        }
        let quoted = name.replacing("\"", with: "%22")
        body.writeString(
            "--edge\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(quoted)\"\r\n\r\n")
        body.writeBytes(
            latin ? String(decoding: content, as: UTF8.self).unicodeScalars.map { UInt8($0.value) } : content)
        body.writeString("\r\n--edge--\r\n")
        return try await execute(uri: path, method: .post, headers: headers, body: body)
    }
}

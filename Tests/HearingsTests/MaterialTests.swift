import HTTPTypes
import HummingbirdTesting
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Hearings
@testable import Identity

extension TestClientProtocol {
    /// Publishes a material with a file, as a browser sends it.
    fileprivate func publish(_ path: String, _ title: String, file: String, _ bytes: String) async throws
        -> TestResponse
    {
        let shown = try await look("/no-such-page")
        let token = shown.text.firstMatch(of: /name="_csrf" value="([^"]+)"/)?.output.1 ?? ""
        let head = "--x\r\nContent-Disposition: form-data; name="
        let body = """
            \(head)"_csrf"\r\n\r\n\(token)\r\n\(head)"material_title"\r\n\r\n\(title)\r\n\
            \(head)"material_file"; filename="\(file)"\r\n\r\n\(bytes)\r\n--x--\r\n
            """
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=x"]
        headers[.cookie] = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        return try await execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }
}

@Suite("The materials of a hearing")
struct MaterialTests {
    private static let pdf = "%PDF-1.4\n1 0 obj\n"

    @Test("a material without words needs a file, and a file is what it says it is")
    func refused() async throws {
        let house = try await HearingHouse()
        let one = try await house.open()
        let path = HearingPath.act(String(one.id), "materials")
        try await house.visit(as: "officer-fgj") { client async throws in
            let bare = try await client.press(path, "material_title=监审报告")
            #expect(bare.status == .unprocessableContent && bare.text.contains("或者附上文件"))
            let program = try await client.publish(path, "监审报告", file: "report.pdf", "MZ\u{0}\u{1}")
            #expect(program.status == .unprocessableContent && program.text.contains("监审报告"))
        }
        let other = try await house.visit(as: "officer-scjg") {
            try await $0.publish(path, "监审报告", file: "report.pdf", Self.pdf).status
        }
        #expect(other == .notFound)
    }

    @Test("everybody downloads the file of a hearing that is announced, and of no other")
    func downloaded() async throws {
        let house = try await HearingHouse()
        let (one, other) = (try await house.open(), try await house.open())
        let status = try await house.visit(as: "officer-fgj") {
            try await $0.publish(
                HearingPath.act(String(one.id), "materials"), "监审报告", file: "report.pdf", Self.pdf
            ).status
        }
        #expect(status == .seeOther)
        let material = try #require(
            try await house.database.read { try HearingMaterial.all(of: one.id, in: $0).first })
        let path = HearingPath.material(String(one.id), String(material.id))
        try await house.visit { client async throws in
            let page = try await client.look(HearingPath.one(String(one.id))).text
            #expect(page.contains("href=\"\(path)\"") && page.contains("report.pdf"))
            #expect(try await client.look("\(HearingPath.api)/\(one.id)").text.contains("file_path"))
            let file = try await client.look(path)
            #expect(file.status == .ok && file.text == Self.pdf)
            #expect(file.headers[.contentType] == "application/pdf")
            for wrong in [
                HearingPath.material(String(other.id), String(material.id)),
                HearingPath.material(String(one.id), "1"), HearingPath.material(String(one.id), "x"),
            ] { #expect(try await client.look(wrong).status == .notFound) }
        }
    }
}

import Cases
import Files
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("Names in the properties of attachments")
struct MakerTests {
    private static func word(_ core: String) -> [UInt8] {
        let document =
            "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>通知</w:t></w:r></w:p></w:body></w:document>"
        return StoredArchive.bytes([
            ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(document.utf8)),
            ("docProps/core.xml", Array(core.utf8)),
        ])
    }

    private static let core =
        "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>周婷</dc:creator><cp:lastModifiedBy>周婷</cp:lastModifiedBy><dc:title>标题不算</dc:title></cp:coreProperties>"

    @Test("whoever reviews an attachment is told of names that go out with it, and of those alone")
    func warned() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["notices"])
        let id = try await house.editions.begin(
            in: column.id, Samples.article("带附件"), by: house.seat("editor"), at: house.clock.now)
        try await house.visit(as: "editor") { client async throws in
            let made = try await client.upload(
                ContentPath.files(String(id)), "attachment", named: "通知.docx", Self.word(Self.core))
            #expect(made.status == .seeOther, "\(made.text)")
        }
        try await house.editions.submit(id, by: house.seat("editor"), at: house.clock.now)
        try await house.visit(as: "reviewer") { client async throws in
            let page = try await client.look(ContentPath.edition(String(id))).text
            #expect(page.contains("文件属性里写着「周婷」") && !page.contains("标题不算"))
        }
    }

    @Test(
        "properties that cannot be read name nobody, and keep nothing from being attached",
        arguments: ["", "<x", "<!DOCTYPE x><x/>"])
    func broken(_ core: String) async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["notices"])
        let id = try await house.editions.begin(
            in: column.id, Samples.article("带附件"), by: house.seat("editor"), at: house.clock.now)
        try await house.visit(as: "editor") { client async throws in
            let made = try await client.upload(
                ContentPath.files(String(id)), "attachment", named: "通知.docx", Self.word(core))
            #expect(made.status == .seeOther, "\(made.text)")
        }
        let files = try await house.database.read { try EnclosureStore.files(of: id, in: $0) }
        #expect(files.map(\.makers) == [[]])
    }
}

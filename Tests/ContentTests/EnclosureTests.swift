import Cases
import Files
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Search
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("Attachments and images of an edition")
struct EnclosureTests {
    @Test(
        "what may not go out beside a text is refused at its field, and nothing of it is kept",
        arguments: [
            ("attachment", "a.html", "<html><script>alert(1)</script>", "网页和 SVG 文件里可能有程序"),
            ("attachment", "a.txt", "<svg onload=alert(1)>", "网页和 SVG 文件里可能有程序"),
            ("attachment", "a.txt", "#!/bin/sh", "这是可执行程序"),
            ("attachment", "图.png", Samples.pngText, "图片请在下面的「图片」里上传"),
            ("picture", "a.svg", "<svg xmlns='x'></svg>", "网页和 SVG 文件里可能有程序"),
            ("picture", "a.png", "<svg></svg>", "网页和 SVG 文件里可能有程序"),
            ("picture", "a.txt", "文字", "图片请用 JPEG、PNG 或 WebP 格式"),
            ("picture", "坏.png", Samples.pngText, "像素，太大了"),
            ("attachment", "a.docx", "PK\u{3}\u{4}broken", "文件已损坏"),
        ])
    func refused(_ field: String, _ name: String, _ content: String, _ words: String) async throws {
        let house = try await EditorialHouse()
        let (id, path) = try await begun(house)
        try await house.visit(as: "editor") { client async throws in
            let answer = try await client.upload(
                path, field, named: name, Array(content.utf8), ["alt": "说明"],
                latin: content == Samples.pngText)
            #expect(answer.status == .unprocessableContent && answer.text.contains(words), "\(answer.text)")
        }
        #expect(try await house.database.read { try EnclosureStore.files(of: id, in: $0) }.isEmpty)
    }

    @Test("a bomb is refused with a sentence")
    func bomb() async throws {
        let house = try await EditorialHouse()
        let (_, path) = try await begun(house)
        let files = [("[Content_Types].xml", [UInt8]()), ("word/document.xml", [])]
        let crowd = files + (0..<5_001).map { ("word/\($0).xml", []) }
        try await house.visit(as: "editor") { client async throws in
            let answer = try await client.upload(
                path, "attachment", named: "通知.docx", StoredArchive.bytes(crowd))
            #expect(answer.status == .unprocessableContent && answer.text.contains("像是压缩炸弹"))
        }
    }

    @Test(
        "an image without an alternative text, or with one that is markup, is refused",
        arguments: ["", "a]b", String(repeating: "长", count: 151)])
    func noAlt(_ alt: String) async throws {
        let house = try await EditorialHouse()
        let (_, path) = try await begun(house)
        try await house.visit(as: "editor") { client async throws in
            let answer = try await client.upload(path, "picture", named: "图.png", Samples.png, ["alt": alt])
            #expect(answer.status == .unprocessableContent && answer.text.contains("替代文字"))
        }
    }

    @Test("whoever does not write in the column adds nothing, and nothing is added to what is under review")
    func outsiders() async throws {
        let house = try await EditorialHouse()
        let (id, path) = try await begun(house)
        try await house.visit(as: "reviewer") { client async throws in
            #expect(try await client.look(path).status == .ok)
            #expect(
                try await client.upload(path, "attachment", named: "a.txt", Array("字".utf8)).status
                    == .forbidden)
        }
        try await house.editions.submit(id, by: house.seat("editor"), at: house.clock.now)
        try await house.visit(as: "editor") { client async throws in
            #expect(
                try await client.upload(path, "attachment", named: "a.txt", Array("字".utf8)).status
                    == .conflict)
            #expect(try await !client.look(path).text.contains("添加附件</button>"))
        }
    }

    @Test(
        "what is secret in an attachment keeps the edition from being submitted; what cannot be read is pointed out"
    )
    func leak() async throws {
        let house = try await EditorialHouse()
        let (id, path) = try await begun(house)
        let files = try await house.visit(as: "editor") { client async throws in
            let leaking = StoredArchive.word("申请人张伟", "文号 3", "内部资料")
            for (name, content) in [("名单.docx", leaking), ("扫描.pdf", Array("%PDF-1.4 broken".utf8))] {
                #expect(try await client.upload(path, "attachment", named: name, content).status == .seeOther)
            }
            let page = try await client.look("/desk/content/editions/\(id)").text
            #expect(page.contains("附件「名单.docx」：有密级或内部标识「内部资料」"))
            #expect(page.contains("附件「扫描.pdf」里的文字读不出来"))
            return try await client.look(path).text
        }
        await #expect(throws: DomainError.invalid("files", "附件「\("名单.docx")」：\("有密级或内部标识「内部资料」，不能公开。")")) {
            try await house.editions.submit(id, by: house.seat("editor"), at: house.clock.now)
        }
        let removal = try #require(files.firstMatch(of: /action="([^"]+removal)"/)).output.1
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.press(String(removal)).status == .seeOther)
            #expect(try await client.press(String(removal)).status == .notFound)
        }
        try await house.editions.submit(id, by: house.seat("editor"), at: house.clock.now)
    }

    @Test(
        "an attachment is for the office until it is out, then for everybody with its name and size, and found by its words"
    )
    func published() async throws {
        let house = try await EditorialHouse()
        let (id, path) = try await begun(house)
        try await house.visit(as: "editor") { client async throws in
            let name = "补助标准<b>\"表\".docx"
            let made = try await client.upload(path, "attachment", named: name, StoredArchive.word("桑蚕丝补贴"))
            #expect(made.status == .seeOther)
        }
        let file = try #require(
            try await house.database.read { try EnclosureStore.files(of: id, in: $0) }.first)
        let (open, draft) = ("/attachments/\(file.fileID)", "/desk/content/attachments/\(file.fileID)")
        for (login, status) in [(nil, HTTPResponse.Status.notFound), ("officer-scjg", .notFound)]
            as [(String?, HTTPResponse.Status)]
        {
            try await house.visit(as: login) { client async throws in
                #expect(try await client.look(open).status == status)
                #expect(try await client.look(draft).status != .ok)
            }
        }
        try await house.visit(as: "reviewer") { client async throws in
            #expect(try await client.look(draft).status == .ok)
        }
        try await house.pass(id)
        let document = try await house.edition(id).documentID
        try await house.visit { client async throws in
            let text = try await client.look("/sites/duanzhou/dynamics/\(document)").text
            #expect(text.contains(open) && text.contains("1 KB") && !text.contains("<b>\""))
            let answer = try await client.look(open)
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(answer.headers[.init("Content-Security-Policy") ?? .accept]?.contains("sandbox") == true)
        }
        let found = try await house.database.read { try Content.searchSource.documents("", 10, $0) }
        #expect(found.first?.text.contains("桑蚕丝补贴") == true)
        try await house.editions.takeOff(
            document, reason: "误发", by: house.seat("publisher"), at: house.clock.now)
        try await house.visit { client async throws in
            #expect(try await client.look(open).status == .notFound)
        }
    }

    private func begun(_ house: EditorialHouse) async throws -> (Int64, String) {
        let column = try #require(try await house.portal()["dynamics"])
        let id = try await house.editions.begin(
            in: column.id, Samples.article("有附件的"), by: house.seat("editor"), at: house.clock.now)
        return (id, "/desk/content/editions/\(id)/files")
    }
}

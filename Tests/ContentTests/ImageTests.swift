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

@Suite("Images in a text")
struct ImageTests {
    @Test("images that follow each other stand side by side, one by itself does not")
    func gallery() {
        func html(_ text: String) -> String { ContentText(text).html(with: .none).description }
        #expect(html("![一](image:1)\n![二](image:2)\n完").hasPrefix("<div class=\"gallery\">"))
        #expect(!html("![一](image:1)\n话\n![二](image:2)").contains("gallery"))
    }

    @Test("an image that is none of the edition's is refused, and stands nowhere as an image")
    func stray() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let id = try await house.editions.begin(
            in: column.id, Samples.article("盗图", body: "![图](image:42)"), by: house.seat("editor"),
            at: house.clock.now)
        await #expect(
            throws: DomainError.invalid("body", "正文里的图片 \(42) 不在这一稿的图片里，请在「附件和图片」里添加或删去这一行。")
        ) { try await house.editions.submit(id, by: house.seat("editor"), at: house.clock.now) }
    }

    @Test(
        "what only looks like an image is text",
        arguments: [
            "前![图](image:1)", "![图](image:x)", "![图](https://evil.example/x.png)", "![图](image:1)后",
            "![a[b](image:1)",
        ])
    func lookalikes(_ line: String) {
        #expect(ContentText(line).images.isEmpty && !ContentText(line).html.description.contains("<img"))
    }

    @Test("an alternative text full of markup does nothing but stand there")
    func hostile() {
        let image = Enclosure.Image(alt: "a", width: 8, height: 8, small: .init(fileID: 9, width: 4))
        let file = Enclosure(
            fileID: 7, caseNumber: "1", name: "x", mediaType: .png, size: 1, image: image, addedBy: 1,
            addedAt: Samples.noon)
        let text = ContentText("![\"><script>alert(1)</script>](image:7)")
        let html = text.html(with: ContentImages([file], isDraft: false)).description
        #expect(!html.contains("<script") && html.contains("srcset=\"/images/7/small 4w, /images/7 8w\""))
        #expect(text.plain.contains("alert(1)"))
    }

    @Test(
        "an image is drawn anew, is for the office until it is out, and stays for a live page after a newer edition lets it go"
    )
    func life() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let first = try await house.editions.begin(
            in: column.id, Samples.article("有图"), by: house.seat("editor"), at: house.clock.now)
        try await house.visit(as: "editor") { client async throws in
            let made = try await client.upload(
                "/desk/content/editions/\(first)/files", "picture", named: "现场.png", Samples.png,
                ["alt": "开工现场"])
            #expect(made.status == .seeOther, "\(made.text)")
        }
        let file = try #require(
            try await house.database.read { try EnclosureStore.files(of: first, in: $0) }.first)
        let (image, draft) = ("/images/\(file.fileID)", "/desk/content/images/\(file.fileID)")
        try await house.editions.save(
            Samples.article("有图", body: "看：\n![](image:\(file.fileID))"), over: 1, of: first,
            by: house.seat("editor"),
            at: house.clock.now)
        try await house.visit { client async throws in
            #expect(try await client.look(image).status == .notFound)
            #expect(try await client.look(draft).status != .ok)
        }
        try await house.visit(as: "reviewer") { client async throws in
            #expect(
                try await client.look("/desk/content/editions/\(first)/preview").text.contains(
                    "src=\"\(draft)\" alt=\"开工现场\""))
            #expect(try await client.look(draft).status == .ok)
        }
        try await house.pass(first)
        let document = try await house.edition(first).documentID
        let second = try await house.editions.revise(document, by: house.seat("editor"), at: house.clock.now)
        try await house.editions.removeFile(
            file.fileID, from: second, by: house.seat("editor"), at: house.clock.now)
        let late = house.clock.now.adding(seconds: 10 * 86_400)
        try await house.files.removeOrphans(olderThan: late, at: late)
        try await house.visit { client async throws in
            let page = try await client.look("/sites/duanzhou/dynamics/\(document)").text
            #expect(page.contains("src=\"\(image)\" alt=\"开工现场\" width=\"8\" height=\"8\""))
            let answer = try await client.look(image)
            #expect(answer.status == .ok && answer.headers[.contentType] == "image/png")
        }
        try await house.editions.discard(second, by: house.seat("editor"), at: house.clock.now)
    }

    @Test("an edition that is given up takes its files with it; those of the one that is out stay")
    func discarded() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let id = try await house.editions.begin(
            in: column.id, Samples.article("作废"), by: house.seat("editor"), at: house.clock.now)
        try await house.visit(as: "editor") { client async throws in
            let path = "/desk/content/editions/\(id)/files"
            #expect(
                try await client.upload(path, "attachment", named: "a.txt", Array("文字".utf8)).status
                    == .seeOther)
            #expect(
                try await client.upload(path, "picture", named: "b.png", Samples.png, ["alt": "图"]).status
                    == .seeOther)
        }
        try await house.editions.discard(id, by: house.seat("editor"), at: house.clock.now)
        let late = house.clock.now.adding(seconds: 10 * 86_400)
        try await house.files.removeOrphans(olderThan: late, at: late)
        let left = try await house.database.read {
            try $0.count("SELECT count(*) FROM file_object /* all */")
        }
        #expect(left == 0)
    }

    @Test(
        "an article of ten megabytes is refused with a sentence, and so is one of a hundred thousand and one characters"
    )
    func long() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        try await house.visit(as: "editor") { client async throws in
            let path = ContentPath.begin(String(column.id))
            let huge = try await client.press(
                path, "title=a&source=b&body=" + String(repeating: "a", count: 10 << 20))
            #expect(huge.status == .contentTooLarge && huge.text.contains("超过 1 MB"))
            let long = try await client.press(
                path, "title=a&source=b&body=" + String(repeating: "a", count: 100_001))
            #expect(long.status == .unprocessableContent && long.text.contains("更长的请做成附件"))
        }
    }
}

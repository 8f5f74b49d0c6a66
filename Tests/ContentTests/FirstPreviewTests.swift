import Cases
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

@Suite("Looking before the first save")
struct FirstPreviewTests {
    private static let form = ["title": "还没保存的<b>标题</b>", "body": "## 小标题\n正文。", "source": "区政府办公室"]

    @Test("whoever does not write in the column sees nothing")
    func outsiders() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let path = ContentPath.beginPreview(String(column.id))
        try await house.visit(as: "reviewer") { client async throws in
            #expect(try await client.press(path, Self.form).status == .forbidden)
        }
        let seat = try await house.seat("editor")
        _ = try await house.database.write { tx in
            try tx.execute("DELETE FROM content_post WHERE account_id = \(seat.actor.accountID) /* all */")
        }
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.press(path, Self.form).status == .notFound)
            #expect(try await client.press(ContentPath.beginPreview("7"), Self.form).status == .notFound)
        }
    }

    @Test("what was typed is shown as everybody would read it, escaped, and kept nowhere")
    func shown() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let path = ContentPath.beginPreview(String(column.id))
        try await house.visit(as: "editor") { client async throws in
            let begin = try await client.look(ContentPath.begin(String(column.id))).text
            #expect(begin.contains("formaction=\"\(path)\" formtarget=\"_blank\""))
            let page = try await client.press(path, Self.form)
            #expect(page.status == .ok && page.text.contains("<h2>小标题</h2>"))
            #expect(page.text.contains("还没保存的&lt;b&gt;标题") && page.text.contains("这一稿还没有保存"))
            #expect(
                try await client.press(path, Self.form.merging(["links": "乱写"]) { $1 }).status
                    == .unprocessableContent)
        }
        let count = try await house.database.read {
            try $0.count("SELECT count(*) FROM content_edition /* all */")
        }
        #expect(count == 0)
    }
}

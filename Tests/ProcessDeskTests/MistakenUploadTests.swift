import BusinessProcess
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Testing

@testable import ProcessDesk

@Suite("A file that cannot be taken")
struct MistakenUploadTests {
    private func refusal(_ file: [UInt8], note: String) async throws -> String {
        let answer = try await Office().answer(to: .sysadmin) { try await $0.upload(file, note: note) }
        #expect(answer.status == .unprocessableContent)
        return String(buffer: answer.body)
    }

    @Test("What is not UTF-8 is told at the file, and the note is kept")
    func encoding() async throws {
        let file = try #require(try Office.singleOrgan().data(using: .utf16))
        let page = try await refusal(Array(file), note: "审查改为初审")
        #expect(page.contains("文件不是 UTF-8 编码") && page.contains("审查改为初审</textarea>"))
    }

    @Test("A file of more than 2 MB is told in words, and the note is kept")
    func large() async throws {
        let page = try await refusal(Array(repeating: 32, count: 2 << 20 + 1), note: "审查改为初审")
        #expect(page.contains("文件超过 2 MB，不能上传。") && page.contains("审查改为初审</textarea>"))
    }

    @Test("A note that is too long is told at the note")
    func note() async throws {
        let page = try await refusal(
            Array(try Office.singleOrgan().utf8), note: String(repeating: "长", count: 501))
        #expect(page.contains("href=\"#f-note\"") && page.contains("修改说明不超过 500 字。"))
        #expect(!page.contains("href=\"#f-file\""))
    }

    @Test("A process that nobody has drawn is worth a look: applicants would see nothing of it")
    func undrawn() async throws {
        let file = try Office.singleOrgan().replacing(
            /<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, with: "")
        let check = try await Office.check(file)
        #expect(check.problems.isEmpty)
        #expect(check.warnings.map(\.element) == ["single-organ"])
    }
}

import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import NIOCore
import Storage
import Testing

@testable import ProcessDesk

@Suite("From an uploaded file to the cases that begin on it")
struct PublicationTests {
    /// Uploads a file; the address of its page.
    private func uploaded(_ file: String, to office: Office) async throws -> String {
        let answer = try await office.answer(to: .sysadmin) { try await $0.upload(file, note: "审查改为初审") }
        #expect(answer.status == .seeOther)
        return try #require(answer.headers[.location])
    }

    @Test("Two people publish a new version; the journal names both")
    func published() async throws {
        let office = try await Office()
        let page = try await uploaded(try Office.singleOrgan(["name=\"审查\"": "name=\"初审\""]), to: office)
        try await office.visit(as: .sysadmin) { client in
            let shown = try await client.text(page)
            #expect(shown.contains("检查通过") && shown.contains("名称：审查 → 初审"))
            #expect(try await client.press("\(page)/approval", from: page).status == .forbidden)
            #expect(try await client.press("\(page)/submission", from: page).status == .seeOther)
        }
        try await office.visit(as: .secadmin) { client in
            let waiting = try await client.text(page)
            #expect(waiting.contains("批准发布"))
            let (first, again) = (
                try await client.press("\(page)/approval", "seen=1", from: page),
                try await client.press("\(page)/approval", "seen=1", from: page)
            )
            #expect(first.status == .seeOther && again.status == .conflict)
            let done = try await client.text(page)
            #expect(done.contains("已发布为第 2 版"))
        }
        let key = ProcessKey(id: "single-organ", version: 2)
        #expect(office.cases.processes.newest[key] != nil)
        let entries = try await office.database.read {
            try Journal.entries(subject: "process/single-organ", onlyPublic: false, limit: 9, in: $0)
        }
        #expect(
            entries.map(\.entry.action) == ["process.uploaded", "process.submitted", "process.published"])
    }

    @Test("A file with something wrong is kept, told by line, and cannot be handed on")
    func wrong() async throws {
        let office = try await Office()
        let file = try Office.singleOrgan([
            "bpmn:userTask id=\"review\"": "bpmn:adHocSubProcess id=\"review\""
        ])
        .replacing(
            "</bpmn:userTask>\n    <bpmn:userTask id=\"decide\"",
            with: "</bpmn:adHocSubProcess>\n    <bpmn:userTask id=\"decide\"")
        let page = try await uploaded(file, to: office)
        try await office.visit(as: .sysadmin) { client in
            let shown = try await client.text(page)
            #expect(shown.contains("adHocSubProcess review") && shown.contains("还不支持执行"))
            #expect(!shown.contains("提交审批"))
            #expect(try await client.press("\(page)/submission", from: page).status == .conflict)
        }
    }

    @Test(
        "What is no BPMN at all is refused at the field",
        arguments: ["", "hello", "<a/>", "<!DOCTYPE a><a/>"])
    func noProcess(_ file: String) async throws {
        let answer = try await Office().answer(to: .sysadmin) { try await $0.upload(file) }
        #expect(answer.status == .unprocessableContent)
        #expect(String(buffer: answer.body).contains("上传并检查"))
    }

    @Test("Drafts are nobody else's business", arguments: [Role.officer, .head, .clerk, .auditadmin])
    func others(_ role: Role) async throws {
        let office = try await Office()
        let page = try await uploaded(try Office.singleOrgan(["name=\"审查\"": "name=\"初审\""]), to: office)
        try await office.visit(as: role) { client in
            let answer = try await client.execute(uri: page, method: .get, headers: [:], body: nil)
            #expect(answer.status == .forbidden)
            let list = try await client.text(ProcessDeskPath.processes)
            #expect(!list.contains("审查改为初审"))
        }
    }

    @Test("A version is tried with made-up values, step by step, from its address alone")
    func tried() async throws {
        let address = ProcessDeskPath.tryOut("1", of: "single-organ")
        try await Office().visit(as: .officer) { client in
            let start = try await client.text(address)
            #expect(start.contains("予以受理") && start.contains("需要补正"))
            let next = try await client.text("\(address)?moves=c:accept:accept&move=c:review:pass")
            #expect(next.contains("「审查」办结：建议准予。") && next.contains("value=\"c:decide:grant\""))
            #expect(try await client.text("\(address)?moves=c:nowhere:x").contains("没有走成"))
            #expect(try await client.text("\(address)?given=%7Bform:").contains("第 "))
        }
    }

    @Test(
        "A process that does not exist has no pages",
        arguments: ["", "/versions/1", "/comparison", "/versions/1/figures"])
    func missing(_ rest: String) async throws {
        let status = try await Office().answer(to: .sysadmin) { client in
            try await client.execute(
                uri: ProcessDeskPath.process("nothing") + rest, method: .get, headers: [:], body: nil
            ).status
        }
        #expect(status == .notFound)
    }
}

import Cases
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import TestSupport
import Testing

@testable import Desk

@Suite("系统没有办成的步骤")
struct IncidentPageTests {
    /// A case that asks for a table nobody has published.
    private func office() async throws -> (ExportOffice, String) {
        let office = try await ExportOffice()
        let process = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:minben="urn:minben:bpmn:1">
            <process id="single-organ" name="流程" isExecutable="true" minben:version="9"><startEvent id="s"/>
            <businessRuleTask id="r" name="判定检查方式" minben:decision="fire-check"/><endEvent id="e"/>
            <sequenceFlow id="1" sourceRef="s" targetRef="r"/><sequenceFlow id="2" sourceRef="r" targetRef="e"/>
            </process></definitions>
            """
        try await office.cases.processes.install([Data(process.utf8)], in: office.database, at: office.now)
        return (office, try await office.file())
    }

    private static let step = "activity=1&element=r"

    @Test("只有系统管理员看得到全部", arguments: ["officer-scjg", "head-scjg", "secadmin", "auditadmin"])
    func others(_ name: String) async throws {
        let (office, _) = try await office()
        let status = try await office.visit(as: name) { try await $0.look(DeskPath.incidents).status }
        #expect(status == .forbidden)
    }

    @Test(
        "经办人员和别的部门的负责人不能重试",
        arguments: [
            ("officer-scjg", HTTPResponse.Status.forbidden), ("head-zjj", .notFound),
            ("secadmin", .forbidden),
        ])
    func refused(_ name: String, _ expected: HTTPResponse.Status) async throws {
        let (office, number) = try await office()
        let status = try await office.visit(as: name) {
            try await $0.press(DeskPath.retries(of: number), Self.step).status
        }
        #expect(status == expected)
    }

    @Test("写明是哪一步、什么原因、从什么时候起，重试不成的留在原处", arguments: ["sysadmin", "head-scjg"])
    func retried(_ name: String) async throws {
        let (office, number) = try await office()
        let answer = try await office.visit(as: name) {
            try await $0.press(DeskPath.retries(of: number), Self.step)
        }
        #expect(answer.status == .seeOther)
        let page = try await office.visit(as: "sysadmin") {
            String(buffer: try await $0.look(DeskPath.incidents).body)
        }
        for words in [number, "判定检查方式", "没有已公布的判定表「fire-check」。", "11月23日 09:30", "重试"] {
            #expect(page.contains(words), "\(words)")
        }
        // Nothing about a person.
        #expect(!page.contains("星湖餐饮"))
    }

    @Test("没有写明哪一步的不受理，不在等待重试的说明白")
    func unknownStep() async throws {
        let (office, number) = try await office()
        let statuses = try await office.visit(as: "sysadmin") { client in
            [
                try await client.press(DeskPath.retries(of: number)).status,
                try await client.press(DeskPath.retries(of: number), "activity=7&element=x").status,
            ]
        }
        #expect(statuses == [.badRequest, .conflict])
    }
}

import Cases
import Codes
import Foundation
import Testing

@Suite("Messages from outside")
struct OutsideMessageTests {
    private static let process = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:minben="urn:minben:bpmn:1">
        <message id="m" name="检测报告"/>
        <process id="single-organ" name="流程" isExecutable="true" minben:version="9"><startEvent id="s"/>
        <receiveTask id="w" name="等检测报告" messageRef="m"/><endEvent id="e"/>
        <sequenceFlow id="1" sourceRef="s" targetRef="w"/><sequenceFlow id="2" sourceRef="w" targetRef="e"/>
        </process></definitions>
        """

    @Test("are taken from the organ in charge, once, by the name the drawing gives them")
    func received() async throws {
        let house = try await House()
        try await house.cases.processes.install([Data(Self.process.utf8)], in: house.database, at: House.now)
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let path = "/cases/\(number)/messages"
            let report = #"{"name":"检测报告"}"#
            #expect(try await client.post(path, report, as: "chenjing").status == 403)
            #expect(try await client.post(path, #"{"name":""}"#, as: "officer-scjg").status == 422)
            let other = try await client.post(path, #"{"name":"批文"}"#, as: "officer-scjg")
            #expect(other.status == 409 && other.detail.contains("本件没有在等待「批文」。"))
            #expect(try await client.post(path, report, as: "officer-scjg").status == 201)
            #expect(try await client.post(path, report, as: "officer-scjg").status == 409)
        }
    }
}

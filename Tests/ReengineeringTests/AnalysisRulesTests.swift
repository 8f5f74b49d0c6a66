import BusinessProcess
import Foundation
import HTTPTypes
import HummingbirdTesting
import Refusals
import RuleBooks
import Storage
import TestSupport
import Testing
import Web
import Yams

@testable import Reengineering

@Suite("Which steps may stand beside one another is data")
struct AnalysisRulesTests {
    private func rules(_ text: String) throws -> AnalysisRules {
        try YAMLDecoder().decode(AnalysisRules.self, from: text)
    }

    @Test(
        "rules that do not fit together are refused with what is wrong",
        arguments: [
            ("nightly_hour: 24\nusual_reason: 有次序\nsteps: []", "整点"),
            ("nightly_hour: 2\nusual_reason: ''\nsteps: []", "1 到 100 个字"),
            ("nightly_hour: 2\nusual_reason: 有次序\nsteps: [{act: dance}]", "没有「dance」这种步骤"),
            ("nightly_hour: 2\nusual_reason: 有次序\nsteps: [{act: review}, {act: review}]", "写了两次"),
            (
                "nightly_hour: 2\nusual_reason: 有次序\nsteps: [{act: review, beside: true, waits: 要等}]",
                "不能又写先后的理由"
            ),
        ])
    func faults(_ text: String, _ words: String) throws {
        #expect(try rules(text).faults.contains { $0.chinese.contains(words) })
    }

    @Test("the delivered rules fit together and let examinations stand beside one another")
    func delivered() throws {
        let delivered = try rules(AnalysisRules.deliveredText())
        #expect(delivered.faults.isEmpty)
        #expect(
            Set(delivered.steps.filter { $0.beside == true }.map(\.act)) == [
                "review", "opinion", "inspect", "check",
            ])
    }

    @Test("officers and supervisors may not change them; an administrator does, and they count at once")
    func published() async throws {
        let house = try await AnalysisHouse()
        let refused = try await house.visit(as: "supervisor") {
            try await $0.look(AnalysisPath.rules).status.code
        }
        #expect(refused == 403)
        let page = try await house.visit(as: "sysadmin") { client in
            let text = "nightly_hour: 5\nusual_reason: 有次序\nsteps: []"
            let coded = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let wrong = try await client.press(AnalysisPath.rules, "version=0&body=nightly_hour%3A%2099")
            #expect(wrong.status.code == 422)
            _ = try await client.press(AnalysisPath.rules, "version=0&body=\(coded)")
            return try await client.look(AnalysisPath.rules).text
        }
        #expect(page.contains("现行的是第 1 版"))
        let rules = try await house.database.read { try RuleBook<AnalysisRules>().current(in: $0) }
        #expect(rules.nightlyHour == 5 && rules.steps.isEmpty)
    }
}

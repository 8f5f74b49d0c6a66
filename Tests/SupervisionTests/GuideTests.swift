import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Supervision

@Suite("The guide for a new kind of matter")
struct GuideTests {
    private let guide: String

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        guide = try String(contentsOf: root.appending(path: "docs/supervise-a-new-kind.md"), encoding: .utf8)
    }

    private func block(_ language: String) throws -> String {
        let parts = guide.components(separatedBy: "```\(language)\n")
        return try #require(parts.dropFirst().first?.components(separatedBy: "\n```").first)
    }

    /// The table of the guide and its structure, as the page sends them.
    private func form() throws -> String {
        let rows = guide.matches(of: /\| `(\w+)` \| [^|]+ \| `([^`]+)` \|/)
        let pairs = rows.map { (String($0.output.1), String($0.output.2)) } + [("schema", try block("json"))]
        return pairs.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }.joined(separator: "&")
    }

    @Test("can be followed from the first word to the signal")
    func followed() async throws {
        let house = try await SupervisionHouse()
        try await house.watching.sweep(at: noon)
        try await house.watching.sweep(at: noon)
        try await house.watching.follow(at: noon)
        let form = try form()
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press(SupervisionPath.newKind, "key=x").status == .unprocessableContent)
            #expect(try await client.press(SupervisionPath.newKind, form).status == .seeOther)
            #expect(try await client.press(SupervisionPath.newKind, form).text.contains("已经有这个代号"))
            #expect(try await client.look(SupervisionPath.kind("manhole-hazard")).text.contains("3 个工作日"))
        }
        let file = try block("csv")
        try await house.database.write { tx in
            try tx.send("UPDATE account_post SET organ = 'cgj' WHERE organ = 'zjj' AND role = 'officer'")
        }
        try await house.visit(as: "officer-zjj") { client async throws in
            let upload = SupervisionPath.kindAct("manhole-hazard", "upload")
            let answer = try await client.upload(upload, file).text
            #expect(answer.contains("已接收 2 条") && answer.contains("没有“某某局”这个部门"), "\(answer)")
            #expect(try await client.upload(upload, file).text.contains("与上次相同 2 条"))
        }
        try await house.placeAll()
        try await house.watching.follow(at: noon)
        let signal = try #require(try await house.signals().first { $0.ruleKey == "law-over" })
        #expect(signal.number == "manhole-hazard:JG-001" && signal.organ == "cgj" && signal.level == .red)
        let condition = try block("feel")
        let kinds = try await house.database.read { try KindStore.kinds(in: $0).map(\.kind) }
        let rule = SupervisionHouse.rule("manhole", .yellow, scope: .matter, moment: nil, condition)
        #expect(rule.findings(beside: [], among: KnownValues(kinds: kinds)) == [])
        let wrong = SupervisionHouse.rule(
            "wrong", scope: .matter, moment: nil, condition.replacing("fields.danger", with: "fields.dangr"))
        #expect(wrong.findings(beside: [], among: KnownValues(kinds: kinds)).first?.blocks == true)
        try await house.put(rule)
        try await house.watching.sweep(at: noon)
        try await house.watching.sweep(at: noon)
        #expect(
            try await house.signals().contains { $0.ruleKey == "manhole" && $0.number.hasSuffix("JG-001") })
    }
}

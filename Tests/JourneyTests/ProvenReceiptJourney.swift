import App
import BusinessProcess
import DecisionModel
import Foundation
import HTTPTypes
import Modules
import Testing
import WorkingTime

/// 张伟 files, gets a promise at once and a proof a moment later, and nobody else gets either.
@Suite("张伟的申请：先有承诺，后有证明")
struct ProvenReceiptJourney {
    @Test(
        "the receipt is a promise until the entry is in the log, and a proof from then on; strangers get 404")
    func receipt() async throws {
        let district = try await District()
        try await district.tell { stage in
            let zhangwei = try await stage.signIn("zhangwei")
            let found = try await zhangwei.get("/services?q=%E5%B1%85%E4%BD%8F%E8%AF%81").json["items"].list
            let code = try #require(found.first)["code"].text
            let number = try await zhangwei.apply(for: code).json["number"].text
            let early = try await zhangwei.get("/cases/\(number)/receipt")
            #expect(early.status == .ok)
            #expect(early.json["proof"] == .null)
            #expect(early.json["promise"].text.hasPrefix("minben receipt v1\nlocalhost/journal\n\(number)\n"))

            let sequence = district.installation.modules.jobs.first { $0.name == "journal.sequence" }
            try await #require(sequence).run(District.monday)
            let late = try await zhangwei.get("/cases/\(number)/receipt").json
            #expect(late["proof"].text.hasPrefix("c2sp.org/tlog-proof@v1\nextra "))
            #expect(late["leaf_hash"] == early.json["leaf_hash"])

            let chenjing = try await stage.signIn("chenjing")
            #expect(try await chenjing.get("/cases/\(number)/receipt").status == .notFound)
        }
    }
}

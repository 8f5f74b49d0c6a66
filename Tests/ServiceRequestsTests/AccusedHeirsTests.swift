import Cases
import Codes
import Government
import Identity
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("被反映的单位撤并以后")
struct AccusedHeirsTests {
    @Test("承接它的单位、再承接的单位都不能办理，也不能会办；别的单位可以")
    func heirs() async throws {
        let house = try await House()
        let number = try await house.say {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", "zrzy")
            ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。")
        }
        let today = house.clock.now.day
        try await house.database.write { tx in
            try Directory.end("zrzy", successor: "zjj", from: today, in: tx)
            try Directory.end("zjj", successor: "cgj", from: today, in: tx)
        }
        for heir in ["zjj", "cgj"] {
            let said = await refusal { try await house.assign(number, to: heir, by: "officer-xfj") }
            #expect(said != nil, "\(heir)")
        }
        let last = await refusal { try await house.assign(number, to: "cgj", by: "officer-xfj") }
        #expect(last == "被反映的单位已经并入这个单位，不能交给它办理。")
        let helped = await refusal {
            try await house.office.assign(
                number, to: "sfj", isFinal: false,
                asking: AssistanceForm(organs: ["cgj"], question: "有没有收过？"),
                by: house.actor("officer-xfj"), as: house.account("officer-xfj").viewer)
        }
        #expect(helped == "被反映的单位已经并入这个单位，不能请它会办。")
        try await house.assign(number, to: "sfj", by: "officer-xfj")
        #expect(try await house.subject(number).plan.organ == "sfj")
    }
}

import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

@Suite("Scores for programs")
struct ScoreAPITests {
    private static let path = PerformanceAPI.path

    private func counted() async throws -> PerformanceHouse {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"), isLate: true)
        try await house.finish(2, "zjj", on: day("2026-10-20"))
        try await house.assessing.refresh(at: noon)
        return house
    }

    @Test("periods that are none or have not begun, and other organs, are not there")
    func refused() async throws {
        let house = try await counted()
        try await house.visit(as: "officer-scjg") { client async throws in
            for name in ["2026-13/scores", "2027/scores", "2026-10/scores/zjj", "2026-10/scores/nowhere"] {
                #expect(try await client.look("\(Self.path)/\(name)").status == .notFound, "\(name)")
            }
            #expect(try await client.look("\(Self.path)/2026-10/scores?after=x").status == .badRequest)
            let own = try await client.look("\(Self.path)/2026-10/scores").text
            #expect(own.contains(#""organ":"scjg""#) && !own.contains("zjj"))
        }
        try await house.visit(as: "deputy") { client async throws in
            #expect(try await client.look("\(Self.path)/2026-10/scores").status == .forbidden)
        }
    }

    @Test("live they say so, frozen with the version they were computed by; each line with its figures")
    func scores() async throws {
        let house = try await counted()
        try await house.visit(as: "leader") { client async throws in
            let live = try await client.look("\(Self.path)/2026-10/scores").text
            #expect(live.contains(#""state":"live""#) && live.contains(#""place":1"#))
            #expect(live.contains(#""next":null"#) && !live.contains("indicators"))
            #expect(try await client.look("\(Self.path)/periods").text.contains(#""items":[]"#))
        }
        let period = try #require(Period("2026-10"))
        try await house.database.write { tx in
            try PeriodStore.ask(period, by: 1, "龚立新", at: noon, in: tx)
        }
        try await house.assessing.freezeAsked(at: noon)
        try await house.visit(as: "leader") { client async throws in
            let frozen = try await client.look("\(Self.path)/2026-10/scores/scjg").text
            #expect(frozen.contains(#""state":"frozen""#) && frozen.contains(#""model_version":1"#))
            #expect(frozen.contains(#""promised_kept":0"#) && frozen.contains(#""indicators":["#))
            let periods = try await client.look("\(Self.path)/periods").text
            #expect(periods.contains(#""period":"2026-10""#) && periods.contains(#""kind":"month""#))
        }
    }
}

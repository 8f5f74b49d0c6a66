import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Targets

@Suite("Targets for programs")
struct TargetAPITests {
    private static let path = "/api/v1/targets/2026/zjj"

    @Test("another organ's, and years that are none, are not there")
    func refused() async throws {
        let house = try await TargetTests.agreed()
        #expect(try await house.look("officer-scjg", Self.path).status == 404)
        #expect(try await house.look("leader", "/api/v1/targets/1999/zjj").status == 404)
        #expect(try await house.look("leader", "/api/v1/targets/2026/nowhere").status == 404)
        #expect(try await house.look("leader", "/api/v1/targets?year=soon").status == 422)
        #expect(try await house.look("deputy", Self.path).status == 403)
        #expect(try await house.look("officer-scjg", "/api/v1/targets").text.contains(#""items":[]"#))
    }

    @Test("progress and milestones are told as on the page")
    func told() async throws {
        let house = try await TargetTests.agreed()
        let list = try await house.look("leader", "/api/v1/targets?year=2026").text
        #expect(list.contains(#""achievement":56"#) && list.contains(#""count":2"#))
        #expect(!list.contains("milestones") && list.contains(#""next":null"#))
        let one = try await house.look("officer-zjj", Self.path).text
        for words in [
            #""value":90"#, #""wanted":95"#, #""direction":"at_least""#, #""figure_of":"filed""#,
            #""measure":"evidence""#, #""due_on":"2026-11-20""#, #""state":"open""#, "潘晓燕",
        ] {
            #expect(one.contains(words), "\(words)")
        }
    }
}

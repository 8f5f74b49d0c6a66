import Storage
import TestSupport
import Testing

@testable import Cases

@Suite("自成一体的办件种类")
struct StandingApartTests {
    @Test("查询里写的种类，就是规则说的那几种。", arguments: CaseKind.allCases)
    func oneList(kind: CaseKind) async throws {
        let database = try await TestDatabase.make()
        let isApart = try await database.read { tx in
            try tx.row("SELECT 1 AS found WHERE \(kind.rawValue) IN \(CaseKind.apart)") != nil
        }
        #expect(isApart == kind.standsApart)
    }

    @Test("办件的数字只数有人申请的。", arguments: CaseKind.allCases)
    func counted(kind: CaseKind) async throws {
        let database = try await TestDatabase.make()
        let isUncounted = try await database.read { tx in
            try tx.row("SELECT 1 AS found WHERE \(kind.rawValue) IN \(CaseKind.uncounted)") != nil
        }
        #expect(isUncounted == (kind != .application))
    }
}

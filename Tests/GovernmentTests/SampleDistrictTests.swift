import Codes
import Foundation
import Storage
import Testing

@testable import Government

@Suite("端州区示例数据") struct SampleDistrictTests {
    @Test("a code with a wrong check digit is refused on reading")
    func wrongCheckDigit() {
        let organ = """
            {"key": "scjg", "name": "市场监督管理局", "full_name": "肇庆市端州区市场监督管理局",
             "code": "11441202007185204K", "kind": "bureau", "phone": "", "address": ""}
            """
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(Organ.self, from: Data(organ.utf8))
        }
    }

    @Test("loading twice adds nothing the second time")
    func idempotent() async throws {
        let database = try await TestDistrict.loaded()
        let before = try await sizes(database)
        try await Government.seed(into: database)
        #expect(try await sizes(database) == before)
        #expect(before == [33, 17, 14, 6, 1])
    }

    @Test("loading again keeps what an administrator has changed")
    func editsSurvive() async throws {
        let database = try await TestDistrict.loaded()
        _ = try await database.write { try $0.execute("UPDATE organ SET name = 'X' WHERE key = 'scjg'") }
        try await Government.seed(into: database)
        #expect(try await Directory(database).organ("scjg")?.name == "X")
    }

    @Test("every resident lies in the unassigned area 441299, so that nobody real can be hit")
    func unassignedArea() throws {
        let numbers = try SampleDistrict.duanzhou().persons.map(\.identityNumber.text)
        #expect(numbers.allSatisfy { $0.hasPrefix("441299") })
        #expect(Set(numbers).count == numbers.count)
    }

    @Test("every organ's code names a government body of the district")
    func organCodes() throws {
        let organs = try SampleDistrict.duanzhou().organs
        #expect(organs.allSatisfy { $0.code.text.hasPrefix("11441202") })
        #expect(Set(organs.map(\.code)).count == organs.count)
    }

    private func sizes(_ database: Database) async throws -> [Int] {
        try await database.read { transaction in
            try [
                transaction.count("SELECT count(*) FROM organ"),
                transaction.count("SELECT count(*) FROM division"),
                transaction.count("SELECT count(*) FROM person /* all */"),
                transaction.count("SELECT count(*) FROM legal_entity /* all */"),
                transaction.count("SELECT count(*) FROM working_calendar"),
            ]
        }
    }
}

import Codes
import Government
import Storage
import Testing
import WorkingTime

@Suite("机构与人员名录") struct DirectoryTests {
    @Test(
        "a division outside the streets has no street office",
        arguments: ["440000", "441200", "441202", "441203001"])
    func noStreetOffice(code: String) async throws {
        let directory = Directory(try await TestDistrict.loaded())
        #expect(try await directory.streetOrgan(forDivision: DivisionCode(code)) == nil)
    }

    @Test(
        "a street and the communities in it belong to its street office",
        arguments: [
            ("441202001", "cd"), ("441202003902", "cx"), ("441202005901", "hg"), ("441202006000", "mg"),
        ])
    func streetOffice(code: String, key: String) async throws {
        let directory = Directory(try await TestDistrict.loaded())
        #expect(try await directory.streetOrgan(forDivision: DivisionCode(code)) == key)
    }

    @Test("an organ, a person or an enterprise nobody registered is not found")
    func unknown() async throws {
        let directory = Directory(try await TestDistrict.loaded())
        #expect(try await directory.organ("nobody") == nil)
        #expect(try await directory.person(1) == nil)
        #expect(try await directory.entity(CreditCode("52441202MJM012342T")) == nil)
    }

    @Test("organs come in the order of the district's list, streets last")
    func order() async throws {
        let organs = try await Directory(TestDistrict.loaded()).organs()
        #expect(organs.first?.key == "zfb")
        #expect(organs.suffix(4).map(\.key) == ["cd", "cx", "hg", "mg"])
        #expect(organs.filter { $0.kind == .hall }.map(\.key) == ["zwfw"])
        #expect(organs.filter { $0.divisionCode != nil }.allSatisfy { $0.kind == .street })
    }

    @Test("陈静 represents 星湖餐饮 by law")
    func representative() async throws {
        let database = try await TestDistrict.loaded()
        let entities = try await database.read { transaction in
            let chen = try Directory.person(
                identityNumber: IdentityNumber("441299198511152041"), in: transaction)
            return try chen.map { try Directory.entities(representedBy: $0.id, in: transaction) }
        }
        #expect(entities?.map(\.name) == ["肇庆端州星湖餐饮有限公司"])
        #expect(entities?.first?.registeredOn.iso == "2019-05-20")
    }

    @Test("a person found by number is found again by id")
    func person() async throws {
        let database = try await TestDistrict.loaded()
        let zhang = try await database.read { transaction in
            try Directory.person(identityNumber: IdentityNumber("441299199003071231"), in: transaction)
        }
        let id = try #require(zhang?.id)
        #expect(try await Directory(database).person(id) == zhang)
        #expect(zhang?.name == "张伟")
    }
}

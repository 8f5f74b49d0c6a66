import Codes
import Cryptography
import Storage
import TestSupport
import Testing

@testable import Government

@Suite("What the directory keeps of persons")
struct SealedPeopleTests {
    /// 陈静 as an older program wrote her.
    private static let plainRow: SQL = """
        INSERT INTO person (id, name, identity_number, phone, division_code, address)
        VALUES (77, '陈静', '441299198511152041', '13800000001', '441202', '端州区星湖大道 1 号')
        """

    private func district() async throws -> Database {
        let database = try await TestDistrict.empty()
        _ = try await database.write {
            try $0.execute(
                """
                INSERT INTO division (code, name, kind, is_synthetic) VALUES ('441202', '端州区', 'province', 1)
                """)
        }
        return database
    }

    private func chenJing(_ id: Int64) throws -> Person {
        Person(
            id: id, name: "陈静", identityNumber: try IdentityNumber("441299198511152041"),
            phone: "13800000001",
            division: try DivisionCode("441202"), address: "端州区星湖大道 1 号")
    }

    private func person(in database: Database) async throws -> Person? {
        let number = try IdentityNumber("441299198511152041")
        return try await database.read { try Directory.person(identityNumber: number, in: $0) }
    }

    @Test("a person who is registered in plain text is not registered again")
    func onceWhilePlain() async throws {
        let database = try await district()
        let person = try chenJing(78)
        try await database.write { tx in
            try tx.execute(Self.plainRow)
            try Directory.register(person, in: tx)
        }
        #expect(try await self.person(in: database)?.id == 77)
        #expect(try await database.read { try Directory.person(78, in: $0) } == nil)
    }

    @Test("a person who is registered sealed is not registered again")
    func onceWhenSealed() async throws {
        let database = try await district()
        let (first, second) = (try chenJing(77), try chenJing(78))
        try await database.write { try Directory.register(first, in: $0) }
        try await database.write { try Directory.register(second, in: $0) }
        #expect(try await person(in: database) == first)
        #expect(try await database.read { try Directory.person(78, in: $0) } == nil)
    }

    @Test("number, telephone and address stand nowhere in the row, and come back whole")
    func sealed() async throws {
        let database = try await district()
        let person = try chenJing(77)
        try await database.write { try Directory.register(person, in: $0) }
        let row = try await database.read { try $0.row("SELECT * FROM person WHERE id = 77") }
        for text in try #require(row).values.map({ "\($0)" }) {
            for secret in ["441299198511152041", "13800000001", "星湖大道"] { #expect(!text.contains(secret)) }
        }
        #expect(try await database.read { try Directory.person(77, in: $0) } == person)
    }

    @Test("a row of an older program is sealed with its code, and is found before and after")
    func older() async throws {
        let database = try await district()
        _ = try await database.write { try $0.execute(Self.plainRow) }
        let before = try await person(in: database)
        #expect(before?.phone == "13800000001")
        let target = try TestDatabase.sealer(.sm).target
        try await database.write { tx in
            for table in Government.sealedTables {
                _ = try table.reseal(to: target, after: 0, limit: 10, in: tx)
            }
        }
        #expect(try await person(in: database) == before)
        let row = try await database.read { try $0.row("SELECT * FROM person WHERE id = 77") }
        #expect(try row?.text("identity_number").hasPrefix("mb1:sm:1:") == true)
        #expect(try row?.optionalText("identity_index")?.hasPrefix("sm:1:") == true)
    }
}

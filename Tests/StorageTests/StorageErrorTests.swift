import Storage
import Testing

@Suite("A storage error")
struct StorageErrorTests {
    @Test(
        "says which rule of the tables was broken",
        arguments: [
            (SQL("INSERT INTO person (id, name) VALUES (2, '陈静')"), StorageError.unique("person.name")),
            ("INSERT INTO person (id, name) VALUES (1, '李敏')", .unique("person.id")),
            ("INSERT INTO person (id) VALUES (2)", .notNull("person.name")),
            ("INSERT INTO licence (id, person_id) VALUES (1, 99)", .foreignKey),
            ("INSERT INTO licence (id, person_id, seats) VALUES (1, 1, 0)", .check("seats_positive")),
            ("DELETE FROM person WHERE id = 1", .refused("people stay")),
        ] as [(SQL, StorageError)])
    func constraints(statement: SQL, expected: StorageError) async throws {
        let database = try await databaseOfLicences()
        try await database.migrate([
            Migration(
                module: "licences", number: 2, name: "people_stay",
                sql: """
                    CREATE TRIGGER people_stay BEFORE DELETE ON person
                    BEGIN SELECT RAISE(ABORT, 'people stay'); END
                    """,
                postgresSQL: """
                    CREATE FUNCTION people_stay() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN RAISE EXCEPTION 'people stay'; END $$;
                    CREATE TRIGGER people_stay BEFORE DELETE ON person
                    FOR EACH ROW EXECUTE FUNCTION people_stay();
                    """)
        ])
        try await database.write { try $0.add(person: 1, "陈静") }
        await #expect(throws: expected) { try await database.write { try $0.execute(statement) } }
    }

    @Test(
        "is told for a statement that makes no sense",
        arguments: ["SELEC 1", "SELECT * FROM nowhere", ""] as [SQL])
    func nonsense(statement: SQL) async throws {
        let database = try await databaseOfLicences()
        await #expect(throws: StorageError.self) { try await database.read { try $0.rows(statement) } }
    }
}

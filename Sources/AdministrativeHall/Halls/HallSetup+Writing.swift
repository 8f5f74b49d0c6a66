import Government
import Journal
import Refusals
import Storage
import WorkingTime

extension HallSetup {
    static func insert(_ hall: Hall, position: Int64, in tx: Transaction) throws {
        try refusingTaken {
            try tx.execute(
                """
                INSERT INTO hall (id, organ, name, address, working_hours, rest_hours, rules, position)
                VALUES (\(hall.id), \(hall.organ), \(hall.name), \(hall.address), \(hall.workingHours.text),
                    \(hall.restHours.text), \(encodeJSON(hall.rules)), \(position))
                """)
        }
    }

    /// - Throws: `invalid` for a letter, a number or an organ that is none.
    static func put(_ line: GroupLine, in hall: Hall, _ tx: Transaction) throws {
        guard line.letter.wholeMatch(of: /[A-Z]/) != nil else {
            throw DomainError.invalid("groups", "号码的字头应为一个大写字母，不是“\(line.letter)”。")
        }
        guard !line.name.isEmpty, (0...1_000).contains(line.capacity) else {
            throw DomainError.invalid("groups", "\(line.letter) 类要有名称，每个时段可约 0 到 1000 人。")
        }
        for organ in line.organs where try Directory.organ(organ, in: tx) == nil {
            throw DomainError.invalid("groups", "没有代号为“\(organ)”的部门。")
        }
        try tx.execute(
            """
            INSERT INTO hall_group (id, hall_id, letter, name, words, organs, capacity)
            VALUES (\(tx.ids.next()), \(hall.id), \(line.letter), \(line.name), \(line.words),
                \(encodeJSON(line.organs)), \(line.capacity))
            ON CONFLICT (hall_id, letter) DO UPDATE SET name = excluded.name, words = excluded.words,
                organs = excluded.organs, capacity = excluded.capacity
            """)
    }

    static func letters(of hall: Int64, in tx: Transaction) throws -> [String: Int64] {
        Dictionary(
            try HallStore.groups(of: hall, in: tx).map { ($0.letter, $0.id) }, uniquingKeysWith: { $1 })
    }

    static func ids(_ own: [String], _ letters: [String: Int64], field: String) throws -> [Int64] {
        try own.map { letter in
            guard let id = letters[letter] else {
                throw DomainError.invalid(field, "没有字头为“\(letter)”的业务类别。")
            }
            return id
        }
    }

    static func require(_ name: String, _ address: String) throws {
        guard !name.isEmpty else { throw DomainError.invalid("name", "请填写大厅的名称。") }
        guard !address.isEmpty else { throw DomainError.invalid("address", "请填写大厅的地址。") }
    }

    static func refusingTaken<T>(_ write: () throws -> T) throws {
        do { _ = try write() } catch StorageError.unique {
            throw DomainError.invalid("name", "已有同名的大厅，请换一个名称。")
        }
    }

    static func record(
        _ action: String, _ hall: Hall, _ sentence: Sentence, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        _ = try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "hall:\(hall.id)", sentence: sentence),
            in: tx)
    }
}

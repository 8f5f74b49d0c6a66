import Refusals
import Storage
import Web

/// What is shown on the page: everything as it stands.
struct SetupFacts: Sendable {
    let hall: Hall
    let groups: [ServiceGroup]
    let windows: [Window]
    /// Login names with the groups they can do.
    let clerks: [(name: String, skills: Set<Int64>)]

    init(_ id: Int64, in tx: Transaction) throws {
        hall = try HallStore.hall(id, in: tx)
        groups = try HallStore.groups(of: id, in: tx)
        windows = try HallStore.windows(of: id, in: tx)
        clerks = try tx.rows(
            """
            SELECT a.name, c.skills FROM hall_clerk c JOIN account a ON a.id = c.account_id
            WHERE c.hall_id = \(id) ORDER BY a.name LIMIT \(HallStore.most)
            """
        ).map { (try $0.text("name"), Set(try $0.json("skills", as: [Int64].self))) }
    }

    /// `A B`.
    func letters(_ ids: Set<Int64>) -> String {
        groups.filter { ids.contains($0.id) }.map(\.letter).joined(separator: " ")
    }
}

/// The tables of the page as they were filled in.
enum SetupForm {
    static func groups(_ form: FormData) throws -> [HallSetup.GroupLine] {
        try form.rows("groups", columns: ["letter", "name", "words", "organs", "capacity"]).map { row in
            guard let capacity = Int(row["capacity"] ?? "") else {
                throw DomainError.invalid("groups", "“每时段可约”应为整数，不接受预约就填 0。")
            }
            return HallSetup.GroupLine(
                letter: row["letter"] ?? "", name: row["name"] ?? "", words: row["words"] ?? "",
                organs: words(row["organs"] ?? ""), capacity: capacity)
        }
    }

    static func windows(_ form: FormData) throws -> [Int: [String]] {
        let rows = try form.rows("windows", columns: ["number", "serves"]).map { row -> (Int, [String]) in
            guard let number = Int(row["number"] ?? ""), (1...999).contains(number) else {
                throw DomainError.invalid("windows", "窗口号应为 1 到 999 的整数。")
            }
            return (number, words(row["serves"] ?? ""))
        }
        guard Set(rows.map(\.0)).count == rows.count else {
            throw DomainError.invalid("windows", "同一个窗口号写了两次。")
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }

    static func clerks(_ form: FormData) throws -> [String: [String]] {
        let rows = form.rows("clerks", columns: ["account", "skills"])
        return Dictionary(
            rows.map { ($0["account"] ?? "", words($0["skills"] ?? "")) }, uniquingKeysWith: { $1 })
    }

    private static func words(_ text: String) -> [String] {
        text.split { $0.isWhitespace || "，,、".contains($0) }.map(String.init)
    }
}

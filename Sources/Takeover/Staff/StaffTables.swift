import Refusals

/// A department of the older system: an organ, or a part of one.
struct OldDepartment: Sendable, Hashable, Codable {
    let id: String
    let parent: String
    let name: String
}

/// A role of the older system.
struct OldRole: Sendable, Hashable, Codable {
    let id: String
    let name: String
    let key: String
}

/// Somebody who signed in to the older system. Their password, telephone and mail are not read.
struct OldUser: Sendable, Hashable, Codable {
    let login: String
    let name: String
    let department: String
    let roles: [String]
    let isClosed: Bool
    let isDeleted: Bool
    /// The line on which the same login stood before; `nil` for the first.
    let earlierLine: Int?
}

/// The staff of the older system as its tables have it.
struct StaffTables: Sendable {
    static let userLimit = 5_000
    static let departmentLimit = 1_000

    let departments: [OldDepartment]
    let roles: [OldRole]
    let users: [OldUser]

    /// Reads the tables.
    ///
    /// - Throws: `invalid` at the field `files` when one is missing or too long.
    init(_ tables: UploadedTables) throws {
        func rows(_ table: OldTable) throws -> [SQLDump.Cells] {
            guard let rows = tables.rows[table], !rows.isEmpty else {
                throw UploadedTables.refusal("缺少 \(table.rawValue)，请把四张表一起上传。")
            }
            return rows
        }
        departments = try rows(.departments).filter(\.isPresent).compactMap(OldDepartment.init)
        roles = try rows(.roles).filter(\.isPresent).compactMap(OldRole.init)
        let held = try Dictionary(grouping: rows(.userRoles)) { $0["user_id"] ?? "" }
            .mapValues { $0.compactMap { $0["role_id"] } }
        users = Self.users(try rows(.users), roles: held)
        guard users.count <= Self.userLimit, departments.count <= Self.departmentLimit else {
            throw UploadedTables.refusal(
                "最多 \(Self.userLimit) 个用户、\(Self.departmentLimit) 个部门，请分批迁入。")
        }
    }

    private static func users(_ rows: [SQLDump.Cells], roles: [String: [String]]) -> [OldUser] {
        // The edition without separated front end calls the login `login_name` and the person `user_name`.
        let isOlder = rows.contains { $0["login_name"] != nil }
        var lines: [String: Int] = [:]
        return rows.enumerated().map { place, row in
            let login = (row[isOlder ? "login_name" : "user_name"] ?? "").lowercased()
            defer { if lines[login] == nil { lines[login] = place + 1 } }
            return OldUser(
                login: login, name: row[isOlder ? "user_name" : "nick_name"] ?? "",
                department: row["dept_id"] ?? "", roles: roles[row["user_id"] ?? ""] ?? [],
                isClosed: row["status"] == "1", isDeleted: !row.isPresent, earlierLine: lines[login])
        }
    }
}

extension SQLDump.Cells {
    /// RuoYi marks what was deleted with 2 (older editions with 1) and keeps it.
    fileprivate var isPresent: Bool { (self["del_flag"] ?? "0") == "0" }
}

extension OldDepartment {
    fileprivate init?(_ row: SQLDump.Cells) {
        guard let id = row["dept_id"], let name = row["dept_name"] else { return nil }
        self.init(id: id, parent: row["parent_id"] ?? "0", name: name)
    }
}

extension OldRole {
    fileprivate init?(_ row: SQLDump.Cells) {
        guard let id = row["role_id"], let name = row["role_name"] else { return nil }
        self.init(id: id, name: name, key: row["role_key"] ?? "")
    }
}

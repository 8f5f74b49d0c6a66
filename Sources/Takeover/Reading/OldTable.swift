/// The tables of RuoYi (若依) in which it keeps departments, users and roles.
enum OldTable: String, CaseIterable, Sendable {
    case departments = "sys_dept"
    case users = "sys_user"
    case roles = "sys_role"
    case userRoles = "sys_user_role"

    /// The columns as RuoYi creates them, as far as they are read here: for dumps that name none.
    var columns: [String] {
        switch self {
        case .departments:
            [
                "dept_id", "parent_id", "ancestors", "dept_name", "order_num", "leader", "phone", "email",
                "status", "del_flag",
            ]
        case .users:
            [
                "user_id", "dept_id", "user_name", "nick_name", "user_type", "email", "phonenumber", "sex",
                "avatar", "password", "status", "del_flag",
            ]
        case .roles:
            [
                "role_id", "role_name", "role_key", "role_sort", "data_scope", "menu_check_strictly",
                "dept_check_strictly", "status", "del_flag",
            ]
        case .userRoles: ["user_id", "role_id"]
        }
    }

    /// The columns by which a CSV file is known to be this table.
    private var marks: Set<String> {
        switch self {
        case .departments: ["dept_id", "dept_name"]
        case .users: ["user_id", "user_name", "dept_id"]
        case .roles: ["role_id", "role_name"]
        case .userRoles: ["user_id", "role_id"]
        }
    }

    /// The table a header row is of; `nil` for none.
    init?(header: [String]) {
        let names = Set(header)
        guard let table = Self.allCases.first(where: { $0.marks.isSubset(of: names) }) else { return nil }
        self = table
    }
}

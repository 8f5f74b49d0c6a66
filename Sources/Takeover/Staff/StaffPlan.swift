import Codes
import Government
import Identity
import Refusals

/// What the departments and roles of the older system are here.
struct StaffPlan: Sendable, Hashable, Codable {
    /// An organ that is founded with the takeover.
    struct NewOrgan: Sendable, Hashable, Codable {
        let key: String
        let fullName: String
        let code: String
    }

    /// Said of a department of which nobody is taken over.
    static let none = "-"

    var departments: [OldDepartment] = []
    var roles: [OldRole] = []
    /// The key of the organ that a department is, by the department's id; ``none`` for none.
    var organs: [String: String] = [:]
    /// The organs that are founded, by the department's id.
    var founded: [String: NewOrgan] = [:]
    /// The role that a role of the older system is, by its id.
    var posts: [String: String] = [:]

    /// The organ of a department: its own, or that of the nearest department above it; `nil` where nobody has said,
    /// ``none`` where it is left out.
    func organ(of department: String) -> String? {
        let parents = Dictionary(departments.map { ($0.id, $0.parent) }) { first, _ in first }
        var (next, rest) = (department, departments.count + 1)
        while rest > 0, parents[next] != nil {
            if let organ = organs[next] { return organ }
            (next, rest) = (parents[next] ?? "", rest - 1)
        }
        return nil
    }

    /// The departments of which people must say what they are: those that no department above answers for, except for
    /// the root of all.
    var heads: [OldDepartment] {
        let byID = Dictionary(departments.map { ($0.id, $0) }) { first, _ in first }
        return departments.filter { department in
            guard let parent = byID[department.parent] else { return true }
            return byID[parent.parent] == nil || organs[department.id] != nil
                || organ(of: parent.id) == nil
        }
    }

    /// The roles of which posts are given: never an administrator's (三员分立).
    static let givenRoles = Role.allCases.filter { $0 != .citizen && !Role.administrators.contains($0) }

    /// The posts that somebody would have in an organ.
    func posts(of roles: [String], in organ: String) -> [Post] {
        let given = Set(roles.compactMap { posts[$0] }.compactMap(Role.init))
        return Self.givenRoles.filter(given.contains).map { Post(organ: organ, role: $0) }
    }

    /// Says of every department with the name of an organ that it is that organ.
    mutating func guess(_ known: [Organ]) {
        for department in departments where organs[department.id] == nil {
            let found = known.first { [$0.name, $0.fullName].contains(department.name) }
            organs[department.id] = found?.key
        }
    }
}

extension StaffPlan.NewOrgan {
    /// The organ, as it is registered.
    ///
    /// - Throws: `invalid` naming the field, for a key or a code that cannot be.
    func organ(named name: String, of department: String) throws -> Organ {
        guard key.wholeMatch(of: /[a-z][a-z0-9]{1,19}/) != nil else {
            throw DomainError.invalid("key.\(department)", "代号用 2 到 20 个小写字母和数字，以字母开头。")
        }
        guard !fullName.isEmpty, fullName.count <= 60 else {
            throw DomainError.invalid("full.\(department)", "请填写“\(name)”的全称，最多 60 字。")
        }
        do throws(CodeError) {
            return Organ(
                key: key, name: name, fullName: fullName, code: try CreditCode(code), kind: .bureau,
                divisionCode: nil, phone: "", address: "")
        } catch {
            throw DomainError.invalid("code.\(department)", error.sentence)
        }
    }
}

import Identity
import Storage

/// What a viewer may see is part of the query, from the first one on: another organ's case is not there.
extension Viewer {
    /// A condition on `service_case AS c`.
    var maySeeCase: SQL {
        switch self {
        case .system: "1 = 1"
        case .everyone: "1 = 0"
        case .account(let id, let person, let entities):
            """
            (c.applicant_account = \(id) OR c.filed_by = \(id)
             OR (c.applicant_person IS NOT NULL AND c.applicant_person = \(person))
             OR (c.applicant_kind = 'entity' AND c.applicant_code IN \(list: entities)))
            """
        case .officer(let id, let organs, let roles):
            // A leader or a supervisor answers for all organs of the district.
            roles.contains(.leader) || roles.contains(.supervisor)
                ? "1 = 1"
                : """
                (c.organ IN \(list: organs) OR c.filed_by = \(id) OR c.applicant_account = \(id)
                 OR EXISTS (SELECT 1 FROM case_task t WHERE t.case_id = c.id AND t.organ IN \(list: organs))
                 OR EXISTS (SELECT 1 FROM service_case p WHERE p.id = c.parent_id AND p.organ IN \(list: organs)))
                """
        }
    }
}

extension Viewer {
    /// Sees internal history lines.
    public var isStaff: Bool {
        switch self {
        case .officer, .system: true
        case .everyone, .account: false
        }
    }

    var organs: [String] {
        if case .officer(_, let organs, _) = self { organs } else { [] }
    }
}

import Identity
import Storage

/// Who has to do with a case, as the text that stands in `case_party`.
enum Party {
    static func organ(_ key: String) -> String { "organ:\(key)" }
    static func isOrgan(_ party: String) -> Bool { party.hasPrefix("organ:") }
    static func account(_ id: Int64) -> String { "account:\(id)" }
    static func person(_ id: Int64) -> String { "person:\(id)" }
    static func entity(_ code: String) -> String { "entity:\(code)" }
    /// The desk of a feature, which no viewer of cases is: the feature says who may see what stands there.
    static func isFeatureDesk(_ party: String) -> Bool { party.hasPrefix(CaseTask.featureDesk) }
}

extension Case {
    /// Everybody who may see the case: the organ in charge and that of the joint service it is part of, every
    /// organ that has or had a task in it, whoever filed it, and the applicant.
    func parties(withRoot root: Case) -> Set<String> {
        guard !Party.isFeatureDesk(plan.organ) else { return [plan.organ] }
        var parties: Set = [
            Party.organ(plan.organ), Party.organ(root.plan.organ), Party.account(filing.accountID),
        ]
        for task in tasks where task.organ != CaseTask.applicant { parties.insert(Party.organ(task.organ)) }
        if let account = applicant.accountID { parties.insert(Party.account(account)) }
        if let person = applicant.personID { parties.insert(Party.person(person)) }
        if applicant.kind == .entity { parties.insert(Party.entity(applicant.code)) }
        return parties
    }
}

/// What a viewer may see is part of every query, from the first one on: another organ's case is not there.
extension Viewer {
    /// The parties this viewer is; nil for whoever answers for all organs of the district. What a feature keeps at a desk
    /// of its own is none of theirs.
    var parties: [String]? {
        switch self {
        case .system: nil
        case .everyone: []
        case .account(let id, let person, let entities):
            [Party.account(id)] + (person.map { [Party.person($0)] } ?? []) + entities.map(Party.entity)
        case .officer(let id, let organs, let roles):
            roles.contains(.leader) || roles.contains(.supervisor)
                ? nil : organs.map(Party.organ) + [Party.account(id)]
        }
    }

    /// A condition on `service_case AS c`, asked of each case that was found by other means: the offset keeps
    /// PostgreSQL from fetching all cases of the parties first, which it thinks little of on a table that is young.
    var maySeeCase: SQL {
        guard let parties else { return self == .system ? "1 = 1" : "c.kind = 'application'" }
        guard !parties.isEmpty else { return "1 = 0" }
        return """
            EXISTS (SELECT 1 FROM case_party v
                WHERE v.case_id = c.id AND v.party IN \(list: parties) LIMIT 1 OFFSET 0)
            """
    }

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

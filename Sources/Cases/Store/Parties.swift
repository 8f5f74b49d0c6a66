import Identity
import Storage

/// Who has to do with a case, as the text that stands in `case_party`.
enum Party {
    static func organ(_ key: String) -> String { "organ:\(key)" }
    static func isOrgan(_ party: String) -> Bool { party.hasPrefix("organ:") }
    static func account(_ id: Int64) -> String { "account:\(id)" }
    static func person(_ id: Int64) -> String { "person:\(id)" }
    static func entity(_ code: String) -> String { "entity:\(code)" }
    /// The person in whose name somebody else filed; no viewer is one, it says only for whom it was done.
    static func principal(_ person: Int64) -> String { "principal:\(person)" }
    /// An organ that the matter is about: no viewer is one, it says whose people see nothing of it.
    static func recused(_ key: String) -> String { "recused:\(key)" }
    /// The desk of a feature, which no viewer of cases is: the feature says who may see what stands there.
    static func isFeatureDesk(_ party: String) -> Bool { party.hasPrefix(CaseTask.featureDesk) }
}

extension Case {
    /// Everybody who may see the case: the organ in charge and that of the joint service it is part of, every
    /// organ that has or had a task in it, whoever filed it, and the applicant.
    func parties(withRoot root: Case) -> Set<String> {
        guard !Party.isFeatureDesk(plan.organ) else { return [plan.organ] }
        var parties: Set = [Party.organ(plan.organ), Party.organ(root.plan.organ)]
        // Whoever took down what accuses an organ, for somebody else, has no more to do with it.
        if plan.recused == nil || filing.accountID == applicant.accountID {
            parties.insert(Party.account(filing.accountID))
        }
        for task in tasks where task.organ != CaseTask.applicant { parties.insert(Party.organ(task.organ)) }
        if let account = applicant.accountID { parties.insert(Party.account(account)) }
        if let person = applicant.personID {
            parties.insert(Party.person(person))
            if applicant.agentName != nil { parties.insert(Party.principal(person)) }
        }
        if applicant.kind == .entity { parties.insert(Party.entity(applicant.code)) }
        parties.formUnion((plan.recused ?? []).map(Party.recused))
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
        case .account(let id, let person, let entities, _, let wards, _):
            [Party.account(id)] + (person.map { [Party.person($0)] } ?? []) + wards.map(Party.person)
                + entities.map(Party.entity)
        case .officer(let id, let organs, _, let seesDistrict):
            seesDistrict ? nil : organs.map(Party.organ) + [Party.account(id)]
        }
    }

    /// A condition on `service_case AS c`, asked of each case that was found by other means: the offset keeps
    /// PostgreSQL from fetching all cases of the parties first, which it thinks little of on a table that is young.
    var maySeeCase: SQL {
        guard let parties else {
            return self == .system ? "1 = 1" : "c.kind NOT IN \(CaseKind.apart) AND \(isNotRecused)"
        }
        guard !parties.isEmpty else { return "1 = 0" }
        return """
            EXISTS (SELECT 1 FROM case_party v
                WHERE v.case_id = c.id AND v.party IN \(list: parties) LIMIT 1 OFFSET 0)
                AND \(stillActs(in: "c.id")) AND \(isNotRecused)
            """
    }

    /// A condition on `service_case AS c`: it is not about an organ in which this officer has a post, or it is what they say
    /// themselves. Whoever answers for the whole district sits in an organ of it as well.
    private var isNotRecused: SQL {
        guard case .officer(let id, let organs, _, _) = self, !organs.isEmpty else { return "1 = 1" }
        return """
            (NOT EXISTS (SELECT 1 FROM case_party r
                WHERE r.case_id = c.id AND r.party IN \(list: organs.map(Party.recused)) LIMIT 1 OFFSET 0)
                OR EXISTS (SELECT 1 FROM case_party s
                    WHERE s.case_id = c.id AND s.party = \(Party.account(id)) LIMIT 1 OFFSET 0))
            """
    }

    /// The same of a case that is at hand.
    func isRecused(in subject: Case) -> Bool {
        guard case .officer(let id, let organs, _, _) = self, let recused = subject.plan.recused else {
            return false
        }
        return !Set(recused).isDisjoint(with: organs) && subject.applicant.accountID != id
    }

    /// A condition on the id of a case: it is not one of an enterprise or a person for which this account acts no longer.
    /// With the mandate the agent's insight ends (民法典 art. 173; 个人信息保护法 arts. 6, 21); the journal keeps what they did.
    func stillActs(in id: SQL) -> SQL {
        guard let represented else { return "1 = 1" }
        let others: SQL =
            represented.isEmpty ? "" : " AND e.party NOT IN \(list: represented)"
        return """
            NOT EXISTS (SELECT 1 FROM case_party e WHERE e.case_id = \(id)
                AND (e.party >= 'entity:' AND e.party < 'entity;'
                    OR e.party >= 'principal:' AND e.party < 'principal;')\(others) LIMIT 1 OFFSET 0)
            """
    }

    /// The same of a case that is at hand.
    func stillActs(in subject: Case) -> Bool {
        guard let represented else { return true }
        if subject.applicant.kind == .entity {
            return represented.contains(Party.entity(subject.applicant.code))
        }
        guard subject.applicant.agentName != nil, let person = subject.applicant.personID else { return true }
        return represented.contains(Party.principal(person))
    }

    /// The enterprises and persons in whose name a citizen's account may act, as parties; nil for everybody else.
    private var represented: [String]? {
        guard case .account(_, let person, let entities, let agencies, let wards, let clients) = self else {
            return nil
        }
        return (entities + agencies).map(Party.entity)
            + ([person].compactMap(\.self) + wards + clients).map(Party.principal)
    }

    /// Sees internal history lines.
    public var isStaff: Bool {
        switch self {
        case .officer, .system: true
        case .everyone, .account: false
        }
    }

    var organs: [String] {
        if case .officer(_, let organs, _, _) = self { organs } else { [] }
    }
}

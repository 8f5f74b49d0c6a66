import Identity
import Storage

/// How much of an inquiry somebody sees.
enum InquirySight: Sendable, Hashable {
    /// Everything: supervisors and leaders who stand apart.
    case all
    /// What they are told, and their own words: whoever it is about.
    case person
    /// That it is under way and what came of it: the head of their organ.
    case head

    /// What it came from, by number and name, and whoever took its steps: whoever it is about never learns which complaint
    /// it was, nor who proposed or checked.
    var showsOrigin: Bool { self == .all }
    /// What was said.
    var showsWords: Bool { self != .head }

    /// The facts as they were when it was proposed; of a complaint only those who handle it see any.
    func showsEvidence(of inquiry: Inquiry) -> Bool {
        self == .all || self == .person && inquiry.source != .complaint
    }

    /// Whether somebody with this sight sees what a step says.
    func shows(_ kind: InquiryStep.Kind) -> Bool {
        switch self {
        case .all: true
        case .person: ![.proposed, .founded, .unfounded, .returned].contains(kind)
        case .head:
            [.decided, .spared, .served, .unappealed, .upheld, .changed, .revoked, .withdrawn].contains(kind)
        }
    }
}

/// Which inquiries somebody sees, and how much of each.
struct InquiryFilter: Sendable, Hashable {
    let account: Int64
    /// The organs of the posts one holds: of one's colleagues one reads nothing as a supervisor.
    let organs: Set<String>
    let readsDistrict: Bool
    /// The organs one is the head of.
    let headed: Set<String>
    var isClosed = false
    /// The organ whose officials alone are listed; nil for all.
    var organ: String?

    init(_ officer: OfficerContext) { self.init(officer.account) }

    init(_ account: Account) {
        self.account = account.id
        organs = Set(account.posts.map(\.organ))
        readsDistrict = account.reachesDistrict(with: .readInquiries)
        headed = account.organs(for: .readOwnInquiries)
    }

    var holder: Officeholder { Officeholder(id: account, organs: organs) }

    /// Nobody learns of it before the facts are checked but those who handle it.
    var condition: SQL {
        guard let organ else { return sight }
        return "q.organ = \(organ) AND \(sight)"
    }

    private var sight: SQL {
        let told: SQL =
            "q.told_at IS NOT NULL AND (q.account_id = \(account) OR q.organ IN \(list: headed.sorted()))"
        guard readsDistrict else { return "(\(told))" }
        return "((\(told)) OR q.account_id <> \(account) AND q.organ NOT IN \(list: organs.sorted()))"
    }

    /// How much of one that was found by ``condition``.
    func sight(of inquiry: Inquiry) -> InquirySight {
        if inquiry.accountID == account { return .person }
        return readsDistrict && !organs.contains(inquiry.organ) ? .all : .head
    }
}

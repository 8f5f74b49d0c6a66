import BusinessProcess
import Codes
import Government
import Identity
import Journal
import Services
import Storage
import WorkingTime

@testable import Cases
@testable import Desk

/// A case of 食品经营许可 as it is filed, on a process that comes with the program.
struct FiledMatter {
    static let now = Instant(day: CivilDate(iso: "2026-11-23") ?? .first, hour: 9, minute: 30)
    var matter: Matter

    init() throws {
        let definitions = try ItemFiles.processFiles().map { try ProcessDefinition.parse($0) }
        let keyed = definitions.map { (ProcessKey(id: $0.id, version: Int($0.version) ?? 1), $0) }
        matter = try Matter.file(
            Self.filing(),
            numbers: [CaseNumber(division: "441202", day: (2026, 11, 23), sequence: 1)],
            definitions: Dictionary(uniqueKeysWithValues: keyed),
            on: Self.occasion(Account(id: 1, name: "chenjing", displayName: "陈静")))
    }

    /// 食品经营许可 for the restaurant, in charge of this organ.
    static func filing(with organ: String = "scjg") -> Filing {
        let plan = CasePlan(
            code: "11441202007000000X4420131007000", name: "食品经营许可", version: 1, organ: organ,
            organName: "肇庆市端州区市场监督管理局", organCode: "11441202MB2C22222X", hall: "zwfw",
            process: "single-organ", legalLimit: TimeLimit(value: 20, unit: .workingDay),
            promisedLimit: TimeLimit(value: 5, unit: .workingDay),
            remedies: RemedyBodies(reviewBody: "肇庆市端州区人民政府", court: "肇庆市端州区人民法院"))
        let applicant = Applicant(
            kind: .entity, name: "肇庆端州星湖餐饮有限公司", code: "91441202MA4W12346L", accountID: 1)
        return Filing(plan: plan, applicant: applicant, channel: "page", form: [:], materials: [])
    }

    /// One for all: two that count alike would give two tasks the same id.
    private static let ids = IDSource(node: 1)

    static func occasion(_ account: Account) -> Occasion {
        Occasion(
            actor: account.actor(channel: "page", address: "::1"), now: now, calendar: .weekendsOnly,
            newID: { ids.next() }, newCode: { "0000000000000000" })
    }

    /// Finishes the open task.
    mutating func finish(as account: Account, _ outcome: String) throws {
        guard let task = matter.root.openTasks.first else { return }
        try matter.complete(task: task.id, with: Finding(outcome: outcome), on: Self.occasion(account))
    }

    func duties(of account: Account) throws -> CaseDuties {
        CaseDuties(
            matter: matter, subject: matter.root, definition: try matter.definition(of: 0), account: account,
            calendar: .weekendsOnly, now: Self.now)
    }
}

extension Account {
    static let clerk = Account(id: 2, name: "clerk", displayName: "梁小雯", [Post(organ: "zwfw", role: .clerk)])
    /// The account that filed the case, if it had a post.
    static let applyingClerk = Account(
        id: 1, name: "chenjing", displayName: "陈静", [Post(organ: "zwfw", role: .clerk)])
    static let window = Account(
        id: 3, name: "window-1", displayName: "王国强", [Post(organ: "zwfw", role: .clerk)])
    static let officer = Account(
        id: 4, name: "officer-scjg", displayName: "李敏", [Post(organ: "scjg", role: .officer)])
    static let head = Account(
        id: 5, name: "head-scjg", displayName: "王建华", [Post(organ: "scjg", role: .head)])
    static let foreignHead = Account(
        id: 6, name: "head-wsjk", displayName: "邱冠中", [Post(organ: "wsjk", role: .head)])
    static let supervisor = Account(
        id: 7, name: "supervisor", displayName: "龚立新", [Post(organ: "jw", role: .supervisor)])

    init(id: Int64, name: String, displayName: String, _ posts: [Post] = []) {
        self.init(id: id, name: name, displayName: displayName, personID: nil, posts: posts, entities: [])
    }
}

import Refusals
import WorkingTime

/// A counter of a hall (窗口): what it serves, and who sits there now.
struct Window: Sendable, Hashable, Identifiable {
    let id: Int64
    let hallID: Int64
    let number: Int
    /// The groups it is meant for.
    var serves: Set<Int64>
    private(set) var clerkID: Int64?
    private(set) var openedAt: Instant?

    init(
        id: Int64, hallID: Int64, number: Int, serves: Set<Int64>, clerkID: Int64? = nil,
        openedAt: Instant? = nil
    ) {
        self.id = id
        self.hallID = hallID
        self.number = number
        self.serves = serves
        self.clerkID = clerkID
        self.openedAt = openedAt
    }

    var name: String { "\(number) 号窗口" }

    /// Somebody sits down.
    /// - Throws: `conflict` when somebody else sits there, `forbidden` when they can do nothing of what it serves.
    mutating func open(by clerk: Int64, skills: Set<Int64>, at now: Instant) throws {
        guard clerkID == nil || clerkID == clerk else {
            throw DomainError.conflict("\(name)已有人值守，请先请对方结束值守。")
        }
        guard !serves.isDisjoint(with: skills) else {
            throw DomainError.forbidden("您还没有登记会办\(name)的业务，请大厅管理员在“大厅设置”里登记。")
        }
        guard clerkID == nil else { return }
        (clerkID, openedAt) = (clerk, now)
    }

    /// Whoever sits there gets up.
    /// - Throws: `conflict` when they sit elsewhere, or somebody is still being served.
    mutating func close(by clerk: Int64, serving: Ticket?) throws {
        try requireHeld(by: clerk)
        if let serving { throw DomainError.conflict("请先办结或者转走当前的 \(serving.label) 号。") }
        (clerkID, openedAt) = (nil, nil)
    }

    /// - Throws: `conflict` when somebody else sits there, or nobody.
    func requireHeld(by clerk: Int64) throws {
        guard clerkID == clerk else { throw DomainError.conflict("您没有在\(name)值守，请先开始值守。") }
    }
}

/// A window with what can really be done there now: what it serves and its clerk can do.
struct StaffedWindow: Sendable, Hashable, Identifiable {
    let window: Window
    let groups: Set<Int64>
    /// Who sits there.
    let clerkName: String
    var id: Int64 { window.id }
}

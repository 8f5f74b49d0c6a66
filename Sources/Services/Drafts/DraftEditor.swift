import Journal
import Refusals

/// Whoever works on drafts, and whose items they may touch.
public struct DraftEditor: Sendable, Hashable {
    /// The person.
    public let actor: Actor
    /// The keys of the organs whose items are theirs to look after; nil for those of every organ.
    public let organs: Set<String>?

    /// An editor with their reach.
    public init(actor: Actor, organs: Set<String>?) { (self.actor, self.organs) = (actor, organs) }

    /// Whether the item of this organ is theirs to look after.
    public func reaches(_ organ: String) -> Bool { organs.map { $0.contains(organ) } ?? true }

    /// - Throws: `forbidden` for the item of another organ.
    func require(_ organ: String) throws {
        guard reaches(organ) else { throw DomainError.forbidden("这是其他部门的事项，由该部门或者政务服务管理部门维护。") }
    }
}

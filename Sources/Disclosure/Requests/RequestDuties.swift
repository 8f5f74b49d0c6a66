import Cases
import Identity
import Journal
import Refusals

/// Who handles a request: the organ that is asked, and nobody for a request of their own.
extension Case {
    /// - Throws: `forbidden` for everybody else.
    func requireHandler(_ actor: Actor) throws {
        guard actor.organ == plan.organ, !Set(actor.roles).isDisjoint(with: ["officer", "head"]) else {
            throw DomainError.forbidden("这件申请由\(plan.organName)办理，您不能代为办理。")
        }
        guard !isOwn(of: actor) else { throw DomainError.forbidden("不能办理自己提出的申请。") }
    }
}

extension OfficerContext {
    /// The officer as they act for the organ in charge, where they hold a post there.
    func handler(of subject: Case, channel: String, address: String) -> Actor {
        let organ = organs.contains(subject.plan.organ) ? subject.plan.organ : nil
        return account.actor(channel: channel, address: address, organ: organ)
    }
}

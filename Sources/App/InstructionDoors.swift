import Forum
import Messaging
import SupervisionOrders

extension InstructionDoor {
    /// From a post to a leader's instruction and the order that comes of it.
    static let toOrders = InstructionDoor(
        post: { SupervisionOrders.instructionPage(post: $0, for: $1) },
        request: { SupervisionOrders.instructionPage(case: $0, for: $1) },
        order: { number, officer, tx in
            try SupervisionOrders.standing(of: number, for: officer, in: tx).map {
                Standing(stage: $0.stage, dueAt: $0.dueAt, address: $0.address)
            }
        })
}

extension InstructedPosts {
    /// The posts of the forum.
    static func ofForum(outbox: Outbox) -> InstructedPosts {
        InstructedPosts(
            find: { id, now, tx in
                let (title, words) = try Forum.instructable(id, at: now, in: tx)
                return Post(title: title, words: words)
            },
            note: { id, order, actor, now, tx in
                try Forum.noteInstruction(id, order: order, outbox: outbox, by: actor, at: now, in: tx)
            },
            page: { try Forum.page(of: $0, for: $1, at: $2, in: $3) })
    }
}

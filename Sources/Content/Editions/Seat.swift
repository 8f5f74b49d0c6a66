import Identity
import Journal
import Web

/// Somebody who works in columns, with one request: how they look at the stores and how they sign.
struct Seat: Sendable {
    let viewer: Viewer
    /// As they act in the house.
    let actor: Actor
    /// The roles of their posts, in whatever organ; a column asks for a place in it besides.
    let roles: Set<Role>

    init(viewer: Viewer, actor: Actor, roles: Set<Role>) {
        (self.viewer, self.actor, self.roles) = (viewer, actor, roles)
    }

    init(_ officer: OfficerContext, _ request: WebRequest) {
        self.init(viewer: officer.viewer, actor: officer.actor(request), roles: officer.roles)
    }

    /// The name they write under.
    var author: Edition.Author { Edition.Author(accountID: actor.accountID, name: actor.name) }

    /// The same person at the desk of a column, where the steps of its cases wait.
    func actor(at column: Int64, as roles: Set<Role>) -> Actor {
        Actor(
            accountID: actor.accountID, name: actor.name, organ: Column.desk(column),
            roles: roles.map(\.rawValue).sorted(), channel: actor.channel, address: actor.address)
    }
}

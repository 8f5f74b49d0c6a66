import Journal
import Web

extension Account {
    /// This account as it acts through a channel, from an address: what rules ask and the journal keeps.
    ///
    /// - Parameter organ: the organ it acts for; the first of its posts when none is named.
    public func actor(channel: String, address: String, organ: String? = nil) -> Actor {
        let organ = organ ?? posts.first?.organ
        // A head in one organ who is an officer in another decides only in the first.
        let held = isStaff ? Set(posts.filter { $0.organ == organ }.map(\.role)) : roles
        let away = Set(lent.filter { $0.key.organ == organ }.values).sorted().joined(separator: "、")
        let offices = self.offices.reduce(into: [String: String]()) { offices, seat in
            if seat.key.organ == organ { offices[seat.key.role.rawValue] = seat.value }
        }
        // A deputy signs as themself, and everybody sees for whom they stand in.
        return Actor(
            accountID: id, name: away.isEmpty ? displayName : "\(displayName)（代\(away)）", organ: organ,
            roles: held.map(\.rawValue).sorted(),
            channel: channel, address: address,
            represents: principals.isEmpty ? nil : Set(principals.map(\.personID)),
            offices: offices.isEmpty ? nil : offices)
    }
}

extension SignedIn {
    /// Who acts with this request.
    public func actor(_ request: WebRequest, organ: String? = nil) -> Actor {
        account.actor(channel: request.channel.rawValue, address: request.address, organ: organ)
    }
}

extension OfficerContext {
    /// Who acts with this request, for one of the officer's organs.
    public func actor(_ request: WebRequest, organ: String? = nil) -> Actor {
        signedIn.actor(request, organ: organ)
    }

    /// How the officer looks at the stores.
    public var viewer: Viewer { account.viewer }
}

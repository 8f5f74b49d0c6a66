import WorkingTime

/// A program that lets its visitors sign in here.
struct Client: Sendable, Hashable, Identifiable {
    let id: Int64
    /// The name it uses in requests.
    let clientID: String
    let terms: ClientTerms
    let closedAt: Instant?
    let secretHash: String?
    let secretMadeAt: Instant?
    let formerSecretHash: String?
    let formerSecretUntil: Instant?

    var isClosed: Bool { closedAt != nil }

    /// Whether this is its secret, or the one before while that still counts.
    func accepts(_ secret: String, at now: Instant) -> Bool {
        let hash = OpaqueSecret(secret, .client)?.hash ?? ""
        let isPresent = secretHash.map { Hash.equal($0, hash) } ?? false
        let isFormer = formerSecretHash.map { Hash.equal($0, hash) } ?? false
        return isPresent || isFormer && (formerSecretUntil.map { now < $0 } ?? false)
    }

    /// What of the wanted scopes it may have.
    func allowed(_ wanted: Scopes) -> Scopes { Scopes(wanted.all.filter(terms.scopes.contains)) }
}

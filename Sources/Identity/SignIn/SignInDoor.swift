import Web

/// What page and API do alike before and after `SignIn`: read who asks from where, and slow down guessing.
struct SignInDoor: Sendable {
    let signIn: SignIn
    /// By address, against many names tried from one place; by name, `FailedAttempts` counts.
    let limit: RateLimit

    init(_ signIn: SignIn) {
        self.signIn = signIn
        limit = RateLimit(burst: 120, perMinute: signIn.settings.isDemo ? 600 : 60)
    }

    func open(
        account: String, password: String, code: String?, kind: Session.Kind, _ request: WebRequest
    ) async throws -> OpenedSession {
        let attempt = try SignInAttempt(
            account: account, password: password, code: code, kind: kind, address: request.address,
            now: request.now)
        try limit.admit(request.address, at: request.now)
        return try await signIn.open(attempt)
    }

    func close(_ caller: SignedIn, _ request: WebRequest) async throws {
        try await signIn.close(caller.sessionID, by: caller.actor(request), at: request.now)
    }
}

import Journal
import Web
import WorkingTime

/// What page and API do alike before and after `SignIn`: read who asks from where, and slow down guessing.
struct SignInDoor: Sendable {
    let signIn: SignIn
    /// By address, against many names tried from one place; by name, `FailedAttempts` counts; over all, `FailureTide`.
    let limit: RateLimit

    init(_ signIn: SignIn) {
        self.signIn = signIn
        limit = RateLimit(burst: 120, perMinute: signIn.settings.isDemo ? 600 : 60)
    }

    func open(
        account: String, password: String, code: String?, kind: Session.Kind, _ request: WebRequest
    ) async throws -> OpenedSession {
        let attempt = try SignInAttempt(
            account: account, password: password, code: code,
            arrival: Arrival(request, kind: kind, signIn.settings))
        try limit.admit(request.address, at: request.now)
        return try await signIn.open(attempt)
    }

    func close(_ caller: any SessionHolder, _ request: WebRequest) async throws {
        let actor = caller.account.actor(channel: request.channel.rawValue, address: request.address)
        try await signIn.close(caller.sessionID, by: actor, at: request.now)
    }
}

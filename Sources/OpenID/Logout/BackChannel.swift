import Foundation
import Jobs
import Refusals
import Storage
import WorkingTime

/// Tells a program that somebody has signed out here (OpenID Connect Back-Channel Logout 1.0), as often as it takes.
struct BackChannel: Errand {
    static let kind = JobKind("openid.logout", title: "通知退出登录", unit: "次", which: "登录 {}")

    struct Order: Sendable {
        let address: String
        let algorithm: SigningAlgorithm
        let claims: Claims
    }

    let settings: OpenIDSettings
    let keys: KeyShelf
    let post: LogoutPost
    let clock: @Sendable () -> Instant

    var kind: JobKind { Self.kind }

    /// Ends the logins that rest on a session, and lets their programs be told.
    static func end(_ logins: [Login], at now: Instant, in tx: Transaction) throws {
        for login in logins {
            try LoginStore.end(login, at: now, in: tx)
            try JobQueue.enqueue(kind: kind, key: String(login.id), payload: login.id, at: now, in: tx)
        }
    }

    func prepare(_ job: QueuedJob, in tx: Transaction) throws -> Order? {
        guard let login = try LoginStore.login(job.payload(), in: tx),
            let client = try ClientStore.client(login.client, in: tx), !client.isClosed,
            let address = client.terms.backChannelURI
        else { return nil }
        return Order(
            address: address, algorithm: client.terms.algorithm,
            claims: Self.claims(login, client, settings, key: job.stepKey, at: clock()))
    }

    /// No `nonce`, so that it can never pass for an ID token (section 2.4).
    static func claims(
        _ login: Login, _ client: Client, _ settings: OpenIDSettings, key: String, at now: Instant
    ) -> Claims {
        Claims([
            "iss": .text(settings.issuer), "aud": .text(client.clientID), "sub": .text(login.subject),
            "sid": .text(String(login.id)), "jti": .text(key), "iat": .number(now.milliseconds / 1_000),
            "exp": .number(now.milliseconds / 1_000 + 120),
            "events": .object(["http://schemas.openid.net/event/backchannel-logout": .object([:])]),
        ])
    }

    func act(_ order: Order, key: String) async throws -> UInt {
        let token = try await keys.sign(order.claims, order.algorithm, type: "logout+jwt", at: clock())
        return try await post.send(token, to: order.address)
    }

    func record(_ status: UInt, of job: QueuedJob, in tx: Transaction) throws -> JobStep {
        .finished(done: 1)
    }
}

/// The program did not take the word, and will not.
struct LogoutRefused: HopelessFailure, CustomStringConvertible {
    let status: UInt
    var sentence: Sentence {
        Sentence(template: "对方系统不接受退出通知（HTTP \(status)），请核对它登记的地址后重新执行。", parameters: [])
    }
    var description: String { "status \(status)" }
}

/// The program cannot be reached now.
struct LogoutUnheard: TemporaryFailure, CustomStringConvertible {
    let description: String
    let retryAfterSeconds = 30
    var sentence: Sentence { "对方系统没有应答退出通知，稍后再试。" }
}

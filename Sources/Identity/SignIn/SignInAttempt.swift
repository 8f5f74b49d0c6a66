import Foundation
import Refusals
import WorkingTime

/// What somebody sent to sign in, and from where.
struct SignInAttempt: Sendable {
    let name: LoginName
    let password: String
    /// The one-time code or a recovery code, where one was given.
    let code: String?
    let arrival: Arrival

    var kind: Session.Kind { arrival.kind }
    var now: Instant { arrival.now }

    /// Longer passwords nobody has; the limit keeps a request from buying much work.
    private static let longestPasswordBytes = 1_024
    /// A recovery code has nineteen characters.
    private static let longestCodeBytes = 64

    /// - Throws: `DomainError.invalid` with one entry for each empty field.
    init(account: String, password: String, code: String?, arrival: Arrival) throws {
        var errors: [FieldError] = []
        name = LoginName(account)
        // Telephones add a blank after a completed word; a password never begins or ends with one.
        let password = password.trimmingCharacters(in: .whitespacesAndNewlines)
        if name.text.isEmpty { errors.append(FieldError("account", "请填写账号。")) }
        if password.isEmpty { errors.append(FieldError("password", "请填写密码。")) }
        if password.utf8.count > Self.longestPasswordBytes {
            errors.append(FieldError("password", "密码过长，请核对后重新填写。"))
        }
        if (code ?? "").utf8.count > Self.longestCodeBytes {
            errors.append(FieldError("otp", "动态口令是 6 位数字，请核对后重新填写。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        self.password = password
        self.code = code.flatMap { $0.isEmpty ? nil : $0 }
        self.arrival = arrival
    }
}

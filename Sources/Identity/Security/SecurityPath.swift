/// The addresses of the account centre.
enum SecurityPath {
    static let overview = "/account/security"
    static let password = "/account/password"
    static let oneTimeCode = "/account/one-time-code"
    static let oneTimeCodeConfirmation = "/account/one-time-code/confirmation"
    static let oneTimeCodeRemoval = "/account/one-time-code/removal"
    static let recoveryCodes = "/account/recovery-codes"
    static let passkeys = "/account/passkeys"
    static let newPasskey = "/account/passkeys/new"
    static let passkeyRemoval = "/account/passkeys/{id}/removal"
    static let certificates = "/account/certificates"
    static let certificateRemoval = "/account/certificates/{id}/removal"
    static let sessions = "/account/sessions"
    static let sessionEnd = "/account/sessions/{id}/end"
    static let otherSessionsEnd = "/account/sessions/end"
    static let confirmation = "/account/confirmation"
    static let passkeyConfirmation = "/account/confirmation/passkey"
    static let passkeySignIn = "/sign-in/passkey"
    static let certificateSignIn = "/sign-in/certificate"
    static let passwordResets = "/desk/password-resets"

    /// The address of one thing in a list.
    static func of(_ id: some CustomStringConvertible, _ template: String) -> String {
        template.replacing("{id}", with: id.description)
    }
}

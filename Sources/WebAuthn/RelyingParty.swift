import Crypto
import Foundation

/// The site for which credentials are made, and its judgement of what comes back (sections 7.1 and 7.2).
public struct RelyingParty: Sendable, Hashable {
    /// The host name, or a domain above it.
    public let id: String
    /// The name that authenticators show.
    public let name: String
    /// The origins on which credentials may be used: scheme, host and port.
    public let origins: Set<String>

    /// A site.
    public init(id: String, name: String, origins: Set<String>) {
        self.id = id
        self.name = name
        self.origins = origins
    }

    /// Takes a new credential.
    ///
    /// - Parameters:
    ///   - challenge: what was set for this registration, and for no other.
    ///   - requiresVerification: whether the authenticator must have verified who touches it.
    /// - Throws: ``WebAuthnFault`` with what is wrong.
    public func register(
        _ answer: BrowserAnswer, challenge: [UInt8], requiresVerification: Bool
    ) throws(WebAuthnFault) -> PublicKeyCredential {
        guard let attestationBytes = answer.attestationBytes else { throw .otherCeremony }
        try ClientData(answer.clientDataBytes).require(.create, challenge: challenge, origins: origins)
        let attestation = try Attestation(attestationBytes)
        try require(attestation.data, requiresVerification: requiresVerification)
        guard let made = attestation.data.attested else { throw .malformed }
        guard made.id == answer.credentialID else { throw .otherCredential }
        try attestation.require(made.key, clientDataHash: Self.hash(answer.clientDataBytes))
        return PublicKeyCredential(made, attestation.data)
    }

    /// Believes or refuses that the holder of a credential is there.
    ///
    /// - Returns: the credential as it is to be kept from now on.
    /// - Throws: ``WebAuthnFault`` with what is wrong.
    public func verify(
        _ answer: BrowserAnswer, challenge: [UInt8], credential: PublicKeyCredential,
        requiresVerification: Bool
    ) throws(WebAuthnFault) -> PublicKeyCredential {
        guard let authenticatorBytes = answer.authenticatorBytes, let signature = answer.signature else {
            throw .otherCeremony
        }
        guard answer.credentialID == credential.id else { throw .otherCredential }
        try ClientData(answer.clientDataBytes).require(.get, challenge: challenge, origins: origins)
        let data = try AuthenticatorData(authenticatorBytes)
        try require(data, requiresVerification: requiresVerification)
        let signed = authenticatorBytes + Self.hash(answer.clientDataBytes)
        guard try COSEKey(credential.publicKey[...]).verifies(signature, over: signed) else {
            throw .wrongSignature
        }
        return try credential.used(data)
    }

    private func require(_ data: AuthenticatorData, requiresVerification: Bool) throws(WebAuthnFault) {
        guard data.relyingPartyHash == Self.hash(Array(id.utf8)) else { throw .otherRelyingParty }
        guard data.isUserPresent else { throw .userAbsent }
        guard data.isUserVerified || !requiresVerification else { throw .userUnverified }
    }

    private static func hash(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: Data(bytes))) }
}

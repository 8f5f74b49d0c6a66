/// What vouches for a new credential (section 6.5). We ask for none, so that nobody's device is told apart; some
/// authenticators sign with the new key itself all the same.
struct Attestation: Sendable {
    let authenticatorBytes: [UInt8]
    let data: AuthenticatorData
    private let format: String
    private let statement: [CBOR: CBOR]

    init(_ bytes: [UInt8]) throws(WebAuthnFault) {
        guard let map = try CBORReader.value(bytes[...]).map, let format = map["fmt"]?.text,
            let statement = map["attStmt"]?.map, let authenticatorBytes = map["authData"]?.bytes
        else { throw .malformed }
        self.format = format
        self.statement = statement
        self.authenticatorBytes = authenticatorBytes
        data = try AuthenticatorData(authenticatorBytes)
    }

    /// - Parameter clientDataHash: the SHA-256 of what the browser said.
    func require(_ key: COSEKey, clientDataHash: [UInt8]) throws(WebAuthnFault) {
        switch format {
        case "none": guard statement.isEmpty else { throw .malformed }
        case "packed":
            // A certificate would need a list of makers whom we trust; we ask for none and keep none.
            guard statement["x5c"] == nil else { throw .unknownAttestation }
            guard statement["alg"]?.integer == key.algorithm.rawValue, let signature = statement["sig"]?.bytes
            else { throw .malformed }
            guard key.verifies(signature, over: authenticatorBytes + clientDataHash) else {
                throw .wrongSignature
            }
        default: throw .unknownAttestation
        }
    }
}

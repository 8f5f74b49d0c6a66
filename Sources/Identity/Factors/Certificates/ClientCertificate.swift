import WorkingTime

/// A certificate as a gateway names it: whose, which, and by whom it was issued.
struct ClientCertificate: Sendable, Hashable {
    let subject: String
    let serial: String
    /// The fingerprint of the authority's certificate, in small hexadecimal.
    let issuer: String

    private static let longest = 512

    /// - Returns: `nil` unless all three are there and of a length that certificates have.
    init?(subject: String?, serial: String?, issuer: String?) {
        guard let subject, let serial, let issuer else { return nil }
        let hexadecimal = { (text: String) in text.lowercased().filter { $0 != ":" } }
        self.subject = subject
        self.serial = hexadecimal(serial)
        self.issuer = hexadecimal(issuer)
        let all = [subject, self.serial, self.issuer]
        guard all.allSatisfy({ (1...Self.longest).contains($0.utf8.count) }),
            (self.serial + self.issuer).allSatisfy(\.isHexDigit)
        else { return nil }
    }
}

/// A certificate that is bound to an account.
struct BoundCertificate: Sendable, Hashable, Identifiable {
    let id: Int64
    let accountID: Int64
    let certificate: ClientCertificate
    let createdAt: Instant
    let lastUsedAt: Instant?
}

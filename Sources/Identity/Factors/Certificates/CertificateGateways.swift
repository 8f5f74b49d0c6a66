import Web

/// The gateways that end TLS, ask browsers for a client certificate (SM2 or ECDSA, in a USB key) and say in headers what
/// they saw.
///
/// Everybody can write such headers, so they are believed only from these addresses: the other end of the socket counts,
/// not what a header says of where a request comes from.
public struct CertificateGateways: Sendable, Hashable {
    /// The addresses of the gateways.
    public let addresses: Set<String>
    /// The header that says `SUCCESS` when the certificate is good, not revoked, and its key was there.
    public var verified = "X-Client-Cert-Verify"
    /// The header with the subject's distinguished name.
    public var subject = "X-Client-Cert-Subject"
    /// The header with the serial number in hexadecimal.
    public var serial = "X-Client-Cert-Serial"
    /// The header with the fingerprint of the authority's certificate in hexadecimal.
    public var issuer = "X-Client-Cert-Issuer"

    /// Gateways at these addresses.
    public init(addresses: Set<String>) { self.addresses = addresses }

    /// What a request brings along.
    enum Presented: Sendable, Hashable {
        /// No certificate.
        case none
        /// Headers that somebody else wrote.
        case forged
        /// A certificate that a gateway has checked.
        case good(ClientCertificate)
    }

    func presented(in request: WebRequest) -> Presented {
        let headers = [verified, subject, serial, issuer].map { request.header($0) }
        guard headers.contains(where: { $0 != nil }) else { return .none }
        guard addresses.contains(request.peer) else { return .forged }
        guard headers[0] == "SUCCESS",
            let certificate = ClientCertificate(subject: headers[1], serial: headers[2], issuer: headers[3])
        else { return .none }
        return .good(certificate)
    }
}

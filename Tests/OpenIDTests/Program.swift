import Crypto
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import OpenID

/// A program that lets its visitors sign in: what its server does.
struct Program: Sendable {
    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

    let clientID: String
    let id: Int64
    let secret: String?
    let terms: ClientTerms

    /// The address that it sends visitors to.
    ///
    /// - Parameter changed: parameters that are other than they should be; nil takes one away.
    func address(_ changed: [String: String?] = [:]) -> String {
        var parameters: [String: String?] = [
            "response_type": "code", "client_id": clientID, "redirect_uri": terms.redirectURIs[0],
            "scope": "openid profile", "state": "st&1", "nonce": "n-1", "code_challenge_method": "S256",
            "code_challenge": Base64URLText.encode(SHA256.hash(data: Data(Self.verifier.utf8))),
        ]
        for (name, value) in changed { parameters[name] = value }
        let pairs = parameters.compactMap { name, value in value.map { (name: name, value: $0) } }
        return "\(OpenIDPath.authorization)?\(QueryText.text(pairs.sorted { $0.name < $1.name }))"
    }

    /// Redeems a code.
    func redeem(
        _ code: String, with client: any TestClientProtocol, _ changed: [String: String?] = [:]
    ) async throws -> TokenAnswer {
        try await ask(
            [
                "grant_type": "authorization_code", "code": code, "redirect_uri": terms.redirectURIs[0],
                "code_verifier": Self.verifier,
            ], with: client, changed)
    }

    func refresh(
        _ token: String, with client: any TestClientProtocol, _ changed: [String: String?] = [:]
    ) async throws -> TokenAnswer {
        try await ask(["grant_type": "refresh_token", "refresh_token": token], with: client, changed)
    }

    private func ask(
        _ own: [String: String?], with client: any TestClientProtocol, _ changed: [String: String?]
    ) async throws -> TokenAnswer {
        var form = own.merging(["client_id": clientID, "client_secret": secret]) { own, _ in own }
        for (name, value) in changed { form[name] = value }
        let pairs = form.compactMap { name, value in value.map { (name: name, value: $0) } }
        return try await TokenAnswer(
            client.execute(
                uri: OpenIDPath.token, method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(string: QueryText.text(pairs))))
    }
}

/// What the token endpoint says.
struct TokenAnswer {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let members: [String: ClaimValue]

    init(_ response: TestResponse) throws {
        (status, headers) = (response.status, response.headers)
        members = try JSONDecoder().decode(
            [String: ClaimValue].self, from: Data(response.body.readableBytesView))
    }

    var error: String? { members["error"]?.text }
    var access: String { members["access_token"]?.text ?? "" }
    var refresh: String { members["refresh_token"]?.text ?? "" }
    var idToken: String { members["id_token"]?.text ?? "" }
    /// The claims of the ID token, unverified.
    var claims: [String: ClaimValue] {
        get throws { try TokenText.part(1, of: idToken) }
    }
}

/// Tokens taken apart and put together by hand.
enum TokenText {
    static func part(_ index: Int, of token: String) throws -> [String: ClaimValue] {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        let text = String(try #require(parts.indices.contains(index) ? parts[index] : nil))
            .replacing("-", with: "+").replacing("_", with: "/")
        let padded = text + String(repeating: "=", count: (4 - text.count % 4) % 4)
        return try JSONDecoder().decode(
            [String: ClaimValue].self, from: try #require(Data(base64Encoded: padded)))
    }

    /// The same token under another header and signature.
    static func forged(_ token: String, header: String, signature: (String) -> String) throws -> String {
        let payload = try #require(token.split(separator: ".").dropFirst().first)
        let signed = "\(Base64URLText.encode(Data(header.utf8))).\(payload)"
        return "\(signed).\(signature(signed))"
    }
}

import Foundation
import Refusals
import Storage
import Web
import WorkingTime

/// How a program proves which it is (RFC 6749 2.3).
struct ClientAuthentication: Sendable {
    let database: Database
    /// Wrong secrets from one address.
    let failures: RateLimit

    private struct Presented {
        let clientID: String
        let secret: String?
    }

    /// - Throws: ``ProtocolError``.
    func client(_ request: WebRequest, _ form: FormData) async throws -> Client {
        let presented = try presented(request, form)
        guard presented.clientID.utf8.count <= 100,
            let client = try await database.read({ try ClientStore.client(named: presented.clientID, in: $0) }
            ),
            !client.isClosed, isProved(client, presented, at: request.now)
        else {
            do { try failures.admit(request.address, at: request.now) } catch {
                throw ProtocolError(.slowDown, "too many wrong secrets, try again later")
            }
            throw ProtocolError(.invalidClient, "the client is not known or its secret is wrong")
        }
        return client
    }

    private func isProved(_ client: Client, _ presented: Presented, at now: Instant) -> Bool {
        switch client.terms.kind {
        case .confidential: presented.secret.map { client.accepts($0, at: now) } ?? false
        // What cannot keep a secret has none; one that is sent along belongs to somebody else.
        case .open: presented.secret == nil
        }
    }

    private func presented(_ request: WebRequest, _ form: FormData) throws -> Presented {
        let (name, secret) = (form["client_id"], form["client_secret"])
        guard let header = request.header("Authorization") else {
            guard let name else { throw ProtocolError(.invalidClient, "client_id is missing") }
            return Presented(clientID: name, secret: secret)
        }
        guard secret == nil else { throw ProtocolError.invalidRequest("two ways of authentication at once") }
        guard header.lowercased().hasPrefix("basic "),
            let bytes = Data(base64Encoded: header.dropFirst(6).trimmingCharacters(in: .whitespaces)),
            case let parts = String(decoding: bytes, as: UTF8.self)
                .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false),
            parts.count == 2, let id = QueryText.decoded(parts[0]), let given = QueryText.decoded(parts[1]),
            name == nil || name == id
        else { throw ProtocolError(.invalidClient, "the Authorization header cannot be read") }
        return Presented(clientID: id, secret: given)
    }
}

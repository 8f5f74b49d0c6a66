import WorkingTime

/// What a program asks for when it sends a visitor here (RFC 6749 4.1.1, OpenID Connect Core 1.0 3.1.2.1).
struct AuthorizationRequest: Sendable, Hashable {
    /// What the program wants of the visitor before anything else.
    enum Prompt: String, Sendable, Hashable, CaseIterable {
        case none
        case login
        case consent
        case selectAccount = "select_account"
    }

    let redirectURI: String
    let state: String?
    let scopes: Scopes
    let nonce: String?
    let challenge: String
    let prompts: Set<Prompt>
    let maximumAgeSeconds: Int?
    let hint: String?

    /// What is asked, of a program whose name and address have been found good.
    ///
    /// - Throws: ``ProtocolError``, which the program is told.
    init(_ parameters: Parameters, of client: Client, redirectURI: String) throws {
        self.redirectURI = redirectURI
        state = parameters["state"]
        if let name = parameters.repeated { throw ProtocolError.invalidRequest("\(name) is repeated") }
        try Self.refuseUnsupported(parameters)
        let wanted = Scopes(rawValue: parameters["scope"] ?? "")
        guard wanted.contains(.openid) else {
            throw ProtocolError(.invalidScope, "scope must contain openid")
        }
        scopes = client.allowed(wanted)
        nonce = parameters["nonce"]
        guard (nonce?.utf8.count ?? 0) <= 512, (state?.utf8.count ?? 0) <= 2_048 else {
            throw ProtocolError.invalidRequest("nonce or state is too long")
        }
        challenge = try Self.challenge(parameters)
        prompts = try Self.prompts(parameters["prompt"])
        maximumAgeSeconds = try parameters["max_age"].map { text in
            guard let age = Int(text), (0...100_000_000).contains(age) else {
                throw ProtocolError.invalidRequest("max_age must be a number of seconds")
            }
            return age
        }
        hint = parameters["id_token_hint"]
    }

    private static func refuseUnsupported(_ parameters: Parameters) throws {
        if parameters["request"] != nil {
            throw ProtocolError(.requestNotSupported, "request objects are not read")
        }
        if parameters["request_uri"] != nil {
            throw ProtocolError(.requestURINotSupported, "request objects are not fetched")
        }
        guard let type = parameters["response_type"] else {
            throw ProtocolError.invalidRequest("response_type is missing")
        }
        guard type == "code" else { throw ProtocolError(.unsupportedResponseType, "only code is given") }
        guard (parameters["response_mode"] ?? "query") == "query" else {
            throw ProtocolError.invalidRequest("response_mode must be query")
        }
    }

    /// Only hashed challenges: a plain one is worth nothing to whoever reads the address (RFC 9700 2.1.1).
    private static func challenge(_ parameters: Parameters) throws -> String {
        guard let challenge = parameters["code_challenge"] else {
            throw ProtocolError.invalidRequest("code_challenge is missing")
        }
        guard parameters["code_challenge_method"] == "S256" else {
            throw ProtocolError.invalidRequest("code_challenge_method must be S256")
        }
        guard PKCE.isChallenge(challenge) else {
            throw ProtocolError.invalidRequest("code_challenge is not the SHA-256 of a verifier")
        }
        return challenge
    }

    private static func prompts(_ text: String?) throws -> Set<Prompt> {
        let words = (text ?? "").split(separator: " ").map { Prompt(rawValue: String($0)) }
        let prompts = Set(words.compactMap(\.self))
        guard !words.contains(nil), !prompts.contains(.none) || prompts.count == 1 else {
            throw ProtocolError.invalidRequest("prompt is not understood")
        }
        return prompts
    }

    /// Whether somebody who proved who they are then must do so again.
    func needsProof(since proved: Instant?, asked: Instant, at now: Instant) -> Bool {
        guard let proved else {
            return !prompts.isDisjoint(with: [.login, .selectAccount]) || maximumAgeSeconds != nil
        }
        if !prompts.isDisjoint(with: [.login, .selectAccount]), proved < asked { return true }
        guard let maximumAgeSeconds else { return false }
        // Somebody who proved it because of this request need not do so once more for being slow to read.
        return proved < asked && now - proved > maximumAgeSeconds
    }
}

/// The parameters of a request, each of which may be there once.
struct Parameters: Sendable {
    private let pairs: [(name: String, value: String)]

    init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs.filter { !$0.value.isEmpty } }

    subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// A name that stands there twice (RFC 6749 3.1).
    var repeated: String? {
        var seen: Set<String> = []
        return pairs.first { !seen.insert($0.name).inserted }?.name
    }
}

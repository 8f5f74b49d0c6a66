import Government
import Identity
import Storage
import WorkingTime

/// What programs are told about somebody, by scope.
enum PersonalClaims {
    static func claims(
        of account: Account, subject: String, _ scopes: Scopes, in tx: Transaction
    ) throws -> [String: ClaimValue] {
        let person = try account.personID.flatMap { try Directory.person($0, in: tx) }
        var claims: [String: ClaimValue] = ["sub": .text(subject)]
        if scopes.contains(.profile) {
            claims["name"] = .text(account.displayName)
            claims["preferred_username"] = .text(account.name)
        }
        if scopes.contains(.phone), let person, !person.phone.isEmpty {
            claims["phone_number"] = .text("+86 \(person.phone)")
            claims["phone_number_verified"] = true
        }
        if scopes.contains(.realName) {
            claims["real_name_level"] = .text(account.assurance.rawValue)
        }
        if scopes.contains(.posts), account.isStaff { try claims.merge(posts(of: account, in: tx)) { $1 } }
        return claims
    }

    private static func posts(of account: Account, in tx: Transaction) throws -> [String: ClaimValue] {
        let posts = try account.posts.map { post in
            ClaimValue.object([
                "organ": .text(post.organ), "role": .text(post.role.rawValue),
                "organ_name": .text(try Directory.organ(post.organ, in: tx)?.name ?? post.organ),
                "role_name": .text(post.role.chinese),
            ])
        }
        return ["posts": .list(posts), "organ": .text(account.posts.first?.organ ?? "")]
    }
}

extension Factor {
    /// How the standard calls it (RFC 8176).
    var reference: String {
        switch self {
        case .password: "pwd"
        case .totp, .recovery: "otp"
        case .passkey: "pop"
        case .certificate: "sc"
        case .kiosk: "mca"
        }
    }
}

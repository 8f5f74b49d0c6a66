import Refusals
import Web

extension Policy where Caller == SignedIn {
    /// Anybody who is signed in. Everybody else is sent to sign in (page) or told so (API, 401).
    public static var signedIn: Policy<SignedIn> {
        Policy("signed-in") { request in
            guard let signedIn = request.principal as? SignedIn else {
                throw DomainError.signInRequired("请先登录。")
            }
            return signedIn
        }
    }
}

extension Policy where Caller == OfficerContext {
    /// Anybody who holds a post.
    public static var staff: Policy<OfficerContext> {
        Policy("staff") { request in
            let signedIn = try Policy<SignedIn>.signedIn.admit(request)
            guard let officer = OfficerContext(signedIn) else {
                throw DomainError.forbidden("这里是工作人员的工作台，您的账号没有岗位。您的办件请在“我的办件”查看。")
            }
            return officer
        }
    }

    /// Anybody whose posts give one of these powers, in whatever organ; what may be done in which organ is for the
    /// rule to say.
    public static func may(_ powers: Power...) -> Policy<OfficerContext> {
        let names = powers.map(\.name).joined(separator: "|")
        return Policy("may:\(names)", powers: powers) { request in
            let officer = try Policy<OfficerContext>.staff.admit(request)
            guard powers.contains(where: officer.may) else {
                let holders = officer.account.grants.roles(with: powers).map(\.chinese).joined(separator: "、")
                throw holders.isEmpty
                    ? DomainError.forbidden("这项工作目前没有授予任何岗位。")
                    : DomainError.forbidden("这项工作由\(holders)办理，您的账号没有这个岗位。")
            }
            return officer
        }
    }

    /// Anybody who holds one of these roles. No page of the house asks so any more: it asks for a power (``may(_:)``),
    /// so that who has it is data. Kept for pages that are not yet converted.
    public static func role(_ roles: Role...) -> Policy<OfficerContext> {
        let names = roles.map(\.rawValue).joined(separator: "|")
        return Policy("role:\(names)") { request in
            let officer = try Policy<OfficerContext>.staff.admit(request)
            guard !officer.roles.isDisjoint(with: roles) else {
                let wanted = roles.map(\.chinese).joined(separator: "、")
                throw DomainError.forbidden("这项工作由\(wanted)办理，您的账号没有这个岗位。")
            }
            return officer
        }
    }
}

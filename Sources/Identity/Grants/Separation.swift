import Refusals
import Web

/// What keeps the work of the three administrators apart from each other's and from everybody else's, whoever asks
/// (三员分立, GB/T 22239-2019 §8.1.5).
extension GrantChange {
    /// - Parameter current: what counts on the day from which it is to be valid.
    /// - Throws: `conflict` with the reason; `invalid` for a scope or a grade that does not go with the power.
    func requirePossible(_ power: Power, in current: Grants) throws {
        guard before != after else { throw DomainError.conflict("权限没有变化，不用提出。") }
        guard role != .citizen else { throw DomainError.invalid("role", "权限只授予岗位，办事群众没有岗位。") }
        guard let after else { return try requireTakable(power) }
        guard role.mayHave(power.branch) else {
            throw DomainError.conflict("「\(power.chinese)」\(power.branch.keepers)，不能授予\(role.chinese)。")
        }
        try after.requireFitting(power)
    }

    /// What is needed to give something back is never taken, or nobody could.
    private func requireTakable(_ power: Power) throws {
        guard !power.isKept else {
            throw DomainError.conflict("收回「\(power.chinese)」以后谁也无法改正，不能收回。")
        }
    }
}

extension Role {
    /// Whether a power of this branch may be given to the role.
    public func mayHave(_ branch: Power.Branch) -> Bool {
        switch branch {
        case .matters: !Role.administrators.contains(self) && self != .citizen
        case .administration: Role.administrators.contains(self)
        case .system: self == .sysadmin
        case .security: self == .secadmin
        case .audit: self == .auditadmin
        }
    }
}

extension Power.Branch {
    /// Whose it is, in words.
    public var keepers: String {
        switch self {
        case .matters: "属于业务岗位"
        case .administration: "只属于三类管理员"
        case .system: "只属于系统管理员"
        case .security: "只属于安全管理员"
        case .audit: "只属于审计管理员"
        }
    }
}

extension GrantTerms {
    /// - Throws: `invalid` when the power does not go over so much, or shows nothing that a grade could be of.
    func requireFitting(_ power: Power) throws {
        if power.isSight { return }
        let natural: GrantScope = power.branch == .matters ? .own : .district
        guard scope == natural else {
            throw DomainError.invalid("scope", "「\(power.chinese)」的范围只能是\(natural.chinese)。")
        }
        guard grade == .masked else {
            throw DomainError.invalid(
                "grade", "「\(power.chinese)」不涉及查看个人信息，数据级别请选“\(DataGrade.masked.chinese)”。")
        }
    }
}

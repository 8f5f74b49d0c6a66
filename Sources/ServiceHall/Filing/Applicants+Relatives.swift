import Cases
import Codes
import Government
import Identity
import Refusals
import Services
import Storage

/// Filing in another person's name (代亲友办事): by the same mandate for the page, the kiosk and the API.
extension Applicants {
    /// The relatives in whose name an account may apply for an item.
    func relatives(of account: Account, for item: ServiceItem) async throws -> [Applicant] {
        guard item.audiences.contains(.person) else { return [] }
        var found: [Applicant] = []
        for person in Set(account.principals.filter { item.admits($0) }.map(\.personID)).sorted() {
            found += try await applicant(person, agent: account).map { [$0] } ?? []
        }
        return found
    }

    /// The relative somebody names by identity number.
    ///
    /// - Throws: `forbidden` without a mandate for them, or where the item does not allow it.
    func relative(_ code: String, by account: Account, for item: ServiceItem?) async throws -> Applicant {
        let number = try? IdentityNumber(code)
        let person = try await database.read { tx in
            try number.flatMap { try Directory.person(identityNumber: $0, in: tx) }
        }
        let mandates = account.principals.filter { $0.personID == person?.id }
        guard let person, !mandates.isEmpty else {
            throw DomainError.forbidden("您没有为该申请人办事的授权，请先取得授权。")
        }
        if let item, !mandates.contains(where: item.admits) { throw DomainError.forbidden(item.proxyRefusal) }
        guard let applicant = try await applicant(person.id, agent: account) else {
            throw DomainError.forbidden("您没有为该申请人办事的授权，请先取得授权。")
        }
        return applicant
    }

    /// The person gets the notices where they have an account; whoever acts is told beside them.
    private func applicant(_ id: Int64, agent: Account) async throws -> Applicant? {
        try await database.read { tx in
            guard let person = try Directory.person(id, in: tx) else { return nil }
            return Applicant(
                kind: .person, name: person.name, code: person.identityNumber.text, personID: id,
                accountID: try Accounts.accountID(ofPerson: id, in: tx), agentName: agent.displayName,
                phone: person.phone)
        }
    }
}

extension ServiceItem {
    /// Whether somebody who acts for a person may apply for this in their name online.
    ///
    /// Where the house must have seen the applicant, consent by telephone or from afar is not enough.
    func admits(_ principal: RepresentedPerson) -> Bool {
        guard principal.covers(slug) else { return false }
        let isSeen = assurance != .present || principal.isProven
        return switch proxy ?? .anyone {
        case .anyone: principal.isGuardian || isSeen
        case .guardian: principal.isGuardian
        case .nobody: false
        }
    }

    /// Why a mandate is not enough.
    var proxyRefusal: Sentence {
        switch proxy ?? .anyone {
        case .nobody: "“\(name)”须本人办理，不能代办。"
        case .guardian: "“\(name)”只能由本人或者监护人办理。"
        case .anyone where assurance == .present: "代办“\(name)”须双方一起到综合窗口当面登记授权。"
        case .anyone: "您的授权不包括“\(name)”，请对方重新授权。"
        }
    }
}

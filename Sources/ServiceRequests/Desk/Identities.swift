import Cases
import Codes
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Opening a name that is protected.
extension RequestOffice {
    /// Who stands behind a protected name, for the office that took it in; every look is written down with its reason.
    ///
    /// - Throws: `forbidden` for every other office and for one that has taken up what the accused did, `invalid` without a
    ///   reason, `notFound` where nobody is known.
    func identity(
        behind number: String, because reason: String, by actor: Actor, as viewer: Viewer
    ) async throws -> HiddenAuthor {
        let subject = try await view(number, for: viewer).subject
        guard subject.pseudonym == .protected, actor.organ == subject.plan.hall else {
            throw DomainError.forbidden("反映人的身份受保护，只有受理的部门可以查看。")
        }
        guard reason.count >= 4, reason.count <= 200 else {
            throw DomainError.invalid("reason", "请写明为什么需要查看，4 到 200 字，会记入日志。")
        }
        let now = cases.now
        return try await database.write { tx in
            guard try !Accused(of: subject, in: tx).keys.contains(subject.plan.hall) else {
                throw DomainError.forbidden("被反映的单位已经并入受理的部门，不能再查看反映人的身份。")
            }
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "service_request.identity_opened",
                    subject: number,
                    sentence: "\(actor.name)查看了受保护的反映人身份：\(reason)"),
                in: tx)
            if let id = subject.applicant.accountID,
                let account = try Accounts.account(id, on: now.day, in: tx)
            {
                let kept = try HiddenAuthor.kept(of: subject.id, in: tx)
                let names = [account.displayName, kept?.name].compactMap(\.self)
                return HiddenAuthor(name: names.joined(separator: "，"), phone: nil)
            }
            guard let author = try HiddenAuthor.kept(of: subject.id, in: tx) else {
                throw DomainError.notFound("这件没有留下身份。")
            }
            return author
        }
    }
}

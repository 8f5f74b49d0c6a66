import Cases
import Codes
import Identity
import Refusals
import Storage
import Wordings
import WorkingTime

/// One person does not flood the house, and is shown what they have already said.
extension RequestOffice {
    /// What several send at once in one name comes one after the other: each takes the next turn of its account, the
    /// tables let two not take the same one, and whoever was second is looked at anew.
    ///
    /// - Throws: what the work throws, and `invalid` or `tooMany` of ``admit(_:_:_:)``.
    func inTurn(
        _ form: RequestForm, _ account: Account?, _ rules: RequestRules,
        _ work: (RequestForm) async throws -> Matter
    ) async throws -> Matter {
        guard let account else { return try await work(form) }
        for _ in 1...4 {
            var form = form
            form.turn = try await admit(form, account, rules)
            do { return try await work(form) } catch StorageError.unique(let columns)
                where columns.contains("service_request.")
            {}
        }
        throw DomainError.tooMany("您正在同时提交好几件，请过一会儿再试。", retryAfterSeconds: 5)
    }

    /// - Returns: the turn.
    private func admit(_ form: RequestForm, _ account: Account, _ rules: RequestRules) async throws -> Int {
        let digest = Wording.digest(form.title + form.content)
        let now = cases.now
        let said = try await database.read { tx in
            try RequestStore.said(
                by: account.id, since: now.adding(seconds: -86_400), digest: digest, in: tx)
        }
        if let same = said.same {
            throw DomainError.invalid("content", "同样的内容您已经提交过，编号 \(same)，正在办理，不用重复提交。")
        }
        guard said.many < rules.limits.daily else {
            throw DomainError.tooMany(
                "一天最多提交 \(rules.limits.daily) 件，请明天再来，或者拨打 12345。", retryAfterSeconds: 3_600)
        }
        return said.turn + 1
    }
}

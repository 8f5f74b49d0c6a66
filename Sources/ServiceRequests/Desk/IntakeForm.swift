import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

extension RequestForm {
    /// Pressed twice it is entered once; the same page with other words is another request. Who gives no name is remembered
    /// under no key.
    func once(by officer: OfficerContext, _ sent: FormData) throws -> Idempotency.Request? {
        guard !once.isEmpty, once.utf8.count <= 36, !isAnonymous else { return nil }
        let said = [
            category, kind, title, content, division, place, against, sent["name"] ?? "", sent["phone"] ?? "",
        ]
        let digest = try Journal.digest(of: said)
        return Idempotency.Request(
            accountID: officer.account.id, key: "\(once) \(digest.prefix(16))",
            operation: "POST \(RequestPath.intake)", digest: digest)
    }

    /// - Throws: `invalid` for a letter without its day, or with one to come.
    func requireReceived(by today: CivilDate) throws {
        guard !received.isEmpty else { return }
        guard let day = CivilDate(iso: received), day <= today, day >= today.adding(days: -365) else {
            throw DomainError.invalid("received", "请填写收到来信的日期，不晚于今天，不早于一年以前。")
        }
    }
}

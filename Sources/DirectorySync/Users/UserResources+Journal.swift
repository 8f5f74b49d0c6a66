import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What the journal says of accounts that a directory keeps.
extension UserResources {
    static func sentence(
        _ user: DirectoryUser, _ document: [String: ScimValue], _ actor: Actor
    ) -> Sentence {
        let name = user.account.displayName
        return switch (user.account.isActive, document["active"] != false) {
        case (true, false): "\(actor.name)停用了\(name)的账号。"
        case (false, true): "\(actor.name)恢复了\(name)的账号。"
        default: "\(actor.name)修改了\(name)的账号。"
        }
    }

    static func record(
        _ action: String, _ sentence: Sentence, _ login: String, _ before: ScimValue?, _ after: ScimValue?,
        _ actor: Actor, _ now: Instant, _ tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "account/\(login)", sentence: sentence,
                beforeDigest: try before.map { try Journal.digest(of: $0) },
                afterDigest: try after.map { try Journal.digest(of: $0) },
                detail: ["source": String(actor.accountID)]), in: tx)
    }
}

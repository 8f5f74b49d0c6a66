import Codes

extension Actor {
    /// Whether something else stands in the place of their name (检举控告人保护).
    var isUnnamed: Bool { Pseudonym(rawValue: name) != nil }
}

extension JournalEntry {
    /// The entry as it is kept: whose name it does not tell, of them it tells neither account nor post nor address. Else a
    /// search by who acted would give away what a protected person wrote.
    var untraced: JournalEntry {
        guard actor.isUnnamed else { return self }
        return JournalEntry(
            at: at, actor: Actor(accountID: 0, name: actor.name, channel: actor.channel, address: ""),
            action: action, subject: subject, outcome: outcome, sentence: sentence, isPublic: isPublic,
            beforeDigest: beforeDigest, afterDigest: afterDigest, detail: detail)
    }
}

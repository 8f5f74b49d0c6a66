import DecisionModel

/// What people and faults have done to a step, as it is stored.
struct StoredHandling: Codable {
    private let completedBy: String?
    private let outcome: String?
    private let holder: String?
    private let owner: String?
    private let repeats: Int?
    private let awaits: [Int]?
    private let isUnseen: Bool?
    private let isBegun: Bool?
    private let isSuspended: Bool?
    private let incident: String?
    private let urgings: Int?
    private let item: Value?
    private let items: [Value]?
    private let opened: Int?
    private let done: Int?
    private let votes: [String: Int]?
    private let removed: Int?
    private let isSigning: Bool?
    private let hasSigners: Bool?
    private let past: ProcessInstance.Past?

    private enum CodingKeys: String, CodingKey {
        case hasSigners = "added", awaits, isBegun = "begun", done, holder, incident, item, items, opened
        case outcome, owner, past, removed, repeats, isSigning = "signing", isSuspended = "suspended"
        case isUnseen = "unseen", urgings = "urged", votes, completedBy = "who"
    }

    init(_ handling: ProcessInstance.Handling) {
        completedBy = handling.completedBy
        outcome = handling.outcome
        holder = handling.holder
        owner = handling.owner
        repeats = handling.repeats
        awaits = handling.awaits.unless([])
        isUnseen = handling.isUnseen.unless(false)
        isBegun = handling.isBegun.unless(false)
        isSuspended = handling.isSuspended.unless(false)
        incident = handling.incident
        urgings = handling.urgings.unless(0)
        item = handling.item
        items = handling.items.unless([])
        opened = handling.opened.unless(0)
        done = handling.done.unless(0)
        votes = handling.votes.unless([:])
        removed = handling.removed.unless(0)
        isSigning = handling.isSigning.unless(false)
        hasSigners = handling.hasSigners.unless(false)
        past = handling.past
    }

    // Written by hand, as of a step: most members are not there.
    func encode(to encoder: any Encoder) throws {
        var stored = encoder.container(keyedBy: CodingKeys.self)
        if let hasSigners { try stored.encode(hasSigners, forKey: .hasSigners) }
        if let awaits { try stored.encode(awaits, forKey: .awaits) }
        if let isBegun { try stored.encode(isBegun, forKey: .isBegun) }
        if let done { try stored.encode(done, forKey: .done) }
        if let holder { try stored.encode(holder, forKey: .holder) }
        if let incident { try stored.encode(incident, forKey: .incident) }
        if let item { try stored.encode(item, forKey: .item) }
        if let items { try stored.encode(items, forKey: .items) }
        if let opened { try stored.encode(opened, forKey: .opened) }
        if let outcome { try stored.encode(outcome, forKey: .outcome) }
        if let owner { try stored.encode(owner, forKey: .owner) }
        if let past { try stored.encode(past, forKey: .past) }
        if let removed { try stored.encode(removed, forKey: .removed) }
        if let repeats { try stored.encode(repeats, forKey: .repeats) }
        if let isSigning { try stored.encode(isSigning, forKey: .isSigning) }
        if let isSuspended { try stored.encode(isSuspended, forKey: .isSuspended) }
        if let isUnseen { try stored.encode(isUnseen, forKey: .isUnseen) }
        if let urgings { try stored.encode(urgings, forKey: .urgings) }
        if let votes { try stored.encode(votes, forKey: .votes) }
        if let completedBy { try stored.encode(completedBy, forKey: .completedBy) }
    }

    var handling: ProcessInstance.Handling {
        ProcessInstance.Handling(
            completedBy: completedBy, outcome: outcome, holder: holder, owner: owner, repeats: repeats,
            awaits: awaits ?? [], isUnseen: isUnseen ?? false, isBegun: isBegun ?? false,
            isSuspended: isSuspended ?? false, incident: incident, urgings: urgings ?? 0, item: item,
            items: items ?? [], opened: opened ?? 0,
            done: done ?? 0, votes: votes ?? [:], removed: removed ?? 0, isSigning: isSigning ?? false,
            hasSigners: hasSigners ?? false, past: past)
    }
}

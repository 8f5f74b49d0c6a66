import DecisionModel

/// The stored form: short names, and nothing that is as it always is, because every open case has one.
extension ProcessInstance: Codable {
    private enum Key: String, CodingKey {
        case definition = "of", version, step, steps, data, results, joins, firings, entered
        case firedTimers = "fired", live, resting, isEnded = "ended", endedAt, isSuspended = "suspended"
        case isWithoutLineage = "bare", isMigrated = "moved"
        /// The first form of 2026 had these instead.
        case firstForm = "activities"
    }

    /// Reads the stored form, or the first form, which knew nothing of scopes and causes.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: Key.self)
        guard !stored.contains(.firstForm) else {
            self.init(try FirstForm(from: decoder))
            return
        }
        self.init(
            definitionID: try stored.decode(String.self, forKey: .definition),
            version: try stored.decode(String.self, forKey: .version))
        let steps = try stored.decode([StoredActivity].self, forKey: .steps)
        activities = steps.enumerated().map { $1.activity(id: $0 + 1) }
        step = try stored.decode(Int.self, forKey: .step)
        data = try stored.decodeIfPresent(Variables.self, forKey: .data) ?? [:]
        results = try stored.decodeIfPresent([String: String].self, forKey: .results) ?? [:]
        entered = try stored.decodeIfPresent([String].self, forKey: .entered) ?? []
        firedTimers = try stored.decodeIfPresent([String].self, forKey: .firedTimers) ?? []
        firings = try stored.decodeIfPresent([StoredFiring].self, forKey: .firings)?.map(\.firing) ?? []
        for waiting in try stored.decodeIfPresent([StoredJoin].self, forKey: .joins) ?? [] {
            for token in waiting.tokens.list { joins[waiting.key, default: Join()].add(token) }
        }
        live = try stored.decodeIfPresent(Int.self, forKey: .live) ?? 0
        resting = try stored.decodeIfPresent(Int.self, forKey: .resting) ?? 0
        isEnded = try stored.decodeIfPresent(Bool.self, forKey: .isEnded) ?? false
        endedAt = try stored.decodeIfPresent(String.self, forKey: .endedAt)
        isSuspended = try stored.decodeIfPresent(Bool.self, forKey: .isSuspended) ?? false
        isWithoutLineage = try stored.decodeIfPresent(Bool.self, forKey: .isWithoutLineage) ?? false
        isMigrated = try stored.decodeIfPresent(Bool.self, forKey: .isMigrated) ?? false
    }

    /// Writes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var stored = encoder.container(keyedBy: Key.self)
        if isWithoutLineage { try stored.encode(true, forKey: .isWithoutLineage) }
        if !data.isEmpty { try stored.encode(data, forKey: .data) }
        if isEnded { try stored.encode(true, forKey: .isEnded) }
        try stored.encodeIfPresent(endedAt, forKey: .endedAt)
        if !entered.isEmpty { try stored.encode(entered, forKey: .entered) }
        if !firedTimers.isEmpty { try stored.encode(firedTimers, forKey: .firedTimers) }
        if !firings.isEmpty { try stored.encode(firings.map(StoredFiring.init), forKey: .firings) }
        let waiting = joins.sorted { $0.key < $1.key }.map(StoredJoin.init)
        if !waiting.isEmpty { try stored.encode(waiting, forKey: .joins) }
        if live != 0 { try stored.encode(live, forKey: .live) }
        if isMigrated { try stored.encode(true, forKey: .isMigrated) }
        try stored.encode(definitionID, forKey: .definition)
        if resting != 0 { try stored.encode(resting, forKey: .resting) }
        if !results.isEmpty { try stored.encode(results, forKey: .results) }
        try stored.encode(step, forKey: .step)
        try stored.encode(activities.map(StoredActivity.init), forKey: .steps)
        if isSuspended { try stored.encode(true, forKey: .isSuspended) }
        try stored.encode(version, forKey: .version)
    }
}

/// Tokens as `flow, cause, flow, cause …` would lose their types in JSON: two lists side by side.
struct StoredTokens: Codable {
    let flows: [String]
    let causes: [Int]

    private enum CodingKeys: String, CodingKey { case flows = "f", causes = "c" }

    init(_ tokens: [ProcessInstance.Token]) {
        flows = tokens.map(\.flow)
        causes = tokens.map(\.cause)
    }

    var list: [ProcessInstance.Token] { zip(flows, causes).map { .init(flow: $0, cause: $1) } }
}

/// The tokens that wait at one join.
struct StoredJoin: Codable {
    let key: ProcessInstance.JoinKey
    let tokens: StoredTokens

    private enum CodingKeys: String, CodingKey { case gateway = "of", scope = "in", tokens = "t" }

    init(_ join: (key: ProcessInstance.JoinKey, value: ProcessInstance.Join)) {
        key = join.key
        let all = join.value.arrived.sorted { $0.key < $1.key }.flatMap { flow, causes in
            causes.map { ProcessInstance.Token(flow: flow, cause: $0) }
        }
        tokens = StoredTokens(all)
    }

    init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        key = .init(
            scope: try stored.decodeIfPresent(Int.self, forKey: .scope) ?? 0,
            gateway: try stored.decode(String.self, forKey: .gateway))
        tokens = try stored.decode(StoredTokens.self, forKey: .tokens)
    }

    func encode(to encoder: any Encoder) throws {
        var stored = encoder.container(keyedBy: CodingKeys.self)
        try stored.encode(key.gateway, forKey: .gateway)
        if key.scope != 0 { try stored.encode(key.scope, forKey: .scope) }
        try stored.encode(tokens, forKey: .tokens)
    }
}

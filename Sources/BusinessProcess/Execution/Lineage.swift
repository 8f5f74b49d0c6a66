// What follows from what.
//
// Every token says what brought it forth (its cause), so that a step can be undone with exactly what follows
// from it and nothing else. A cause is a number, read together with the scope the token is in:
//   the scope itself   the start of the process (0) or subprocess the token is in
//   positive           the end of the step with this id
//   negative           a firing: -1 is the first one in `firings`
// Together they are what the theory of Petri nets calls a causal net; what is left when an event and all that
// depends on it are taken away is again a state the process could have been in. See docs/modules/business-process.md.

extension ProcessInstance {
    /// A join or a boundary event that has happened.
    struct Firing: Sendable, Hashable {
        /// The gateway or the boundary event.
        var element: String
        /// Where it happened.
        let scope: Int
        /// What a join took.
        var consumed: [Token] = []
        /// The step a boundary event is attached to.
        var host: Int?
        /// The arrows it sent tokens along.
        var went: [String] = []
        /// Whether it was undone.
        var isUndone = false
        /// Whether it cannot be undone, though the version that is in force now would not say so.
        var isSealed = false
    }

    /// A token that waited at a join.
    struct Token: Sendable, Hashable {
        /// The arrow it came in on.
        let flow: String
        /// What brought it forth.
        let cause: Int
    }

    /// A gateway in one scope.
    struct JoinKey: Sendable, Hashable, Comparable {
        let scope: Int
        let gateway: String

        static func < (one: JoinKey, other: JoinKey) -> Bool {
            (one.scope, one.gateway) < (other.scope, other.gateway)
        }
    }

    /// What waits at a gateway.
    struct Join: Sendable, Hashable {
        /// The causes of the tokens by the arrow they came in on.
        var arrived: [String: [Int]] = [:]

        /// One token for each arrow, in the order of the arrows' names.
        var firstOfEach: [Token] {
            arrived.sorted { $0.key < $1.key }.compactMap { flow, causes in
                causes.first.map { Token(flow: flow, cause: $0) }
            }
        }

        var count: Int { arrived.values.reduce(0) { $0 + $1.count } }

        mutating func add(_ token: Token) { arrived[token.flow, default: []].append(token.cause) }

        /// Takes one token away from each of these arrows.
        mutating func take(_ tokens: [Token]) {
            for token in tokens {
                arrived[token.flow]?.removeFirst()
                if arrived[token.flow]?.isEmpty == true { arrived[token.flow] = nil }
            }
        }
    }
}

public import DecisionModel

extension ProcessInstance {
    /// One passage through a task, a waiting event or a subprocess.
    public struct Activity: Sendable, Hashable {
        /// The id, unique in the instance.
        public let id: Int
        /// The id of the task's element.
        public internal(set) var element: String
        /// Whether it is open.
        public internal(set) var state: State
        /// The change that opened it.
        public internal(set) var startedStep: Int
        /// The change that closed it.
        public internal(set) var endedStep: Int?
        /// The timers without interruption that have fired on it, one entry each time.
        public internal(set) var firedTimers: [String] = []
        /// The step it stands in: a subprocess or a group; 0 for the process itself.
        public internal(set) var scope = 0
        /// What it follows from; see `Lineage`.
        var cause = 0
        /// The arrows its end sent tokens along.
        var went: [String] = []
        /// The arrows its start sent tokens along, inside.
        var entered: [String] = []
        /// Whether it stands alone, holds a group, or belongs to one.
        public internal(set) var part = Part.single
        /// The tokens inside.
        var live = 0
        /// Whether it is a subprocess and holds what happens inside.
        var isSubprocess = false
        /// Whether something cut off what was inside, so that nobody can go back into it.
        var isCut = false
        /// What people and faults have done to it, kept apart because most steps have none of it.
        var handling: Handling? {
            get { boxed?.value }
            set { boxed = newValue.map { Boxed($0) } }
        }
        private var boxed: Boxed<Handling>?

        /// Where a step stands.
        public enum State: String, Sendable, Codable {
            /// Someone has to act.
            case active
            /// Its turn has not come: others in its group sign first.
            case parked
            /// Done.
            case completed
            /// Taken away: an event interrupted it, it was returned, or the instance was terminated.
            case cancelled
            /// Done once, and undone by a return, a withdrawal or a rejection.
            case undone
        }

        /// The part a step has where several do the same.
        public enum Part: Sendable, Hashable {
            /// It stands alone.
            case single
            /// It holds this many instances of one element; more may have been added by people.
            case group(total: Int)
            /// It is one of them, counted from 1.
            case member(Int)
        }

        init(id: Int, element: String, state: State, startedStep: Int) {
            self.id = id
            self.element = element
            self.state = state
            self.startedStep = startedStep
        }
    }
}

extension ProcessInstance.Activity {
    /// Whether it is open, whether its turn has come or not.
    public var isOpen: Bool { state == .active || state == .parked }
    /// Who completed it, in the caller's words.
    public var completedBy: String? { handling?.completedBy }
    /// The outcome it was completed with.
    public var outcome: String? { handling?.outcome }
    /// Who has it; `nil` where everybody with its role may take it.
    public var holder: String? { handling?.holder }
    /// Who delegated it and gets it back.
    public var owner: String? { handling?.owner }
    /// The earlier passage it repeats: whoever did that one gets it again.
    public var repeats: Int? { handling?.repeats }
    /// Whether its holder has begun.
    public var isBegun: Bool { handling?.isBegun ?? false }
    /// Whether it stands still by itself.
    public var isSuspended: Bool { handling?.isSuspended ?? false }
    /// Why the system could not do it; `nil` where nothing went wrong.
    public var incident: String? { handling?.incident }
    /// How often it was urged.
    public var urgings: Int { handling?.urgings ?? 0 }
    /// The item of the list it was made for.
    public var item: Value? { handling?.item }

    /// Whether it holds a group.
    public var isGroup: Bool { if case .group = part { true } else { false } }
    /// Whether people made the group, not the drawing.
    var isSigning: Bool { handling?.isSigning ?? false }
    /// Whether it holds steps: it ends when they have.
    var isContainer: Bool { isGroup || isSubprocess }
}

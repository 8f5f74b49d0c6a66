/// A process as its finished cases let it be known: who came when, which step had to wait for which, how long each took, and
/// how many people there are.
public struct SimulationModel: Sendable {
    /// Longer cases are left out: a process that goes round for ever would never be over.
    public static let mostSteps = 64
    /// Cases that are looked at, the earliest first.
    public static let mostCases = 20_000
    /// With fewer nothing can be said.
    public static let fewestCases = 5

    /// A kind of step at one post.
    public struct Step: Sendable, Hashable {
        /// The element of the drawing.
        public let element: String
        /// What people read.
        public let name: String
        /// Whose it is, by place among the posts; nil for the applicant, who waits for nobody.
        public let post: Int?
        /// How long it took: seconds of work at a post, of natural time otherwise.
        public internal(set) var samples: [Int]
    }

    /// A post with the number of people who work at it.
    public struct Staffing: Sendable, Hashable {
        /// The post.
        public let post: WorkPost
        /// How many people.
        public internal(set) var people: Int
    }

    /// One step of one case.
    struct Occurrence: Sendable, Hashable {
        /// By place among the steps.
        let step: Int
        /// A bit for each step of the case that must be done before.
        var before: UInt64
        /// What passes after the last of these before it comes up: a limit that is waited for, a day on which nothing moves.
        let gap: Int
    }

    /// A case, in seconds since the first midnight.
    struct Matter: Sendable, Hashable {
        let filedAt: Int
        /// How long it really took.
        let seconds: Int
        var occurrences: [Occurrence]
        /// From the last step to the end.
        let tail: Int
    }

    /// When offices work.
    public let time: OfficeTime
    /// The kinds of steps.
    public internal(set) var steps: [Step]
    /// The posts.
    public internal(set) var posts: [Staffing]
    /// The cases, the earliest first.
    var matters: [Matter]
    /// Cases with more steps than are looked at.
    public let leftOut: Int
    /// Steps at posts of which it is known when somebody took them.
    public internal(set) var takenSteps = 0
    /// Steps at posts of which the work is only bounded by the steps of the same person before.
    public internal(set) var boundedSteps = 0

    /// How many cases there are.
    public var caseCount: Int { matters.count }

    /// The elements with what people read, each once.
    public var elements: [(element: String, name: String)] {
        var seen: Set<String> = []
        return steps.filter { seen.insert($0.element).inserted }.map { ($0.element, $0.name) }
    }
}

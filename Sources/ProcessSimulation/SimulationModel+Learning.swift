import Refusals
import WorkingTime

extension SimulationModel {
    /// Days behind the last filing within which everything has to be over.
    static let horizonDays = 1_100

    /// What the cases let be known.
    ///
    /// - Throws: `invalid` for the field `service` when there are too few.
    public init(
        learningFrom cases: [RecordedCase], calendar: WorkingCalendar, hours: OfficeHours
    ) throws {
        let fitting = cases.filter { $0.steps.count <= Self.mostSteps }.sorted { $0.filedAt < $1.filedAt }
        guard let first = fitting.first, let last = fitting.last else {
            throw DomainError.invalid("service", "这个范围内没有办结的办件，没有什么可以模拟。")
        }
        guard fitting.count >= Self.fewestCases else {
            throw DomainError.invalid(
                "service", "只有 \(fitting.count) 件办结的办件，至少要有 \(Self.fewestCases) 件才能模拟。")
        }
        let days = last.filedAt.day.days(since: first.filedAt.day) + Self.horizonDays
        time = OfficeTime(
            origin: first.filedAt.day, days: days, hours: hours, isWorked: calendar.isWorkingDay)
        var learner = Learner(time: time)
        learner.learnWork(of: fitting)
        matters = fitting.map { learner.matter($0) }
        (steps, posts) = (learner.steps, learner.staffing)
        leftOut = cases.count - fitting.count
        (takenSteps, boundedSteps) = (learner.taken, learner.bounded)
    }
}

/// Gathers steps, posts and times while it looks at the cases.
struct Learner {
    private static let mostSamples = 2_000

    private struct Key: Hashable {
        let element: String
        let post: WorkPost?
    }

    let time: OfficeTime
    private(set) var steps: [SimulationModel.Step] = []
    private var places: [Key: Int] = [:]
    private var posts: [WorkPost] = []
    private var people: [WorkPost: Set<Int64>] = [:]
    private var seen: [Int] = []
    /// Steps at posts of which it is known when they were taken, and those of which it is only bounded.
    private(set) var taken = 0
    private(set) var bounded = 0

    init(time: OfficeTime) { self.time = time }

    /// As many as did something at the post, at least one.
    var staffing: [SimulationModel.Staffing] {
        posts.map { .init(post: $0, people: max(1, people[$0]?.count ?? 0)) }
    }

    /// Whoever took a step worked on it from then on. Of the others it is not recorded: whoever does one after the other began
    /// a step when it came up, or, when the one before was done later, then, and that bounds the time of work. What was taken
    /// while another was still being done waited on the desk until that was done: nobody works on two at once.
    mutating func learnWork(of cases: [RecordedCase]) {
        var freeAt: [Int64: Instant] = [:]
        let all = cases.flatMap(\.steps).sorted { ($0.doneAt, $0.offeredAt) < ($1.doneAt, $1.offeredAt) }
        for step in all {
            guard let post = step.post else {
                add(step.doneAt - step.offeredAt, to: place(of: step))
                continue
            }
            var start = step.takenAt ?? step.offeredAt
            if step.takenAt == nil { bounded += 1 } else { taken += 1 }
            if let person = step.person {
                start = max(start, freeAt[person] ?? start)
                freeAt[person] = step.doneAt
                people[post, default: []].insert(person)
            }
            let work =
                time.work(until: time.seconds(at: step.doneAt)) - time.work(until: time.seconds(at: start))
            add(max(0, work), to: place(of: step))
        }
    }

    /// Keeps so many of the times that every one had the same chance to be kept.
    private mutating func add(_ sample: Int, to place: Int) {
        seen[place] += 1
        guard steps[place].samples.count >= Self.mostSamples else {
            return steps[place].samples.append(sample)
        }
        let chosen = Draw(seed: UInt64(place)).index(seen[place], 0, below: seen[place])
        if chosen < Self.mostSamples { steps[place].samples[chosen] = sample }
    }

    private mutating func place(of step: RecordedStep) -> Int {
        let key = Key(element: step.element, post: step.post)
        if let known = places[key] { return known }
        let post = step.post.map { post in
            posts.firstIndex(of: post)
                ?? {
                    posts.append(post); return posts.count - 1
                }()
        }
        places[key] = steps.count
        steps.append(.init(element: step.element, name: step.name, post: post, samples: []))
        seen.append(0)
        return steps.count - 1
    }

    /// A step had to wait for those that were done before it came up.
    mutating func matter(_ recorded: RecordedCase) -> SimulationModel.Matter {
        let (steps, filedAt) = (recorded.steps, recorded.filedAt)
        var occurrences: [SimulationModel.Occurrence] = []
        for (place, step) in steps.enumerated() {
            // Sorted by when they were done: of two at the same instant the later waits for the earlier, never both.
            let before = steps[..<place].indices.filter { steps[$0].doneAt <= step.offeredAt }
            let ready = before.map { steps[$0].doneAt }.max() ?? filedAt
            occurrences.append(
                .init(
                    step: self.place(of: step), before: before.reduce(0) { $0 | 1 << UInt64($1) },
                    gap: max(0, step.offeredAt - ready)))
        }
        let end = steps.last?.doneAt ?? filedAt
        return SimulationModel.Matter(
            filedAt: time.seconds(at: filedAt), seconds: recorded.closedAt - filedAt,
            occurrences: occurrences, tail: max(0, recorded.closedAt - end))
    }
}

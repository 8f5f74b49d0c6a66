import WorkingTime

@testable import ProcessSimulation

/// Cases whose course is known beforehand.
enum Samples {
    static let monday = Instant(day: CivilDate(iso: "2026-03-02") ?? .first)
    static let officers = WorkPost(organ: "scjg", role: "officer")
    static let heads = WorkPost(organ: "scjg", role: "head")

    static func at(_ seconds: Int) -> Instant { monday.adding(seconds: seconds) }

    /// A step in seconds since Monday.
    static func step(
        _ element: String, _ from: Int, _ until: Int, _ post: WorkPost? = officers, person: Int64? = 7,
        taken: Int? = nil
    ) -> RecordedStep {
        RecordedStep(
            element: element, name: "步骤\(element)", post: post, person: person, offeredAt: at(from),
            doneAt: at(until), takenAt: taken.map(at))
    }

    static func matter(_ filed: Int, _ steps: [RecordedStep], closed: Int) -> RecordedCase {
        RecordedCase(filedAt: at(filed), closedAt: at(closed), steps: steps)
    }

    /// One after the other: a, then b by the heads, ten minutes each, a case every hour.
    static func inSeries(_ count: Int = 10) -> [RecordedCase] {
        (0..<count).map { turn in
            let start = turn * 3_600
            return matter(
                start,
                [step("a", start, start + 600), step("b", start + 600, start + 1_200, heads, person: 8)],
                closed: start + 1_200)
        }
    }

    static func learned(_ cases: [RecordedCase], hours: OfficeHours = .always) throws -> SimulationModel {
        // Days of rest would disturb what is known exactly.
        try SimulationModel(learningFrom: cases, calendar: .weekendsOnly, hours: hours)
    }

    /// A queue: one kind of step, so many people, these arrivals.
    static func queue(arrivals: [Int], service: [Int], people: Int = 1) -> SimulationModel {
        SimulationModel(
            time: OfficeTime(origin: monday.day, days: 4_000, hours: .always) { _ in true },
            steps: [.init(element: "a", name: "办理", post: 0, samples: service)],
            posts: [.init(post: officers, people: people)],
            matters: arrivals.map {
                .init(filedAt: $0, seconds: 0, occurrences: [.init(step: 0, before: 0, gap: 0)], tail: 0)
            }, leftOut: 0)
    }
}

import WorkingTime

/// One of the stories the crowd is copied from: on a day of the past, or under way today.
struct CrowdStory: Sendable {
    let story: DemoStory
    let today: CivilDate
    let isOpen: Bool

    /// Services, and who asks for them in the sample district.
    private static let subjects: [(service: String, applicant: String)] = [
        ("old-age-allowance", "liangxiuying"), ("sole-trader-registration", "fenglihua"),
        ("residence-permit-endorsement", "luojiaming"), ("food-business-licence", "fenglihua"),
        ("drainage-permit", "zhengguodong"), ("startup-grant", "liuyuxin"),
        ("labour-dispatch-licence", "zhengguodong"), ("temporary-road-occupation", "zhouting"),
        ("food-business-licence", "zhouting"), ("minimum-living-allowance", "liangxiuying"),
        ("residence-permit", "luojiaming"), ("kbcyd", "chenjing"),
    ]

    /// How finished cases end: of twenty, one is denied, one is not accepted.
    private static let ends: [DemoStory.Course] = [
        .finished(grade: 5), .finished(grade: nil), .finished(grade: 4), .denied, .finished(grade: nil),
        .finished(grade: 5), .refused, .finished(grade: 3), .finished(grade: nil), .finished(grade: 5),
    ]

    /// Stories since the beginning of the year for a crowd of this size; a small crowd has fewer to copy from.
    static func stories(until today: CivilDate, count: Int) -> [CrowdStory] {
        let first = CivilDate(iso: "2026-01-05") ?? .first
        let days = min(120, max(6, count / 2_000))
        let span = max(40, today.days(since: first))
        let past = (0..<days).flatMap { turn -> [CrowdStory] in
            let daysAgo = 30 + (span - 30) * turn / days
            return (0..<5).map { subject in
                CrowdStory(
                    story: story(turn * 5 + subject, daysAgo, ends[(turn + subject * 3) % ends.count]),
                    today: today, isOpen: false)
            }
        }
        let open = (1...18).flatMap { daysAgo in
            (0..<6).map { turn in
                CrowdStory(
                    story: story(daysAgo * 5 + turn, daysAgo, .steps((daysAgo + turn) % 4)), today: today,
                    isOpen: true)
            }
        }
        return past + open
    }

    private static func story(_ turn: Int, _ daysAgo: Int, _ course: DemoStory.Course) -> DemoStory {
        let subject = subjects[turn % subjects.count]
        return DemoStory(
            service: subject.service, applicant: subject.applicant, daysAgo: daysAgo, course: course)
    }
}

/// How many cases each story is copied for, in the order of time.
enum CrowdPlan {
    struct Part {
        let isOpen: Bool
        let place: Int
        let cases: Int
    }

    /// - Parameter count: cases in all.
    static func parts(count: Int, open: Int, done: Int, openPercent: Int) -> [Part] {
        let opened = open == 0 ? 0 : count * openPercent / 100
        return share(count - opened, among: done, isOpen: false) + share(opened, among: open, isOpen: true)
    }

    private static func share(_ count: Int, among places: Int, isOpen: Bool) -> [Part] {
        (0..<places).map { place in
            Part(
                isOpen: isOpen, place: place,
                cases: count * (place + 1) / places - count * place / places)
        }
    }
}

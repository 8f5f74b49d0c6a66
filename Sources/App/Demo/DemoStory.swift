/// One case of the sample district's past: who asked for what, when, and how far it has come.
struct DemoStory: Sendable {
    /// How far the case has come.
    enum Course: Sendable {
        /// So many steps have been done, always with the favourable outcome.
        case steps(Int)
        /// Everything is done; rated with a grade, or not.
        case finished(grade: Int?)
        /// Decided against the applicant.
        case denied
        /// Not accepted.
        case refused
    }

    let service: String
    let applicant: String
    /// Calendar days before today.
    let daysAgo: Int
    let course: Course
    /// Whether what may come later, or be promised, is promised (容缺受理、告知承诺).
    var promises = false
    /// Hours from one step to the next.
    var hours = 5
    /// Days that the decision lies besides.
    var idleDays = 0

    /// A quiet fortnight in 端州区: enough that no desk is empty, little enough to read.
    static let all: [DemoStory] = late + licensed + fortnight

    /// What took longer than the organ promises, and no longer than the law allows: the first cards are about these.
    private static let late: [DemoStory] = [
        DemoStory(
            service: "drainage-permit", applicant: "zhengguodong", daysAgo: 82, course: .finished(grade: nil),
            idleDays: 24),
        DemoStory(
            service: "labour-dispatch-licence", applicant: "zhengguodong", daysAgo: 70,
            course: .finished(grade: nil), idleDays: 24),
        DemoStory(
            service: "labour-dispatch-licence", applicant: "zhengguodong", daysAgo: 11, course: .steps(1)),
    ]

    /// One kind of licence over some weeks, now quick and now slow: what the analysis of a process looks at.
    private static let licensed: [DemoStory] = [
        DemoStory(
            service: "food-business-licence", applicant: "zhouting", daysAgo: 47,
            course: .finished(grade: nil)),
        DemoStory(
            service: "food-business-licence", applicant: "fenglihua", daysAgo: 40, course: .denied, hours: 12),
        DemoStory(
            service: "food-business-licence", applicant: "zhouting", daysAgo: 34, course: .finished(grade: 4),
            hours: 27),
        DemoStory(
            service: "food-business-licence", applicant: "fenglihua", daysAgo: 33,
            course: .finished(grade: nil),
            hours: 3),
        DemoStory(service: "food-business-licence", applicant: "zhouting", daysAgo: 26, course: .refused),
    ]

    private static let fortnight: [DemoStory] = [
        DemoStory(
            service: "old-age-allowance", applicant: "liangxiuying", daysAgo: 16, course: .finished(grade: 5)),
        DemoStory(
            service: "sole-trader-registration", applicant: "fenglihua", daysAgo: 15,
            course: .finished(grade: 5)),
        DemoStory(
            service: "residence-permit-endorsement", applicant: "luojiaming", daysAgo: 14,
            course: .finished(grade: 4)),
        DemoStory(
            service: "food-business-licence", applicant: "fenglihua", daysAgo: 12,
            course: .finished(grade: nil)),
        DemoStory(
            service: "drainage-permit", applicant: "zhengguodong", daysAgo: 11, course: .finished(grade: 4)),
        DemoStory(service: "startup-grant", applicant: "liuyuxin", daysAgo: 10, course: .steps(2)),
        DemoStory(
            service: "labour-dispatch-licence", applicant: "zhengguodong", daysAgo: 5, course: .steps(1)),
        DemoStory(service: "temporary-road-occupation", applicant: "zhouting", daysAgo: 4, course: .steps(2)),
        DemoStory(service: "food-business-licence", applicant: "zhouting", daysAgo: 4, course: .steps(2)),
        DemoStory(
            service: "minimum-living-allowance", applicant: "liangxiuying", daysAgo: 3, course: .steps(1)),
        DemoStory(
            service: "food-business-licence", applicant: "fenglihua", daysAgo: 2, course: .steps(1),
            promises: true),
        DemoStory(
            service: "public-hygiene-permit", applicant: "zhengguodong", daysAgo: 8, course: .steps(3),
            promises: true),
        DemoStory(service: "residence-permit", applicant: "luojiaming", daysAgo: 1, course: .steps(0)),
    ]
}

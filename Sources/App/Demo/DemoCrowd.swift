import Cases
import Journal
import Storage
import WorkingTime

/// Fills the district with as many cases as a city has in a year: some thousand are really lived through, under
/// the rules and on the days they tell of, and the others are copies of these with numbers, people, papers and
/// journal entries of their own.
struct DemoCrowd: Sendable {
    /// Copies written in one transaction.
    private static let batchSize = 100
    /// Transactions under way at once.
    private static let laneCount = 4
    /// Of a hundred cases, so many are still under way.
    private static let openPercent = 4

    let installation: Installation
    /// Hears how many cases are there.
    let progress: @Sendable (Int) -> Void

    /// Adds so many cases.
    func gather(_ count: Int) async throws {
        let stories = CrowdStory.stories(until: installation.cases.now.day, count: count)
        let templates = try await liveThrough(stories)
        let people = CrowdPeople(start: Int.random(in: 0..<1_000_000))
        // In the order of filing, so that ids grow with time as they do in life; after those that an earlier crowd took.
        let clock = DemoClock()
        let past = IDSource.pastNode
        let last = try await installation.database.read { try Journal.lastID(ofNode: past, in: $0) }
        let ids = IDSource(node: past, after: last, clock: { clock.now.milliseconds })
        let open = templates.filter(\.isOpen), done = templates.filter { !$0.isOpen }
        let lived = templates.reduce(0) { $0 + $1.template.caseCount }
        let parts = CrowdPlan.parts(
            count: max(0, count - lived), open: open.count, done: done.count, openPercent: Self.openPercent)
        var orders = parts.map { part in
            let template = (part.isOpen ? open : done)[part.place].template
            return Order(template: template, copies: part.cases / template.caseCount)
        }
        // What did not divide evenly.
        if let single = done.last(where: { $0.template.caseCount == 1 })?.template {
            let cases = orders.reduce(lived) { $0 + $1.copies * $1.template.caseCount }
            orders.append(Order(template: single, copies: max(0, count - cases)))
        }
        progress(lived)
        try await carryOut(orders.flatMap { $0.portions(of: Self.batchSize) }, since: lived) { order in
            clock.set(order.template.filedAt)
            return try await make(order, people, ids)
        }
    }

    /// Copies are made one portion after another, so that ids grow with time, while the portions before are written.
    private func carryOut(
        _ orders: [Order], since lived: Int, make: (Order) async throws -> [MatterCopy]
    ) async throws {
        try await withThrowingTaskGroup(of: Int.self) { group in
            var made = lived
            for (place, order) in orders.enumerated() {
                let copies = try await make(order)
                if place >= Self.laneCount, let cases = try await group.next() {
                    made += cases
                    progress(made)
                }
                group.addTask {
                    try await installation.database.write { try MatterCopy.insert(copies, in: $0) }
                    return copies.count * order.template.caseCount
                }
            }
            for try await cases in group { made += cases }
            progress(made)
        }
    }

    /// Lives the stories, eight at a time: they wait for each other's commits otherwise.
    private func liveThrough(_ stories: [CrowdStory]) async throws -> [Lived] {
        let samples = SamplePapers()
        return try await withThrowingTaskGroup(of: [Lived].self) { group in
            for lane in 0..<8 {
                group.addTask {
                    let past = installation.past(with: DemoClock(), papers: samples)
                    var lived: [Lived] = []
                    for story in stories.enumerated().filter({ $0.offset % 8 == lane }).map(\.element) {
                        guard let number = try await past.live(story.story, until: story.today) else {
                            continue
                        }
                        let template = try await installation.database.read {
                            try MatterTemplate(number, in: $0)
                        }
                        lived.append(Lived(template: template, isOpen: story.isOpen))
                    }
                    return lived
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }.sorted {
                $0.template.filedAt < $1.template.filedAt
            }
        }
    }

    private struct Lived: Sendable {
        let template: MatterTemplate
        let isOpen: Bool
    }

    /// So many copies of one matter.
    private struct Order {
        let template: MatterTemplate
        let copies: Int

        func portions(of size: Int) -> [Order] {
            stride(from: 0, to: copies, by: size).map {
                Order(template: template, copies: min(size, copies - $0))
            }
        }
    }

    private func make(_ order: Order, _ people: CrowdPeople, _ ids: IDSource) async throws -> [MatterCopy] {
        let template = order.template
        let numbers = try await installation.cases.numbers(
            order.copies * template.caseCount, on: template.day)
        return try (0..<order.copies).map { place in
            let first = place * template.caseCount
            return try MatterCopy(
                of: template, numbers: Array(numbers[first..<first + template.caseCount]),
                applicant: people.next(isPerson: template.isPersonal), ids: ids)
        }
    }
}

import Cases
import Files
import Foundation
import Government
import Identity
import ServiceHall
import Services
import Storage
import WorkingTime

/// Fills the district with as many cases as a city has in a year: some thousand are really lived through, under
/// the rules and on the days they tell of, and the others are copies of these with numbers, people, papers and
/// journal entries of their own.
struct DemoCrowd: Sendable {
    /// Copies written in one transaction.
    private static let batchSize = 100
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
        // In the order of filing, so that ids grow with time as they do in life.
        let clock = DemoClock()
        let ids = IDSource(node: IDSource.pastNode, clock: { clock.now.milliseconds })
        let open = templates.filter(\.isOpen), done = templates.filter { !$0.isOpen }
        var made = templates.reduce(0) { $0 + $1.template.caseCount }
        progress(made)
        for part in CrowdPlan.parts(
            count: max(0, count - made), open: open.count, done: done.count, openPercent: Self.openPercent)
        {
            let source = (part.isOpen ? open : done)[part.place].template
            clock.set(source.filedAt)
            made += try await write(
                part.cases / source.caseCount, of: source, people: people, ids: ids
            ) { progress(made + $0) }
        }
        // What did not divide evenly.
        guard let single = done.last(where: { $0.template.caseCount == 1 })?.template else { return }
        clock.set(single.filedAt)
        made += try await write(count - made, of: single, people: people, ids: ids) { progress(made + $0) }
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

    struct Lived: Sendable {
        let template: MatterTemplate
        let isOpen: Bool
    }

    /// The next copies are made while the last ones are written.
    private func write(
        _ count: Int, of template: MatterTemplate, people: CrowdPeople, ids: IDSource,
        progress: (Int) -> Void
    ) async throws -> Int {
        var (written, cases) = (0, 0)
        var copies = try await make(min(Self.batchSize, count), of: template, people, ids)
        while !copies.isEmpty {
            let batch = copies
            async let stored: Void = installation.database.write { try MatterCopy.insert(batch, in: $0) }
            written += batch.count
            cases += batch.count * template.caseCount
            copies = try await make(min(Self.batchSize, count - written), of: template, people, ids)
            try await stored
            progress(cases)
        }
        return cases
    }

    private func make(
        _ count: Int, of template: MatterTemplate, _ people: CrowdPeople, _ ids: IDSource
    ) async throws -> [MatterCopy] {
        guard count > 0 else { return [] }
        var copies: [MatterCopy] = []
        for _ in 0..<count {
            let numbers = try await installation.cases.numbers(template.caseCount, on: template.day)
            copies.append(
                try MatterCopy(
                    of: template, numbers: numbers, applicant: people.next(isPerson: template.isPersonal),
                    ids: ids))
        }
        return copies
    }
}

extension Installation {
    /// Adds synthetic cases to the sample district, with realistic ages, organs and states.
    ///
    /// - Parameter progress: hears how many cases have been added.
    public func loadCrowd(_ count: Int, progress: @escaping @Sendable (Int) -> Void) async throws {
        try await DemoCrowd(installation: self, progress: progress).gather(count)
    }

    /// The sample past under a clock of its own.
    func past(with clock: DemoClock, papers: SamplePapers = SamplePapers()) -> DemoPast {
        let directory = Directory(database)
        let past = Cases(
            database: database, files: files, processes: cases.processes, division: Self.division,
            clock: { clock.now })
        return DemoPast(
            filings: Filings(
                library: library, directory: directory, cases: past, files: files, database: database),
            samples: DemoFilings(
                library: library, applicants: Applicants(directory: directory, database: database),
                files: files, clock: clock, papers: papers),
            cases: past, clock: clock, database: database)
    }
}

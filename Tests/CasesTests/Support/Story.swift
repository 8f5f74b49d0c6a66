import BusinessProcess
import Codes
import DecisionModel
import Journal
import Refusals
import Testing
import WorkingTime

@testable import Cases

/// One matter told step by step, without a database: rules, people and an injected time.
final class Story {
    private(set) var matter: Matter
    /// The time; a story moves it by hand.
    var now: Instant
    /// The working days in force.
    var calendar: WorkingCalendar
    /// The decision tables in force.
    var decisions: [String: PublishedDecision]
    /// The templates of papers the district has published.
    var papers: [PaperForm: PaperInForce]
    private let ids: Counter

    /// Files an application on Monday 2026-11-09, unless the story says otherwise.
    init(
        _ plan: CasePlan, of applicant: Applicant = .xinghu, by actor: Actor = .chenJing,
        at time: String = "2026-11-09", channel: String = "page", without missing: String? = nil,
        street: String? = nil, form: [String: Value] = ["shop_name": "星湖小馆"],
        definitions: [ProcessKey: ProcessDefinition] = Samples.definitions,
        decisions: [String: PublishedDecision] = [:], deferred: Set<String> = [], commits: Bool = false,
        papers: [PaperForm: PaperInForce] = [:]
    ) throws {
        let (ids, now, calendar) = (Counter(), at(time), Samples.calendar)
        let brought = plan.materials.filter {
            $0.id != missing && $0.isRequired && !deferred.contains($0.id)
        }
        let filing = Filing(
            plan: plan, applicant: applicant, channel: channel, form: form,
            materials: brought.map {
                FiledMaterial(requirement: $0.id, fileID: ids.next(), name: "\($0.name).pdf", filedAt: now)
            }, street: street, deferred: deferred, commits: commits)
        let numbers = try (1...1 + plan.children.count).map {
            try CaseNumber(division: "441202", day: (now.day.year, now.day.month, now.day.day), sequence: $0)
        }
        matter = try Matter.file(
            filing, numbers: numbers, definitions: definitions,
            on: Self.occasion(actor, at: now, calendar, decisions, papers, ids))
        (self.now, self.calendar, self.decisions, self.ids) = (now, calendar, decisions, ids)
        self.papers = papers
    }

    private static func occasion(
        _ actor: Actor, at now: Instant, _ calendar: WorkingCalendar,
        _ decisions: [String: PublishedDecision], _ papers: [PaperForm: PaperInForce], _ ids: Counter
    ) -> Occasion {
        Occasion(
            actor: actor, now: now, calendar: calendar, decisions: decisions, papers: papers, newID: ids.next,
            newCode: { "CODE\(ids.next())" })
    }

    /// What the store does: a rule that throws leaves nothing behind.
    func change(by actor: Actor, _ rule: (inout Matter, Occasion) throws -> Void) throws {
        var changed = Matter(cases: matter.cases, definitions: matter.definitions)
        try rule(&changed, Self.occasion(actor, at: now, calendar, decisions, papers, ids))
        matter = changed
    }

    /// Another version of a process is published.
    func publish(_ definition: ProcessDefinition, version: Int) {
        let key = ProcessKey(id: definition.id, version: version)
        let known = matter.definitions.merging([key: definition]) { $1 }
        matter = Matter(cases: matter.cases, definitions: known)
    }

    var root: Case { matter.root }
    /// What the last change did.
    var actions: [String] { matter.events.map(\.action) }
    /// What the applicant was told by the last change.
    var notices: [String] { matter.events.compactMap { $0.notice?.chinese } }

    /// The case of this organ: a child of a joint service, or the root.
    func subject(_ organ: String?) throws -> Case {
        guard let organ else { return root }
        return try #require(matter.cases.last { $0.plan.organ == organ })
    }

    /// The open task of this kind, in whichever case it is.
    func task(_ act: Act, of organ: String? = nil) throws -> CaseTask {
        let open = matter.cases.flatMap(\.openTasks)
        return try #require(open.first { $0.act == act && (organ == nil || $0.organ == organ) })
    }
}

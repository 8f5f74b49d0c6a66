import BusinessProcess
import Codes
import Refusals
import WorkingTime

/// A root case with the cases of its joint service: what is locked, changed and saved as one.
///
/// Every rule of the law that touches a case is a `mutating` method here: it checks, changes the value and
/// records what happened in ``events``. ``Cases`` saves the difference, the messages and the journal in one
/// transaction (docs/adr/0009).
public struct Matter: Sendable {
    /// The root first, then its children in order.
    public internal(set) var cases: [Case]
    /// What the rules have done since the matter was loaded.
    public internal(set) var events: [CaseEvent] = []
    /// The process definitions its cases run on.
    let definitions: [ProcessKey: ProcessDefinition]
    /// How many steps the system has done without a person since the matter was loaded.
    var automaticSteps = 0

    init(cases: [Case], definitions: [ProcessKey: ProcessDefinition]) {
        self.cases = cases
        self.definitions = definitions
    }

    /// The case the applicant filed.
    public var root: Case { cases[0] }
    /// One case for each item of a joint service.
    public var children: ArraySlice<Case> { cases.dropFirst() }

    /// The case of this number.
    public subscript(number: String) -> Case? { cases.first { $0.number.text == number } }

    func index(ofTask id: Int64) throws -> (case: Int, task: Int) {
        for (position, element) in cases.enumerated() {
            if let task = element.tasks.firstIndex(where: { $0.id == id }) { return (position, task) }
        }
        throw DomainError.notFound("没有找到这个任务。")
    }

    func index(of number: String) throws -> Int {
        guard let index = cases.firstIndex(where: { $0.number.text == number }) else {
            throw DomainError.notFound("没有找到这个办件。")
        }
        return index
    }

    func definition(of position: Int) throws -> ProcessDefinition {
        let key = ProcessKey(id: cases[position].plan.process, version: cases[position].processVersion)
        guard let definition = definitions[key] else { throw MissingProcess(key: key) }
        return definition
    }

    mutating func record(
        _ action: String, _ position: Int, _ sentence: Sentence, notice: Sentence? = nil,
        isPublic: Bool = true, isAutomatic: Bool = false, outcome: String? = nil,
        reminder: CaseEvent.Reminder? = nil, toHead: Sentence? = nil
    ) {
        events.append(
            CaseEvent(
                action: action, number: cases[position].number.text, sentence: sentence, notice: notice,
                reminder: reminder, toHead: toHead, isPublic: isPublic, isAutomatic: isAutomatic,
                outcome: outcome))
    }

    /// Reckons all clocks, due times and timers anew: the last step of every change.
    mutating func settle(by calendar: WorkingCalendar, now: Instant) {
        for position in cases.indices {
            pauseWhileVerified(position, at: now)
            for index in cases[position].clocks.indices {
                cases[position].clocks[index].reckon(by: calendar, now: now)
            }
            // Its version is no longer installed: its clocks run on, and its steps follow them.
            let definition = try? definition(of: position)
            cases[position].reckonSteps(in: definition, by: calendar, now: now)
            cases[position].reckonTimers(in: definition, by: calendar)
        }
    }
}

/// Names one version of a process definition.
public struct ProcessKey: Sendable, Hashable {
    /// The process.
    public let id: String
    /// Its version.
    public let version: Int

    /// One version of a process.
    public init(id: String, version: Int) {
        self.id = id
        self.version = version
    }
}

/// A case refers to a process version that is not installed: a fault of the installation, not of a person.
struct MissingProcess: Error {
    let key: ProcessKey
}

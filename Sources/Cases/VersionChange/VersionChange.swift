import BusinessProcess
import DecisionModel
import Refusals
import WorkingTime

/// Running cases that are to go on by another version of their process, step by step as somebody has mapped them.
public struct VersionChange: Sendable, Hashable, Codable {
    /// The process.
    public let process: String
    /// The version they run on.
    public let from: Int
    /// The version they are to go on by.
    public let to: Int
    /// The new id for each element that has another one now; what is not named keeps its id.
    public let mapping: [String: String]
    /// Why.
    public let reason: String

    /// A change of version.
    public init(process: String, from: Int, to: Int, mapping: [String: String], reason: String) {
        (self.process, self.from, self.to) = (process, from, to)
        (self.mapping, self.reason) = (mapping, reason)
    }

    var old: ProcessKey { ProcessKey(id: process, version: from) }
    var new: ProcessKey { ProcessKey(id: process, version: to) }
}

extension Matter {
    /// What the change would do to a case of this matter.
    func outlook(
        _ change: VersionChange, of position: Int, _ surroundings: FEELSurroundings
    ) throws -> Migration? {
        guard cases[position].plan.process == change.process, cases[position].processVersion == change.from,
            let instance = cases[position].process, let old = definitions[change.old]
        else { return nil }
        guard let new = definitions[change.new] else { throw MissingProcess(key: change.new) }
        return instance.migration(
            from: old, to: new, mapping: change.mapping,
            given: Circumstances(variables(of: position), surroundings))
    }

    /// Lets a case go on by another version of its process.
    ///
    /// - Throws: `conflict` when it runs on another version than the change says, or something stands against it.
    public mutating func change(_ number: String, _ change: VersionChange, on occasion: Occasion) throws {
        let position = try index(of: number)
        guard let migration = try outlook(change, of: position, occasion.surroundings) else {
            throw DomainError.conflict("这个办件不在流程的第 \(change.from) 版上。")
        }
        if let obstacle = migration.obstacles.first { throw DomainError.conflict(obstacle.sentence) }
        let begun = cases[position].beginnings
        rename(by: migration, change, in: position)
        cases[position].process = migration.instance
        cases[position].processVersion = change.to
        try redraw(migration, in: position, on: occasion)
        try apply(migration.effects, to: position, on: occasion)
        count(from: begun, in: position, on: occasion)
        record(
            "case.version_changed", position,
            "由第 \(change.from) 版流程改按第 \(change.to) 版继续办理：\(change.reason)", isPublic: false)
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// Conditions find earlier outcomes, and people what has failed, under the new names.
    private mutating func rename(by migration: Migration, _ change: VersionChange, in position: Int) {
        let subject = cases[position]
        for old in change.mapping.keys { cases[position].outcomes[old] = nil }
        for (old, new) in change.mapping.sorted(by: { $0.key < $1.key }) {
            if let outcome = subject.outcomes[old] { cases[position].outcomes[new] = outcome }
        }
        for (index, incident) in subject.incidents.enumerated() {
            guard subject.process?.activity(incident.activity)?.element == incident.element,
                let element = migration.instance.activity(incident.activity)?.element
            else { continue }
            cases[position].incidents[index].element = element
            cases[position].incidents[index].name = definitions[change.new]?.title(of: element) ?? element
        }
    }

    /// Open tasks become what the new version says they are. Who had one keeps it while the post is the same.
    private mutating func redraw(
        _ migration: Migration, in position: Int, on occasion: Occasion
    ) throws {
        for index in cases[position].tasks.indices where cases[position].tasks[index].state == .open {
            let before = cases[position].tasks[index]
            guard let id = before.activity, let activity = migration.instance.activity(id) else { continue }
            cases[position].tasks[index].element = activity.element
            guard let task = migration.tasks[id] else { continue }
            let place = organ(of: task, activity: id, in: position)
            cases[position].tasks[index].redraw(as: task, at: place)
            let after = cases[position].tasks[index]
            if after.act != before.act { beginAct(after, in: position, on: occasion) }
            guard (after.organ, after.role) != (before.organ, before.role) else { continue }
            try drive(position, on: occasion) { instance, course throws(ProcessError) in
                try instance.vacate(id, in: course.definition)
            }
        }
        endInspection(in: position, on: occasion)
    }

    /// A timer that is new or has become another counts from when its step was opened; a cycle begins anew.
    private mutating func count(
        from begun: [Int: Instant], in position: Int, on occasion: Occasion
    ) {
        let definition = try? definition(of: position)
        for index in cases[position].timers.indices {
            let timer = cases[position].timers[index]
            guard timer.startedAt == occasion.now, definition?.timer(timer.boundary)?.cycle == nil,
                let start = begun[timer.activity]
            else { continue }
            cases[position].timers[index].startedAt = start
        }
    }
}

extension Case {
    /// Since when each step is open, as far as its task or its timers tell.
    fileprivate var beginnings: [Int: Instant] {
        let timed = timers.compactMap { timer in timer.startedAt.map { (timer.activity, $0) } }
        let open = openTasks + parkedTasks
        let worked = open.compactMap { task in task.activity.map { ($0, task.openedAt) } }
        return Dictionary(timed + worked, uniquingKeysWith: min)
    }
}

extension CaseTask {
    /// Becomes what another version of the process says of it. Whoever signs as well does so in their own post.
    fileprivate mutating func redraw(as task: UserTask, at place: String) {
        let isSigner = addedBy != nil
        (name, act) = (isSigner ? Self.signing(task.name) : task.name, Act(rawValue: task.act) ?? .review)
        (organ, role) = (place, isSigner ? role : task.role)
        outcomes = task.outcomes.map {
            TaskOutcome(code: $0.code, label: $0.label, needsOpinion: $0.needsOpinion)
        }
    }
}

import BusinessProcess
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
    func outlook(_ change: VersionChange, of position: Int) throws -> Migration? {
        guard cases[position].plan.process == change.process, cases[position].processVersion == change.from,
            let instance = cases[position].process, let old = definitions[change.old]
        else { return nil }
        guard let new = definitions[change.new] else { throw MissingProcess(key: change.new) }
        return instance.migration(
            from: old, to: new, mapping: change.mapping, variables: variables(of: position))
    }

    /// Lets a case go on by another version of its process.
    ///
    /// - Throws: `conflict` when it runs on another version than the change says, or something stands against it.
    public mutating func change(_ number: String, _ change: VersionChange, on occasion: Occasion) throws {
        let position = try index(of: number)
        guard let migration = try outlook(change, of: position) else {
            throw DomainError.conflict("这个办件不在流程的第 \(change.from) 版上。")
        }
        if let obstacle = migration.obstacles.first { throw DomainError.conflict(obstacle.sentence) }
        cases[position].process = migration.instance
        cases[position].processVersion = change.to
        redraw(migration, change, in: position)
        try apply(migration.effects, to: position, on: occasion)
        record(
            "case.version_changed", position,
            "由第 \(change.from) 版流程改按第 \(change.to) 版继续办理：\(change.reason)", isPublic: false)
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// Open tasks become what the new version says they are; conditions find earlier outcomes under the new names.
    private mutating func redraw(_ migration: Migration, _ change: VersionChange, in position: Int) {
        for index in cases[position].tasks.indices where cases[position].tasks[index].state == .open {
            guard let id = cases[position].tasks[index].activity,
                let activity = migration.instance.activity(id)
            else { continue }
            cases[position].tasks[index].element = activity.element
            if let task = migration.tasks[id] {
                cases[position].tasks[index].redraw(as: task, in: cases[position])
            }
        }
        for (old, new) in change.mapping {
            guard let outcome = cases[position].outcomes.removeValue(forKey: old) else { continue }
            cases[position].outcomes[new] = outcome
        }
    }
}

extension CaseTask {
    /// Becomes what another version of the process says of it. Who had it keeps it while the post is the same.
    fileprivate mutating func redraw(as task: UserTask, in subject: Case) {
        let place = subject.parts[task.organ] ?? task.organ
        if (organ, role) != (place, task.role) { holder = nil }
        (name, act) = (task.name, Act(rawValue: task.act) ?? .review)
        (organ, role) = (place, task.role)
        outcomes = task.outcomes.map {
            TaskOutcome(code: $0.code, label: $0.label, needsOpinion: $0.needsOpinion)
        }
    }
}

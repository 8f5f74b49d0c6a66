public import Refusals

/// What becomes of a running instance when it goes on by another version of its process.
public struct Migration: Sendable, Hashable {
    /// Everything that stands against it; empty where nothing does.
    public let obstacles: [MigrationObstacle]
    /// The instance afterwards; as it was, where something stands against it.
    public let instance: ProcessInstance
    /// What the caller has to do. A timer counts from when its step was opened.
    public let effects: [Effect]
    /// The open tasks that are not what they were, by step: another name, organ, role, limit or outcomes.
    public let tasks: [Int: UserTask]
}

/// One reason why an instance cannot go on by another version.
public struct MigrationObstacle: Sendable, Hashable {
    /// The element of the old version it is about.
    public let element: String
    /// What is wrong, and what to do about it.
    public let sentence: Sentence
}

extension ProcessInstance {
    /// Goes on by another version of the process.
    ///
    /// Every open step goes to the step that takes its place; nothing is done and nothing undone, except that
    /// what waits at a join for nothing more goes on. What was done stays under its old id where nothing took its
    /// place, and nobody can go back to it.
    ///
    /// - Parameters:
    ///   - mapping: the new id for each element, or arrow into a join, that has another one now.
    ///   - given: what conditions can ask about, for joins that go on.
    /// - Throws: `refused` with the first reason; all of them are in `migration`.
    public func migrated(
        from old: ProcessDefinition, to new: ProcessDefinition, mapping: [String: String] = [:],
        given: Circumstances = [:]
    ) throws(ProcessError) -> (instance: ProcessInstance, effects: [Effect]) {
        let migration = migration(from: old, to: new, mapping: mapping, given: given)
        if let first = migration.obstacles.first {
            throw .refused("不能换到新的版本，有 \(migration.obstacles.count) 处问题。第一处：\(first.sentence)")
        }
        return (migration.instance, migration.effects)
    }

    /// What going on by another version would do, and everything that stands against it.
    public func migration(
        from old: ProcessDefinition, to new: ProcessDefinition, mapping named: [String: String] = [:],
        given: Circumstances = [:]
    ) -> Migration {
        let refused = { (obstacles: [MigrationObstacle]) in
            Migration(obstacles: obstacles, instance: self, effects: [], tasks: [:])
        }
        if let sentence = refusal(from: old, to: new) {
            return refused([.init(element: old.id, sentence: sentence)])
        }
        var known = self
        known.adoptLineage(from: old)
        let mapping = ElementMapping(from: old, to: new, named)
        let obstacles = mapping.unknown + known.obstacles(mapping)
        guard obstacles.isEmpty else { return refused(obstacles) }
        var moved = known.relabelled(by: mapping)
        let misfits = Footing(moved, in: new).misfits
        guard misfits.isEmpty else { return refused(misfits) }
        do {
            let waiting = moved.joins
            let effects = try moved.settle(in: new, given)
            // Where something went on, it has to fit there too.
            let later = moved.joins == waiting ? [] : Footing(moved, in: new).misfits
            guard later.isEmpty else { return refused(later) }
            let timers = known.timers(becoming: moved, by: mapping)
            return Migration(
                obstacles: [], instance: moved, effects: timers + effects, tasks: known.tasks(by: mapping))
        } catch {
            return refused([.init(element: old.id, sentence: error.sentence)])
        }
    }

    private func refusal(from old: ProcessDefinition, to new: ProcessDefinition) -> Sentence? {
        do { try requireRunning(in: old) } catch { return error.sentence }
        guard old.id == new.id else { return "只能换到同一流程的另一个版本。" }
        guard old.version != new.version else { return "办件已经按第 \(new.version) 版办理。" }
        return nil
    }

    /// Joins that have all they wait for now go on.
    private mutating func settle(
        in definition: ProcessDefinition, _ given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        let waiting = joins, isStill = isSuspended
        return try change(in: definition, given) { run throws(ProcessError) in
            try run.release()
            try run.run()
            guard !isStill || run.instance.joins == waiting else {
                throw .refused("换版以后有的分支不用再等，要往下走，请先恢复挂起的流程。")
            }
        }
    }
}

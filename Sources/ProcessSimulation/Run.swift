import HeapModule
import Refusals

/// The cases once again, from the first filing until all are over: a discrete-event simulation in which a case waits at a post
/// until one of its people is free, the longest waiting first.
struct Run {
    /// What a post did.
    struct Load: Sendable, Hashable, Codable {
        /// Seconds of work.
        var work = 0
        /// Seconds of office time that steps waited for somebody.
        var waited = 0
        /// Steps.
        var count = 0
    }

    private struct Happening: Comparable {
        let at: Int
        let turn: Int
        let matter: Int
        let occurrence: Int
        let isEnd: Bool

        static func < (a: Happening, b: Happening) -> Bool { (a.at, a.turn) < (b.at, b.turn) }
    }

    private struct Queue {
        var waiting: [Happening] = []
        var next = 0
        var free: Int
    }

    private let model: SimulationModel
    private let draw: Draw
    private var heap = Heap<Happening>()
    private var turn = 0
    private var queues: [Queue]
    private var offered: [UInt64]
    private var done: [UInt64]
    private var loads: [Load]
    private var seconds: [Int]

    private init(_ model: SimulationModel, _ draw: Draw) {
        (self.model, self.draw) = (model, draw)
        queues = model.posts.map { Queue(free: $0.people) }
        offered = Array(repeating: 0, count: model.matters.count)
        (done, seconds) = (offered, Array(repeating: 0, count: model.matters.count))
        loads = Array(repeating: Load(), count: model.posts.count)
    }

    /// - Returns: how long each case took, and what each post did.
    /// - Throws: `conflict` when the people cannot keep up with what comes in.
    static func result(of model: SimulationModel, _ draw: Draw) throws -> (seconds: [Int], loads: [Load]) {
        var run = Run(model, draw)
        for place in model.matters.indices { run.goOn(place, at: model.matters[place].filedAt) }
        while let happening = run.heap.popMin() {
            if happening.isEnd { try run.end(happening) } else { try run.offer(happening) }
        }
        return (run.seconds, run.loads)
    }

    private mutating func push(_ matter: Int, _ occurrence: Int, at moment: Int, isEnd: Bool) {
        turn += 1
        heap.insert(
            Happening(at: moment, turn: turn, matter: matter, occurrence: occurrence, isEnd: isEnd))
    }

    /// Offers every step that waits for nothing any more, and ends the case after the last.
    private mutating func goOn(_ place: Int, at now: Int) {
        let matter = model.matters[place]
        for (occurrence, step) in matter.occurrences.enumerated() {
            let bit = UInt64(1) << UInt64(occurrence)
            guard offered[place] & bit == 0, step.before & ~done[place] == 0 else { continue }
            offered[place] |= bit
            push(place, occurrence, at: now + step.gap, isEnd: false)
        }
        if done[place].nonzeroBitCount == matter.occurrences.count {
            seconds[place] = now + matter.tail - matter.filedAt
        }
    }

    private func step(_ happening: Happening) -> SimulationModel.Step {
        model.steps[model.matters[happening.matter].occurrences[happening.occurrence].step]
    }

    private func sample(_ happening: Happening) -> Int {
        let samples = step(happening).samples
        guard !samples.isEmpty else { return 0 }
        return samples[draw.index(happening.matter, happening.occurrence, below: samples.count)]
    }

    private mutating func offer(_ happening: Happening) throws {
        guard let post = step(happening).post else {
            return push(
                happening.matter, happening.occurrence, at: happening.at + sample(happening), isEnd: true)
        }
        guard queues[post].free > 0 else { return queues[post].waiting.append(happening) }
        queues[post].free -= 1
        try begin(happening, post, at: happening.at)
    }

    private mutating func begin(_ happening: Happening, _ post: Int, at now: Int) throws {
        let (work, start) = (sample(happening), model.time.work(until: now))
        guard let end = model.time.moment(ofWork: start + work) else {
            throw DomainError.conflict("照这样安排，来的办件比办得完的多，积压会越来越长。请增加人手或者缩短步骤。")
        }
        loads[post].work += work
        loads[post].waited += start - model.time.work(until: happening.at)
        loads[post].count += 1
        push(happening.matter, happening.occurrence, at: max(now, end), isEnd: true)
    }

    private mutating func end(_ happening: Happening) throws {
        if let post = step(happening).post {
            if queues[post].next < queues[post].waiting.count {
                let next = queues[post].waiting[queues[post].next]
                queues[post].next += 1
                try begin(next, post, at: happening.at)
            } else {
                queues[post].free += 1
            }
        }
        done[happening.matter] |= 1 << UInt64(happening.occurrence)
        goOn(happening.matter, at: happening.at)
    }
}

import Cases
import ProcessMining
import Refusals
import Web

extension TraceFilter {
    /// What the address asks for.
    ///
    /// - Throws: `notFound` when it is nothing that can be asked.
    init(_ request: WebRequest) throws {
        let steps = (request.query("steps") ?? "").split(separator: ",").map(String.init)
        guard let kind = request.query("of") else {
            self = .path((request.query("path") ?? "").split(separator: ",").map(String.init))
            return
        }
        if let known = Repetition.Kind(rawValue: kind) {
            self = .repetition(Repetition(known, request.query("steps") ?? ""))
            return
        }
        guard let known = Self.simple[kind] ?? Self(kind, steps) else {
            throw DomainError.notFound("没有这样的一组办件。")
        }
        self = known
    }

    private static let simple: [String: TraceFilter] = [
        "repeated": .repeated, "finished": .finished, "under-way": .underWay,
        "organs": .handedOver(organ: true), "persons": .handedOver(organ: false),
    ]

    private init?(_ kind: String, _ steps: [String]) {
        switch (kind, steps.count) {
        case ("pair", 2): self = .pair(steps[0], steps[1])
        case ("first", 1), ("last", 1): self = .end(steps[0], isFirst: kind == "first")
        case ("series", 2): self = .series(steps[0], steps[1])
        case ("items", 2): self = .jointSeries(steps[0], steps[1])
        case ("replayed", 2), ("fit", 2), ("unfit", 2):
            guard let version = Int(steps[1]) else { return nil }
            self = .replayed(steps[0], version, isFit: kind == "replayed" ? nil : kind == "fit")
        case ("step", 1): self = .step(steps[0])
        case ("again", 1): self = .again(steps[0])
        case ("taken", 1): self = .taken(steps[0])
        case ("untaken", 1): self = .untaken(steps[0])
        case ("version", 1):
            guard let version = Int(steps[0]) else { return nil }
            self = .version(version)
        case ("lead", 1): self = .lead(steps[0])
        default:
            guard let deviation = Replay.Deviation.Kind(rawValue: kind), steps.count == 1 else { return nil }
            self = .deviation(Replay.Deviation(deviation, steps[0]))
        }
    }

    /// How an address asks for it.
    var query: (kind: String, steps: [String]) {
        switch self {
        case .path(let path): ("path", path)
        case .pair(let from, let to): ("pair", [from, to])
        case .end(let step, let isFirst): (isFirst ? "first" : "last", [step])
        case .series(let first, let second): ("series", [first, second])
        case .jointSeries(let first, let second): ("items", [first, second])
        case .replayed(let process, let version, let isFit):
            (isFit.map { $0 ? "fit" : "unfit" } ?? "replayed", [process, String(version)])
        case .repetition(let repetition): (repetition.kind.rawValue, [repetition.material])
        case .deviation(let deviation): (deviation.kind.rawValue, [deviation.step])
        case .step(let step): ("step", [step])
        case .again(let step): ("again", [step])
        case .taken(let step): ("taken", [step])
        case .untaken(let step): ("untaken", [step])
        case .version(let version): ("version", [String(version)])
        case .lead(let organ): ("lead", [organ])
        case .handedOver(let organ): (organ ? "organs" : "persons", [])
        case .repeated: ("repeated", [])
        case .finished: ("finished", [])
        case .underWay: ("under-way", [])
        }
    }

    /// Those in which one was followed by the other; the ends of a case are no steps.
    static func between(_ from: PathGraph.Node, _ to: PathGraph.Node) -> TraceFilter {
        switch (from, to) {
        case (.step(let step), .step(let next)): .pair(step, next)
        case (.start, .step(let step)): .end(step, isFirst: true)
        case (.step(let step), .end): .end(step, isFirst: false)
        default: .path([])
        }
    }
}

extension TraceFilter {
    /// Whether a case is one of them, as far as its steps tell.
    func holds(_ trace: CaseTrace) -> Bool {
        guard trace.closedAt != nil else { return self == .underWay }
        switch self {
        case .path(let path): return trace.path == path
        case .pair(let from, let to):
            return zip(trace.events, trace.events.dropFirst()).contains { $0.step == from && $1.step == to }
        case .end(let step, let isFirst):
            return (isFirst ? trace.path.first : trace.path.last) == step
        case .series(let first, let second): return SerialStatistics.isSerial(.init(first, second), in: trace)
        case .jointSeries, .replayed, .deviation, .repetition: return false
        case .step(let step): return trace.path.contains(step)
        case .again(let step): return trace.path.count { $0 == step } > 1
        case .taken(let step): return trace.events.contains { $0.step == step && $0.takenAt != nil }
        case .untaken(let step):
            return trace.events.contains {
                $0.step == step && $0.takenAt == nil && $0.organ != CaseTask.applicant
            }
        case .version(let version): return trace.version == version
        case .lead(let organ): return trace.organ == organ
        case .handedOver(let organ): return (organ ? trace.organHandovers : trace.personHandovers) > 0
        case .repeated: return trace.repetitions > 0
        case .finished: return true
        case .underWay: return false
        }
    }
}

import DecisionModel
public import Refusals

/// A process tried with made-up values, step by step, without a case.
///
/// It is nothing but its moves, played from the start each time: whoever shows it keeps only their text. Steps
/// of the system complete by themselves. A move that cannot be made, because it is made up or because the
/// process has changed, ends the play with a sentence and loses nothing before it.
public struct TryOut: Sendable {
    /// The process.
    public let definition: ProcessDefinition
    /// The moves that were made.
    public private(set) var moves: [Move] = []
    /// Why the next move was not made; `nil` where all were.
    public private(set) var refusal: Sentence?
    /// What happened, oldest first.
    public private(set) var lines: [Line] = []
    /// How far it has come; `nil` when it could not even start.
    public private(set) var instance: ProcessInstance?
    let given: Circumstances
    private(set) var outcomes: [String: Value] = [:]
    /// The steps that are to fail when they begin, with the error they raise.
    private(set) var failures: [String: String?] = [:]
    /// The steps the system has to do next.
    private var invoked: [(activity: Int, task: ServiceTask)] = []
    private var services = 0

    /// Something that happened.
    public struct Line: Sendable, Hashable {
        /// The move that brought it about, counted from 1; 0 for the start.
        public let move: Int
        /// What happened, in words.
        public let sentence: Sentence
    }

    /// The most moves that are played.
    public static let mostMoves = 500
    /// The most steps of the system that complete by themselves: more of them turn in a circle.
    static let mostServices = 5000
    /// The most lines that are kept.
    static let mostLines = 2000

    /// Plays the moves.
    ///
    /// - Parameter given: what conditions can ask about, for example `form` and `case`; the clock; the calendar.
    public init(_ definition: ProcessDefinition, given: Circumstances = [:], moves: [Move] = []) {
        self.definition = definition
        self.given = given
        play { run throws(ProcessError) in
            let (started, effects) = try ProcessInstance.start(definition, given: run.circumstances)
            run.instance = started
            run.say("流程开始。")
            run.follow(effects)
        }
        for move in moves.prefix(Self.mostMoves) where refusal == nil {
            play { run throws(ProcessError) in
                run.moves.append(move)
                try run.make(move)
            }
        }
        if refusal == nil, moves.count > Self.mostMoves {
            refusal = "试运行最多 \(Self.mostMoves) 步，后面的没有做。"
        }
    }

    /// Does something, all of it or nothing.
    private mutating func play(_ body: (inout TryOut) throws(ProcessError) -> Void) {
        var next = self
        do {
            try body(&next)
            try next.serve()
            self = next
        } catch {
            refusal = error.sentence
        }
    }
}

extension TryOut {
    mutating func say(_ sentence: Sentence) {
        if lines.count < Self.mostLines { lines.append(Line(move: moves.count, sentence: sentence)) }
    }

    mutating func remember(_ outcome: String?, of element: String) {
        outcomes[element] = outcome.map { .string($0) }
    }

    mutating func arrange(failure error: String?, of element: String) { failures[element] = .some(error) }

    /// Changes the instance.
    mutating func change(
        _ body: (inout ProcessInstance, ProcessDefinition, Circumstances) throws(ProcessError) -> [Effect]
    ) throws(ProcessError) {
        guard var next = instance else { throw .ended }
        // Moved out and back in, not copied.
        instance = nil
        let effects = try body(&next, definition, circumstances)
        instance = next
        follow(effects)
    }

    private mutating func follow(_ effects: [Effect]) {
        for effect in effects {
            note(effect)
            if case .invoke(let activity, let task) = effect { invoked.append((activity, task)) }
        }
    }

    /// Does what is left to the system, until only people and time have something to do.
    private mutating func serve() throws(ProcessError) {
        while let (activity, task) = invoked.first {
            invoked.removeFirst()
            guard instance?.activity(activity)?.state == .active else { continue }
            services += 1
            guard services <= Self.mostServices else { throw .endless }
            if let error = failures.removeValue(forKey: task.id) {
                try fail(activity, error: error)
            } else {
                say("系统办完「\(definition.title(task.id))」。")
                try change { instance, definition, given throws(ProcessError) in
                    try instance.complete(activity, in: definition, given: given)
                }
            }
        }
    }

    /// A step fails now.
    mutating func fail(_ activity: Int, error: String?) throws(ProcessError) {
        try change { instance, definition, given throws(ProcessError) in
            guard let error else { return try instance.fail(activity, reason: "试运行时设为出错", in: definition) }
            return try instance.raise(error: error, at: activity, in: definition, given: given)
        }
    }
}

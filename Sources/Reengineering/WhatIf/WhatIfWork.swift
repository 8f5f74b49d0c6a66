import Jobs
import ProcessSimulation
import Refusals
import Storage
import WorkingTime

/// Answers a question: some replications a step, so that one sees how far it has come and can stop it. What the cases let be
/// known is learned once; after a crash it is learned again from the same cases.
struct WhatIfWork: Errand {
    static let kind = JobKind("process.simulation", title: "模拟改变后的流程", unit: "次", which: "{}")
    private static let usualSteps = 10

    /// The question, and what the replications so far have shown.
    struct Order: Sendable {
        let asked: WhatIf
        let tally: Tally
    }

    enum Answer: Sendable {
        case more(Tally, of: Int)
        case outcome(SimulationOutcome)
        case refusal(Sentence)
    }

    let database: Database
    let clock: @Sendable () -> Instant
    let models = LearnedModel()
    /// About as many steps are simulated in one go.
    var stepsAtOnce = 100_000
    var kind: JobKind { Self.kind }
    var lane: String { AnalysisWork.lane }
    var width: Int { 1 }

    func prepare(_ job: QueuedJob, in tx: Transaction) throws -> Order? {
        let asked = try WhatIfStore.find(try job.payload(as: Int64.self), in: tx)
        return Order(asked: asked, tally: try job.cursor() ?? Tally())
    }

    func act(_ order: Order, key: String) async throws -> Answer {
        let (question, scope) = (order.asked.question, order.asked.scope)
        do {
            let model = try await models.model(order.asked.id) {
                try await RecordedCases(database: database).model(
                    scope, endedBefore: order.asked.askedAt, hours: question.hours)
            }
            try question.scenario.check(against: model)
            var tally = order.tally
            let atOnce = max(1, stepsAtOnce / (model.caseCount * Self.usualSteps))
            try tally.replicate(
                model, question.scenario, seed: UInt64(question.seed),
                count: min(atOnce, question.replications - tally.replications))
            guard tally.replications >= question.replications else {
                return .more(tally, of: question.replications)
            }
            return .outcome(SimulationOutcome(tally, model, question.scenario))
        } catch let error as DomainError {
            return .refusal(error.sentence)
        }
    }

    func record(_ answer: Answer, of job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let id = try job.payload(as: Int64.self)
        switch answer {
        case .more(let tally, let total):
            let before = try job.cursor(as: Tally.self)?.replications ?? 0
            return try .more(tally, done: tally.replications - before, total: total)
        case .outcome(let outcome):
            try WhatIfStore.answer(id, outcome: outcome, refusal: nil, at: clock(), in: tx)
            return .finished(done: outcome.replications - job.progress.done)
        case .refusal(let sentence):
            try WhatIfStore.answer(id, outcome: nil, refusal: sentence, at: clock(), in: tx)
            return .finished(done: 0)
        }
    }
}

/// The model of the question that is being answered, learned once.
actor LearnedModel {
    private var known: (id: Int64, model: SimulationModel)?

    func model(
        _ id: Int64, learn: @Sendable () async throws -> SimulationModel
    ) async throws -> SimulationModel {
        if let known, known.id == id { return known.model }
        let model = try await learn()
        known = (id, model)
        return model
    }
}

import Journal
import Refusals
import Storage
import WorkingTime

/// Closes what is over, forgets who answered, and publishes what was counted.
struct Closing: Sendable {
    let database: Database
    private static let stretch = 1_000

    init(database: Database) { self.database = database }

    /// All that are over.
    func run(at now: Instant) async throws {
        let over = try await database.read { tx in
            try SurveyStore.open(in: tx).filter { $0.isOver(on: now.day) }
        }
        for survey in over { try await close(survey.id, by: .closing, why: "到截止日期", at: now) }
        for survey in try await database.read({ try ResultStore.uncounted(in: $0) }) {
            let results = try await count(survey)
            try await database.write { try ResultStore.save(results, of: survey.id, in: $0) }
        }
    }

    /// Closes one.
    ///
    /// - Throws: `conflict` when it is not open.
    func close(_ id: Int64, by actor: Actor, why: String, at now: Instant) async throws {
        try await database.write { tx in
            var survey = try SurveyStore.locked(id, in: tx)
            // Somebody may have closed it since we looked.
            guard survey.state == .open else { return }
            try survey.close()
            try AnswerStore.forgetMarks(of: id, in: tx)
            try SurveyStore.update(survey, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "survey.closed", subject: "survey:\(id)",
                    sentence: "\(why)，结束问卷：\(survey.facts.title)。"), in: tx)
        }
    }

    /// Answer by answer, so that a hundred thousand of them take no more room than a thousand.
    private func count(_ survey: Survey) async throws -> SurveyResults {
        var (results, lot) = (SurveyResults(), "")
        while true {
            let answers = try await database.read { [lot] tx in
                try AnswerStore.answers(of: survey.id, after: lot, limit: Self.stretch, in: tx)
            }
            for answer in answers { results.add(answer, of: survey) }
            guard answers.count == Self.stretch, let last = answers.last else { return results }
            lot = last.lot
        }
    }
}

extension Actor {
    fileprivate static let closing = Actor(accountID: 0, name: "系统", channel: "job", address: "")
}

import Government
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What all pages of surveys need, and how one is changed: rule, row and journal in one transaction.
struct SurveyOffice: Sendable {
    let database: Database
    let directory: Directory

    static let missing: Sentence = "没有这份问卷。"

    /// The names of organs by their keys.
    func organNames() async throws -> [String: String] {
        try await directory.organs().namesByKey
    }

    /// A survey of the officer's organ.
    ///
    /// - Throws: `notFound` for that of another organ too.
    func own(_ request: WebRequest, _ organs: Set<String>, in tx: Transaction) throws -> Survey {
        let survey = try SurveyStore.survey(try request.id(Self.missing), in: tx)
        guard organs.contains(survey.organ) else { throw DomainError.notFound(Self.missing) }
        return survey
    }

    /// Changes a survey of the officer's organ.
    func change(
        _ request: WebRequest, _ officer: OfficerContext, _ power: Power, _ action: String, _ verb: String,
        _ rule: @escaping @Sendable (inout Survey, Actor, Transaction) throws -> Void
    ) async throws {
        let (actor, now) = (officer.actor(request), request.now)
        let organs = officer.account.organs(for: power)
        let id = try request.id(Self.missing)
        try await database.write { tx in
            try tx.lock("survey", id: id)
            var survey = try own(request, organs, in: tx)
            try rule(&survey, actor, tx)
            try SurveyStore.update(survey, in: tx)
            try Self.record(action, verb, survey, by: actor, at: now, in: tx)
        }
    }

    static func record(
        _ action: String, _ verb: String, _ survey: Survey, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "survey:\(survey.id)",
                sentence: "\(actor.name)\(verb)问卷：\(survey.facts.title)。"), in: tx)
    }
}

import Files
import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// Changes an appeal: rule, row, corrections, files, journal and messages in one transaction.
struct AppealDesk: Sendable {
    let office: PerformanceOffice

    /// What an appeal is about.
    struct Subject: Sendable {
        let assessment: Assessment
        let organ: String
        let indicator: Indicator
        /// The line of the score as it stands, corrections included.
        let line: Score.Line
        /// What the organ reported, where it reports the indicator.
        let report: SelfReport?

        var title: String { "\(assessment.name(organ))\(assessment.period.chinese)「\(indicator.name)」" }

        var involved: ScoreAppeal.Involved {
            .init(froze: assessment.record?.askedBy ?? 0, reviewed: report?.reviewedBy)
        }

        /// What a correction stands beside, corrections included.
        var standing: ScoreAppeal.Standing {
            .init(
                figures: assessment.correctedInputs.figures[FigureOwner(organ: organ)] ?? [:],
                asked: line.figures.map { $0.figure })
        }

        /// What counts for the indicator at present, in the order of its formulas.
        var amounts: [(figure: String, name: String, amount: Int?)] {
            guard indicator.reported == nil else {
                let amount = assessment.correctedInputs.reported[organ]?[indicator.key]
                return [(Indicator.reportedName, "自评（\(indicator.unit)）", amount)]
            }
            return line.figures.map { ($0.figure.rawValue, $0.figure.chinese, $0.amount) }
        }
    }

    /// - Throws: `notFound` for an organ or an indicator of organs that there is not.
    static func subject(_ period: Period, _ organ: String, _ key: String, in tx: Transaction) throws
        -> Subject
    {
        guard let assessment = try Assessment(period, in: tx),
            assessment.organs.contains(where: { $0.key == organ }),
            let line = assessment.correctedScore(organ).lines.first(where: { $0.indicator.key == key })
        else { throw DomainError.notFound(PerformanceOffice.noIndicator) }
        return Subject(
            assessment: assessment, organ: organ, indicator: line.indicator, line: line,
            report: try ReportStore.report(period, organ, key, in: tx))
    }

    /// Who has a post in the organ, or in the one that took up what it did, acts for it, and so never decides about it.
    static func actor(
        _ request: WebRequest, _ officer: OfficerContext, _ organ: String, in tx: Transaction
    ) throws -> Actor {
        let own = try PerformanceOffice.withForebears(officer.organs, on: request.now.day, in: tx)
        return officer.actor(request, organ: own.contains(organ) ? organ : nil)
    }

    /// The organ appeals.
    func appeal(
        _ sent: UploadedForm, _ address: ReportAddress, _ request: WebRequest, _ officer: OfficerContext
    ) async throws -> Int64 {
        let (now, files) = (request.now, office.files)
        guard sent.errors.isEmpty else { throw DomainError.invalid(sent.errors) }
        return try await office.database.write { tx in
            try tx.exclude("performance-period")
            let actor = try Self.actor(request, officer, address.organ, in: tx)
            let subject = try Self.subject(address.period, address.organ, address.indicator, in: tx)
            let earlier = try AppealStore.appeals(of: address.organ, in: address.period, tx)
            if earlier.contains(where: { $0.indicator == address.indicator && $0.state != .withdrawn }) {
                throw DomainError.conflict("这项指标已经申诉过。")
            }
            let appeal = try ScoreAppeal(
                id: tx.ids.next(), subject.assessment.record, organ: address.organ,
                indicator: address.indicator, decideDays: subject.assessment.model.decideDays,
                reasons: sent.form["words"] ?? "", sent.evidence, by: actor, at: now)
            try files.attach(sent.evidence, to: appeal.subject, by: actor, in: tx)
            try save(appeal, subject, "performance_appeal.filed", "提出申诉", actor, now, in: tx)
            try tell(deciders(now, in: tx), "\(subject.title)有申诉，请裁定。", now, in: tx)
            return appeal.id
        }
    }

    /// The organ takes it back.
    func withdraw(_ words: String, _ request: WebRequest, _ officer: OfficerContext) async throws {
        try await change(request, officer, "performance_appeal.withdrawn", "撤回申诉") {
            appeal, _, actor, now, _ in
            try appeal.withdraw(words, by: actor, at: now)
        }
    }

    /// Somebody else decides; what is put right stands beside what was frozen.
    func decide(_ form: FormData, _ request: WebRequest, _ officer: OfficerContext) async throws {
        let seen = form["seen"].flatMap { Int($0) } ?? -1
        let reason = form["reason"] ?? ""
        try await change(request, officer, "performance_appeal.decided", "裁定申诉") {
            appeal, subject, actor, now, tx in
            try appeal.requireDecidable(actor, subject.involved)
            let changes = try DecisionForm(form).changes(subject)
            try appeal.decide(
                changes, beside: subject.standing, reason, seen: seen, subject.involved, by: actor, at: now)
            for one in changes {
                try CorrectionStore.insert(
                    Correction(
                        id: tx.ids.next(), appealID: appeal.id, period: appeal.period, organ: appeal.organ,
                        indicator: appeal.indicator, figure: one.figure, before: one.before,
                        after: one.after, reason: reason, by: actor.accountID, byName: actor.name, at: now),
                    in: tx)
            }
        }
    }

    private func change(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String, _ verb: String,
        _ rule: @escaping @Sendable (inout ScoreAppeal, Subject, Actor, Instant, Transaction) throws -> Void
    ) async throws {
        let (id, organs, now) = (
            try request.id(AppealStore.noAppeal), try await office.organs(officer, on: request.now.day),
            request.now
        )
        try await office.database.write { tx in
            // Corrections of one period are made one after the other, each over the one before.
            try tx.exclude("performance-period")
            var appeal = try AppealStore.appeal(id, organs, in: tx)
            let subject = try Self.subject(appeal.period, appeal.organ, appeal.indicator, in: tx)
            let actor = try Self.actor(request, officer, appeal.organ, in: tx)
            try rule(&appeal, subject, actor, now, tx)
            try save(appeal, subject, action, verb, actor, now, in: tx)
            let others =
                action == "performance_appeal.decided" ? [appeal.appealedBy] : try deciders(now, in: tx)
            try tell(others, "\(subject.title)的申诉\(appeal.state.chinese)。", now, in: tx)
        }
    }
}

import Files
import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// Changes a report: rule, row, files, journal and messages in one transaction.
struct ReportDesk: Sendable {
    let office: PerformanceOffice

    static let noReport: Sentence = "没有这项自评。"

    /// What a report is about: a period by its model, an organ and an indicator that organs report.
    struct Subject: Sendable {
        let assessment: Assessment
        let organ: String
        let indicator: Indicator
        let reporting: Reporting

        var period: Period { assessment.period }
        var title: String { "\(assessment.name(organ))\(period.chinese)「\(indicator.name)」" }
    }

    /// - Throws: `notFound` for an organ or an indicator that there is not.
    static func subject(_ period: Period, _ organ: String, _ key: String, in tx: Transaction) throws
        -> Subject
    {
        guard let assessment = try Assessment(period, in: tx),
            assessment.organs.contains(where: { $0.key == organ }),
            let indicator = assessment.model.indicators.first(where: { $0.key == key }),
            let reporting = indicator.reported
        else { throw DomainError.notFound(noReport) }
        return Subject(
            assessment: assessment, organ: organ, indicator: indicator, reporting: reporting)
    }

    /// Who has a post in the organ acts for it, and so never reviews it.
    private static func actor(_ request: WebRequest, _ officer: OfficerContext, _ organ: String) -> Actor {
        officer.actor(request, organ: officer.organs.contains(organ) ? organ : nil)
    }

    /// The organ states a value.
    func state(
        _ sent: UploadedForm, _ address: ReportAddress, _ request: WebRequest, _ officer: OfficerContext
    )
        async throws
    {
        let (actor, now, files) = (Self.actor(request, officer, address.organ), request.now, office.files)
        guard sent.errors.isEmpty else { throw DomainError.invalid(sent.errors) }
        let (amount, words) = (sent.form["amount"] ?? "", sent.form["words"] ?? "")
        try await office.database.write { tx in
            let (subject, found) = try Self.open(address, in: tx)
            var report =
                found
                ?? SelfReport(
                    id: tx.ids.next(), period: address.period, organ: address.organ,
                    indicator: address.indicator)
            try report.state(
                try subject.reporting.amount(amount, "amount"), words, sent.evidence,
                within: subject.reporting.window(of: address.period), by: actor, at: now)
            try files.attach(sent.evidence, to: report.subject, by: actor, in: tx)
            try save(report, subject, "performance_report.stated", "填报", actor, now, in: tx)
            for one in try Accounts.holders(of: .supervisor, on: now.day, in: tx) {
                try office.outbox.enqueue(
                    to: one.id, about: "performance", "\(subject.title)自评待审核。", at: now, in: tx)
            }
        }
    }

    /// Somebody else says what of it counts.
    func review(_ form: FormData, _ address: ReportAddress, _ request: WebRequest, _ officer: OfficerContext)
        async throws
    {
        let (actor, now) = (Self.actor(request, officer, address.organ), request.now)
        guard let outcome = SelfReport.Outcome(rawValue: form["outcome"] ?? "") else {
            throw DomainError.invalid("outcome", "请选择审核结果。")
        }
        let (typed, reason) = (form["amount"] ?? "", form["reason"] ?? "")
        let seen = form["seen"].flatMap { Int($0) } ?? -1
        try await office.database.write { tx in
            let (subject, found) = try Self.open(address, in: tx)
            guard var report = found else { throw DomainError.notFound(Self.noReport) }
            let amount =
                outcome == .change ? try subject.reporting.amount(typed, "amount") : report.stated
            try report.review(outcome, amount, reason, seen: seen, by: actor, at: now)
            try save(report, subject, "performance_report.reviewed", "审核", actor, now, in: tx)
            try office.outbox.enqueue(
                to: report.reportedBy, about: "performance", "\(subject.title)自评\(report.state.chinese)。",
                at: now,
                in: tx)
        }
    }

    /// One period changes at a time: what is being frozen is not reported on.
    private static func open(_ address: ReportAddress, in tx: Transaction) throws -> (Subject, SelfReport?) {
        try tx.exclude("performance-period")
        let subject = try subject(address.period, address.organ, address.indicator, in: tx)
        try SelfReport.requireOpen(subject.assessment.record)
        return (
            subject, try ReportStore.report(address.period, address.organ, address.indicator, in: tx)
        )
    }

    private func save(
        _ report: SelfReport, _ subject: Subject, _ action: String, _ verb: String, _ actor: Actor,
        _ now: Instant, in tx: Transaction
    ) throws {
        try ReportStore.save(report, in: tx)
        try PerformanceOffice.record(
            action, report.subject, "\(actor.name)\(verb)\(subject.title)自评：\(report.state.chinese)。",
            by: actor, at: now, in: tx)
    }
}

extension SelfReport {
    /// Under what its files and its journal entries stand.
    var subject: String { "performance_report:\(id)" }
}

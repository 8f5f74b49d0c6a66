import Files
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// What organs report of themselves: stated by the organ, reviewed by somebody else.
struct ReportPages: Sendable {
    let desk: ReportDesk
    private var office: PerformanceOffice { desk.office }

    private static let report = PerformancePath.report("{period}", "{organ}", "{indicator}")

    var routes: [Route] {
        [
            .get(
                PerformancePath.reports, .may(.reportPerformance, .reviewReports, .readPerformance), "绩效自评"
            ) { .page(try await list($0, $1)) },
            .get(Self.report, .may(.readPerformance, .readOwnPerformance), "一项自评") {
                .page(try await show($0, $1))
            },
            .post(Self.report, .may(.reportPerformance), journal: "performance_report.stated", "填报自评") {
                request, officer in
                let address = try await ReportAddress(request, officer, office)
                let sent = try await EvidenceForm.read(
                    request, into: office.files, owner: officer.account.id)
                return try await act(request, officer, sent.form) {
                    try await desk.state(sent, address, request, officer)
                }
            },
            .post(
                "\(Self.report)/review", .may(.reviewReports), journal: "performance_report.reviewed", "审核自评"
            ) { request, officer in
                let (address, form) = (
                    try await ReportAddress(request, officer, office), try await request.form()
                )
                return try await act(request, officer, form) {
                    try await desk.review(form, address, request, officer)
                }
            },
            .get("\(Self.report)/files/{id}", .may(.readPerformance, .readOwnPerformance), "自评的佐证") {
                try await file($0, $1)
            },
        ]
    }

    private func act(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData, _ change: () async throws -> Void
    ) async throws -> WebResponse {
        do {
            try await change()
            let address = try await ReportAddress(request, officer, office)
            return .redirect(to: PerformancePath.report(address))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let seen = try await office.organs(officer, on: request.now.day)
        let own = officer.account.organs(for: .reportPerformance)
        let wish = request.query("state")
        let waiting: SelfReport.State? = officer.may(.reviewReports) ? .submitted : nil
        let state = wish == nil ? waiting : wish.flatMap(SelfReport.State.init(rawValue:))
        let (after, today) = (request.query("after"), request.now.day)
        let (slice, due, names) = try await office.database.read { tx in
            (
                try ReportStore.reports(seen, state, after: after, in: tx),
                try ReportsDue.of(own, on: today, in: tx), try ReportNames(on: today, in: tx)
            )
        }
        return ReportListPage(
            slice: slice, due: due, names: names, state: state, pager: Pager(next: slice.next, of: request)
        ).page
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let address = try await ReportAddress(request, officer, office)
        let (subject, report) = try await office.database.read { tx in
            (
                try ReportDesk.subject(address.period, address.organ, address.indicator, in: tx),
                try ReportStore.report(address.period, address.organ, address.indicator, in: tx)
            )
        }
        let isOwn = officer.organs.contains(address.organ)
        return ReportPage(
            subject: subject, report: report, address: address,
            mayState: officer.account.organs(for: .reportPerformance).contains(address.organ),
            mayReview: officer.may(.reviewReports), isOwn: isOwn, today: request.now.day,
            entered: entered, errors: errors, token: request.csrf
        ).page
    }

    private func file(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (address, id) = (try await ReportAddress(request, officer, office), try request.id("没有这个文件。"))
        let readable = try await office.database.read { [office] tx in
            let report = try ReportStore.report(address.period, address.organ, address.indicator, in: tx)
            guard let report, report.course.file(id) != nil else { throw DomainError.notFound("没有这个文件。") }
            return try office.files.file(id, for: .caseFile(number: report.subject), in: tx)
        }
        return try await .evidence(readable)
    }
}

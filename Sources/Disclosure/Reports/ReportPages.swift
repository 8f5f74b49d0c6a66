import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Annual reports: for everybody to read, and for the office that completes them.
struct ReportPages: Sendable {
    let requests: Requests

    var routes: [Route] {
        [
            Route.get(DisclosurePath.reports, .anyone, "政府信息公开工作年度报告") { request, _ in
                let years = try await requests.database.read {
                    try ReportStore.years(today: request.now.day, in: $0)
                }
                return .page(Self.list(years))
            }.inEveryLanguage,
            .get(DisclosurePath.reportFile("{year}"), .anyone, "年度报告的表格") { request, _ in
                let report = try await report(request)
                return .file(
                    Array(report.csv.utf8), name: "政府信息公开工作年度报告-\(report.year).csv",
                    contentType: "text/csv; charset=utf-8")
            },
            Route.get(DisclosurePath.report("{year}"), .anyone, "年度报告") { request, _ in
                let report = try await report(request)
                return .page(
                    ReportPage(
                        report: report, isOver: report.year < request.now.day.year,
                        organs: try await requests.organs()
                    ).page)
            }.inEveryLanguage,
            .get(DisclosurePath.reportEntry("{year}"), .may(.reportForOrgan, .reportForDistrict), "填写年度报告") {
                request, officer in
                let report = try await report(request)
                try Self.requireEditor(of: report, officer)
                return .page(ReportEntryPage(report: report, errors: [], token: request.csrf).page)
            },
            .post(
                DisclosurePath.reportEntry("{year}"), .may(.reportForOrgan, .reportForDistrict),
                journal: "disclosure_report.saved", "填写年度报告"
            ) { try await save($0, $1) },
        ]
    }

    private func save(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let report = try await report(request)
        try Self.requireEditor(of: report, officer)
        do {
            let entry = try ReportEntry(try await request.form(), rules: report.rules)
            let (actor, now) = (officer.actor(request), request.now)
            try await requests.database.write {
                try ReportStore.save(
                    entry, for: report.year, of: report.organ?.key ?? "", by: actor, at: now, in: $0)
            }
            return .redirect(to: DisclosurePath.report(String(report.year)) + report.query)
        } catch DomainError.invalid(let errors) {
            let page = ReportEntryPage(report: report, errors: errors, token: request.csrf)
            return .page(page.page, status: .unprocessableContent)
        }
    }

    /// The report of the address: an organ's where one is named, else the district's.
    private func report(_ request: WebRequest) async throws -> AnnualReport {
        let year = try Self.year(request)
        let every = try await requests.directory.everyOrgan()
        let organ = try request.query("organ").map { key in
            guard let organ = every.first(where: { $0.key == key }) else {
                throw DomainError.notFound("没有这个机关的年度报告。")
            }
            return organ
        }
        return try await requests.database.read { tx in
            AnnualReport(
                year: year, organ: organ,
                figures: try ReportFigures.read(
                    year, organs: (organ.map { [$0] } ?? every).map(\.key), in: tx),
                entry: try ReportStore.entry(year, of: organ?.key ?? "", in: tx) ?? ReportEntry(),
                rules: try requests.book.current(in: tx))
        }
    }

    /// - Throws: `forbidden` unless it is the head of the organ, or for the district an editor or a leader.
    private static func requireEditor(of report: AnnualReport, _ officer: OfficerContext) throws {
        if let organ = report.organ {
            guard officer.account.organs(for: .reportForOrgan).contains(organ.key) else {
                throw DomainError.forbidden("\(organ.fullName)的年度报告由该机关负责人填写。")
            }
        } else {
            guard officer.may(.reportForDistrict) else {
                throw DomainError.forbidden("区政府的年度报告由信息编辑和区领导填写。")
            }
        }
    }

    /// The year of the address; one still to come has no report.
    private static func year(_ request: WebRequest) throws -> Int {
        let text = try request.parameter("year")
        guard text.utf8.count == 4, let year = Int(text), (2008...request.now.day.year).contains(year) else {
            throw DomainError.notFound("没有这一年的年度报告。")
        }
        return year
    }

    private static func list(_ years: [Int]) -> Page {
        Page(
            "政府信息公开工作年度报告", crumbs: [Link("政府信息公开", DisclosurePath.guide), Link("年度报告", nil)],
            description: "历年政府信息公开工作年度报告。",
            body: """
                <h1>政府信息公开工作年度报告</h1>
                <p class="lead">部门的年度报告每年1月31日以前、区政府的每年3月31日以前公布（《政府信息公开条例》第四十九条）。</p>
                <ul class="links">\(each: years, { "<li><a href=\"\(DisclosurePath.report(String($0)))\">\($0)年</a></li>" })</ul>
                """)
    }
}

import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The ranking of a period, the sheet of an organ or a person, and the cases behind each figure.
struct PerformancePages: Sendable {
    let office: PerformanceOffice

    var routes: [Route] {
        [
            .get(PerformancePath.ranking, .may(.readPerformance, .readOwnPerformance), "绩效") {
                .page(try await ranking($0, $1))
            },
            .get(PerformancePath.periods, .may(.readPerformance, .readOwnPerformance), "核定过的各期绩效") {
                request, _ in
                let lines = try await office.database.read {
                    try PeriodStore.lines(after: request.query("after"), in: $0)
                }
                return .page(PeriodListPage(lines: lines, isPublic: false, request: request).page)
            },
            .get(
                PerformancePath.sheet("{period}", "{organ}"), .may(.readPerformance, .readOwnPerformance),
                "部门绩效"
            ) { .page(try await sheet($0, $1)) },
            .get(
                PerformancePath.person("{period}", "{organ}", "{id}"),
                .may(.readPerformance, .readOwnPerformance, .readPersonPerformance),
                "个人绩效"
            ) { .page(try await person($0, $1)) },
            .get(
                PerformancePath.cases("{period}", "{organ}", "{figure}"),
                .may(.readPerformance, .readOwnPerformance), "绩效背后的办件"
            ) { .page(try await cases($0, $1)) },
            .post(
                PerformancePath.freezing, .may(.freezePeriods), journal: "performance.freezing_asked",
                "核定一期绩效"
            ) {
                try await freeze($0, $1)
            },
        ] + officeRoutes
    }

    private func ranking(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let today = request.now.day
        let period = request.query("period").flatMap(Period.init) ?? Period(.month, of: today)
        guard period.first <= today else { throw DomainError.notFound(PerformanceOffice.noPeriod) }
        let (assessment, earlier, frozen) = try await office.database.read { tx in
            (
                try Assessment(period, in: tx), try PeriodStore.scores(period.previous, in: tx),
                try PeriodStore.scores(period, in: tx)
            )
        }
        guard let assessment else { return RankingPage.empty }
        return RankingPage(
            assessment: assessment, earlier: earlier, frozen: frozen,
            organs: try await office.organs(officer, on: today), today: today,
            mayFreeze: officer.may(.freezePeriods),
            mayModels: officer.may(.writeModels) || officer.may(.switchModels), token: request.csrf
        ).page
    }

    private func sheet(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let (period, organ) = (
            try PerformanceOffice.period(request), try await office.organ(request, officer)
        )
        let assessment = try await office.assessment(period)
        guard assessment.organs.contains(where: { $0.key == organ }) else {
            throw DomainError.notFound(PerformanceOffice.noOrgan)
        }
        let (figures, names) = try await office.everybody(of: organ, in: period)
        let today = request.now.day
        let (reports, appeals, appealing, offices) = try await office.database.read { tx in
            (
                try ReportStore.reports(of: organ, in: period, tx),
                try AppealStore.appeals(of: organ, in: period, tx),
                try PerformanceOffice.withForebears(
                    officer.account.organs(for: .appealScores), on: today, in: tx),
                try OfficeFigureStore.scores(period, of: organ, in: tx)
            )
        }
        let sees = PerformanceOffice.seesPersons(officer, of: organ)
        let own = figures.filter { sees || $0.key.accountID == officer.account.id || $0.key.post.isEmpty }
        return SheetPage(
            assessment: assessment, organ: organ, persons: PersonScores(assessment.model, own),
            offices: sees
                ? OfficeTable(
                    assessment: assessment, organ: organ, scores: assessment.officeScores(of: organ, figures),
                    frozen: offices) : nil,
            names: names, seesPersons: sees, reports: reports,
            appeals: SheetAppeals(
                assessment: assessment, organ: organ, appeals: appeals, reports: reports,
                mayAppeal: appealing.contains(organ), now: request.now)
        ).page
    }

    private func person(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let (period, organ) = (
            try PerformanceOffice.period(request), try await office.organ(request, officer)
        )
        let id = try request.id("没有这个人的绩效。")
        let assessment = try await office.assessment(period)
        let (figures, names) = try await office.everybody(of: organ, in: period)
        let own = figures.filter { $0.key.accountID == id && id > 0 }
        let mayRead = PerformanceOffice.seesPersons(officer, of: organ) || id == officer.account.id
        guard mayRead, !own.isEmpty else { throw DomainError.notFound("没有这个人的绩效。") }
        return PersonPage(
            assessment: assessment, organ: organ, name: names[id] ?? "—", id: id,
            rows: PersonScores(assessment.model, own).persons
        ).page
    }

    private func cases(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let (period, organ) = (
            try PerformanceOffice.period(request), try await office.organ(request, officer)
        )
        guard let figure = Figure(rawValue: try request.parameter("figure")), figure.hasCases else {
            throw DomainError.notFound("没有这个数。")
        }
        let person = request.query("person").flatMap(Int64.init)
        let place = request.query("office").map { $0 == AssessedOffice.none ? "" : $0 }
        let post = request.query("post")
        let isOthers = person != officer.account.id && (person != nil || place != nil || post != nil)
        if isOthers, !PerformanceOffice.seesPersons(officer, of: organ) {
            throw DomainError.notFound("没有这个人的绩效。")
        }
        let behind = CasesBehind(
            figure: figure, organ: organ, period: period, accountID: figure.isOfPersons ? person : nil,
            office: figure.isOfPersons ? place : nil, post: figure.isOfPersons ? post : nil, now: request.now)
        let after = request.query("after")
        let slice = try await office.database.read { try behind.slice(after: after, in: $0) }
        let assessment = try await office.assessment(period)
        let isOfAll = behind.accountID == nil && behind.office == nil && behind.post == nil
        let counted = isOfAll ? assessment.figures[FigureOwner(organ: organ)]?[figure] ?? 0 : nil
        return CasesPage(
            assessment: assessment, organ: organ, office: behind.office, post: behind.post, figure: figure,
            slice: slice, counted: counted, isWhole: after == nil && slice.next == nil,
            pager: Pager(next: slice.next, of: request)
        ).page
    }
}

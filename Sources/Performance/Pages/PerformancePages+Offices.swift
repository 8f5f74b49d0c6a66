import Identity
import Web
import WorkingTime

/// From an organ to its offices, from an office to its persons, and all of a period as a file.
extension PerformancePages {
    var officeRoutes: [Route] {
        [
            .get(
                PerformancePath.office("{period}", "{organ}", "{office}"),
                .may(.readPerformance, .readPersonPerformance), "科室绩效"
            ) { .page(try await officeSheet($0, $1)) },
            .get(
                PerformancePath.export("{period}"), .may(.readPerformance, .readOwnPerformance),
                "一期的得分（CSV）"
            ) { request, officer in try await export(request, officer) },
        ]
    }

    private func officeSheet(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let organ = try await AssessedPeople(request, officer, office)
        let row = try organ.row(ofOffice: try request.parameter("office"))
        return OfficePage(
            assessment: organ.assessment, organ: row.owner.organ, row: row, ranked: organ.scores.ranked,
            persons: organ.persons(of: row), names: organ.names
        ).page
    }

    /// Organ by organ: no answer has to hold a whole district's staff at once.
    private func export(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let period = try PerformanceOffice.period(request)
        let assessment = try await office.assessment(period)
        let seen = try await office.organs(officer, on: request.now.day)
        var file = ScoreFile(assessment: assessment)
        for row in assessment.ranking.rows {
            let organ = row.owner.organ
            guard seen?.contains(organ) ?? true else { continue }
            file.add(row)
            guard PerformanceOffice.seesPersons(officer, of: organ) else { continue }
            let (figures, names) = try await office.everybody(of: organ, in: period)
            file.add(assessment.officeScores(of: organ, figures))
            file.add(PersonScores(assessment.model, figures).persons, names)
        }
        return .file(
            Array(file.text.utf8), name: "performance-\(period.text).csv",
            contentType: "text/csv; charset=utf-8")
    }
}

import Identity
import Web

/// Which indicator of an organ in a period an address names.
struct ReportAddress: Sendable {
    let period: Period
    let organ: String
    let indicator: String
}

extension ReportAddress {
    /// - Throws: `notFound` for a period that has not begun, and for an organ that the viewer may not see.
    init(_ request: WebRequest, _ officer: OfficerContext, _ office: PerformanceOffice) async throws {
        self.init(
            period: try PerformanceOffice.period(request),
            organ: try await office.organ(request, officer),
            indicator: try request.parameter("indicator"))
    }
}

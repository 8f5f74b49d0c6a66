import AccessFigures
import AdministrativeHall
import AnnualInspection
import Cases
import Consultations
import Forum
import Government
import Hearings
import Identity
import Licences
import Modules
import ParticipationFigures
import ProgressAnywhere
import Ratings
import Services
import Surveys
import Web

extension Installation {
    /// Loads the sample district, its services and the demo accounts; may run again at any time.
    public func loadDistrict() async throws {
        try await Government.seed(into: database)
        try await library.seed(at: cases.now)
        try await licences.types.seed(at: cases.now)
        try await cases.decisions.install(ItemFiles.decisionFiles(), in: database, at: cases.now)
        try await Identity.seedDemo(into: database)
        try await PersonalMandates.seedDemo(into: database, at: cases.now)
        try await halls.seedDemo()
        try await Ratings.seedDemo(into: database, at: cases.now)
        try await ProgressAnywhere.seedDemo(into: database, at: cases.now)
        try await AnnualInspection.seedDemo(into: database, at: cases.now)
        try await Surveys.seedDemo(into: database, at: cases.now)
        try await AccessFigures.seedDemo(into: database, at: cases.now)
        try await Consultations.seedDemo(into: database, at: cases.now)
        try await Hearings.seedDemo(into: database, files: files, at: cases.now)
        try await Forum.seedDemo(into: database, at: cases.now)
        try await ParticipationFigures.seedDemo(into: database, at: cases.now)
    }

    /// Every route of the house, with the document that describes the API.
    public func routes() throws -> [Route] {
        let routes = modules.routes + HealthPages(database: database, readiness: readiness).routes
        return routes + [
            try OpenAPIDocument.route(
                describing: routes,
                info: .init(
                    title: "民本 Minben", version: "1",
                    description: "区县电子政务平台的核心接口：与页面同一套规则。出错时返回 RFC 9457 problem+json。"))
        ]
    }
}

import Foundation
import Refusals
import Services
import Web
import WorkingTime

/// What is analysed: the cases of one service that came in in one year, of all organs or of one that was in charge.
struct AnalysisScope: Sendable, Hashable, Codable {
    static let yearsBack = 4

    let service: String
    let name: String
    let year: Int
    /// The organ in charge; nil for all.
    let organ: String?

    /// What the address asks for; without anything the present year.
    ///
    /// - Parameter otherwise: the service when the address names none.
    /// - Throws: `notFound` for a service that is not published, or a year that is none of the last.
    init(_ request: WebRequest, _ catalogue: ServiceCatalogue, otherwise: String? = nil) throws {
        let thisYear = request.now.day.year
        let named = (request.query("service") ?? otherwise).map(catalogue.service)
        let known = named ?? catalogue.services.first
        organ = request.query("organ")
        guard let known else { throw DomainError.notFound("没有这个事项。") }
        (service, name) = (known.code, known.item.name)
        guard let text = request.query("year") else {
            year = thisYear
            return
        }
        guard let number = Int(text), Self.years(until: thisYear).contains(number) else {
            throw DomainError.notFound("只能分析最近 \(String(Self.yearsBack)) 年的办件。")
        }
        year = number
    }

    init(service: String, name: String, year: Int, organ: String? = nil) {
        (self.service, self.name, self.year, self.organ) = (service, name, year, organ)
    }

    /// The same without a choice of the organ.
    var ofAllOrgans: AnalysisScope { AnalysisScope(service: service, name: name, year: year) }

    static func years(until year: Int) -> [Int] { (0..<yearsBack).map { year - $0 } }

    /// The first moment of the year, and the first after it.
    var bounds: (from: Instant, until: Instant) {
        (Self.newYear(year), Self.newYear(year + 1))
    }

    private static func newYear(_ year: Int) -> Instant {
        Instant(day: CivilDate(iso: "\(year)-01-01") ?? .first)
    }

    /// An address with the scope in it, and a path where it is about one.
    func address(_ place: String, path: [String]? = nil) -> String {
        let steps = path.map { "&path=\($0.map(Self.coded).joined(separator: ","))" }
        let part = organ.map { "&organ=\(Self.coded($0))" }
        return "\(place)?service=\(Self.coded(service))&year=\(year)\(part ?? "")\(steps ?? "")"
    }

    static func coded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

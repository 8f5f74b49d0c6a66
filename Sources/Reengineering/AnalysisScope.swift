import Foundation
import Refusals
import Services
import Web
import WorkingTime

/// What is analysed: the cases of one service that came in in one year.
struct AnalysisScope: Sendable, Hashable {
    static let yearsBack = 4

    let service: String
    let name: String
    let year: Int

    /// What the address asks for; without anything the first service and the present year.
    ///
    /// - Throws: `notFound` for a service that is not published, or a year that is none of the last.
    init(_ request: WebRequest, _ catalogue: ServiceCatalogue) throws {
        let thisYear = request.now.day.year
        let known = request.query("service").map(catalogue.service) ?? catalogue.services.first
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

    init(service: String, name: String, year: Int) {
        (self.service, self.name, self.year) = (service, name, year)
    }

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
        return "\(place)?service=\(Self.coded(service))&year=\(year)\(steps ?? "")"
    }

    static func coded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

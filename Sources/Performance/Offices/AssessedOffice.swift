import Government
import WorkingTime

/// An office as it was in a period: what it was called on the last day of it, and what became of it meanwhile.
struct AssessedOffice: Sendable, Hashable, Codable {
    /// A name it gave up within the period.
    struct EarlierName: Sendable, Hashable, Codable {
        let name: String
        let lastDay: String
    }

    let key: String
    let organ: String
    let name: String
    var firstDay: String?
    var lastDay: String?
    var earlierNames: [EarlierName]

    init(_ office: OrganOffice, in period: Period) {
        (key, organ, name) = (office.key, office.organ, office.name(on: period.last))
        (firstDay, lastDay) = (office.validFrom?.iso, office.validUntil?.iso)
        earlierNames = office.earlierNames
            .filter { period.first <= $0.validUntil && $0.validUntil < period.last }
            .map { EarlierName(name: $0.name, lastDay: $0.validUntil.iso) }
    }

    /// What stands for what was done outside offices.
    static let none = "none"
    static let noneWords = "未分科室"

    /// Whether it was there on any day of a period.
    func stood(in period: Period) -> Bool {
        (firstDay ?? "") <= period.last.iso && (lastDay ?? "9") >= period.first.iso
    }

    /// What has to be said of one that came, went or was renamed in a period; empty for the others.
    func remark(_ period: Period) -> String {
        let within = { (day: String?) -> CivilDate? in
            day.flatMap { CivilDate(iso: $0) }.flatMap { period.first <= $0 && $0 <= period.last ? $0 : nil }
        }
        let names = earlierNames.compactMap { one in
            CivilDate(iso: one.lastDay).map { "\($0.written)以前称“\(one.name)”" }
        }
        let begin = within(firstDay).map { ["\($0.written)设立"] } ?? []
        let end = within(lastDay).map { ["\($0.written)撤销，只含此前的步骤"] } ?? []
        return (begin + names + end).joined(separator: "；")
    }
}

extension Assessment {
    /// The name of an office in the period, and what stands for none.
    func officeName(_ key: String) -> String {
        key.isEmpty ? AssessedOffice.noneWords : offices.first { $0.key == key }?.name ?? key
    }

    /// The offices of an organ that stood in the period, with their points.
    func officeScores(of organ: String, _ everybody: FigureSums) -> OfficeScores {
        let standing = offices.filter { $0.organ == organ && $0.stood(in: period) }.map(\.key)
        return OfficeScores(model, everybody.byOffice, of: organ, offices: standing)
    }

    func remark(ofOffice key: String) -> String {
        offices.first { $0.key == key }?.remark(period) ?? ""
    }
}

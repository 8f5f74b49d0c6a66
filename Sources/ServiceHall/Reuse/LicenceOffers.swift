import Cases
import Licences
import Refusals
import Services
import WorkingTime

/// The licences of an applicant that may stand in the place of uploads (免提交), by material.
struct LicenceOffers: Sendable {
    private let held: [Licence]
    private let day: CivilDate

    /// Nobody's.
    static func none(on day: CivilDate) -> LicenceOffers { LicenceOffers(held: [], day: day) }

    init(held: [Licence], day: CivilDate) { (self.held, self.day) = (held, day) }

    /// Those in force of the type a material may be replaced by, the newest first.
    func usable(for material: Material) -> [Licence] {
        ofType(material).filter { $0.obstacle(on: day) == nil }
    }

    /// Why the newest one cannot be used, when none can.
    func obstacle(for material: Material) -> Sentence? {
        let all = ofType(material)
        guard !all.contains(where: { $0.obstacle(on: day) == nil }) else { return nil }
        return all.first?.obstacle(on: day)
    }

    private func ofType(_ material: Material) -> [Licence] {
        guard let type = material.licence else { return [] }
        return held.filter { $0.typeCode == type }
    }
}

import Codes
import Government
import Storage

/// What of an item is the district's own and changes without it: the divisions to pick from, the names of types.
struct DistrictNames: Sendable {
    let streets: [FormOption]
    let districts: [FormOption]
    let communities: [FormOption]
    let regions: RegionOptions
    let types: [String: String]

    init(in tx: Transaction) throws {
        let divisions = try Directory.divisions(in: tx)
        let options = { (kind: Division.Kind) in
            divisions.filter { $0.kind == kind }.map { FormOption(value: $0.code.text, label: $0.name) }
        }
        (streets, districts, communities) = (options(.street), options(.district), options(.community))
        regions = RegionOptions(try Directory.regions(in: tx))
        types = try Dictionary(ItemTypes.all(in: tx).map { ($0.code, $0.name) }) { first, _ in first }
    }
}

extension PublicService {
    /// The same service with the divisions to pick from and the name of its type.
    func offering(_ own: DistrictNames) -> PublicService {
        var offered = item.offering(
            streets: own.streets, districts: own.districts, communities: own.communities, regions: own.regions
        )
        offered.typeInTable = item.typeCode.flatMap { own.types[$0] }
        return PublicService(id: id, code: code, version: version, publishedAt: publishedAt, item: offered)
    }
}

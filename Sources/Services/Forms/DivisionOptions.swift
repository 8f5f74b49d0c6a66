import Government

extension ServiceItem {
    /// The same item with the district's divisions to pick from.
    ///
    /// Which divisions there are is known to `Government`; a file says only whether a street is needed.
    public func offering(
        streets: [FormOption], districts: [FormOption], communities: [FormOption] = [],
        regions: RegionOptions = .none
    ) -> ServiceItem {
        var item = self
        item.pages = pages.map { page in
            var page = page
            page.fields = page.fields.map {
                $0.offering(
                    streets: streets, districts: districts, communities: communities, regions: regions)
            }
            return page
        }
        return item
    }
}

extension FormField {
    func offering(
        streets: [FormOption], districts: [FormOption], communities: [FormOption], regions: RegionOptions
    ) -> FormField {
        var field = self
        field.columns = columns.map {
            $0.offering(streets: streets, districts: districts, communities: communities, regions: regions)
        }
        if kind == .region { (field.options, field.formerOptions) = (regions.current, regions.former) }
        guard kind == .division else { return field }
        field.options =
            switch divisionLevel {
            case .street: streets
            case .community: communities
            case .district, nil: streets + districts
            }
        return field
    }
}

/// The regions of the country to pick from, and those that earlier answers name.
public struct RegionOptions: Sendable {
    let current: [FormOption]
    let former: [FormOption]

    /// None, where nobody asks for them.
    public static let none = RegionOptions(current: [], former: [])

    init(current: [FormOption], former: [FormOption]) { (self.current, self.former) = (current, former) }

    /// Those of an installation.
    public init(_ tables: RegionTables) {
        func options(_ places: [RegionTable.Place]) -> [FormOption] {
            places.map { FormOption(value: $0.code, label: $0.path) }
        }
        self.init(current: options(tables.current.places), former: options(tables.former))
    }
}

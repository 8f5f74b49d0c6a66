extension ServiceItem {
    /// The same item with the district's divisions to pick from.
    ///
    /// Which divisions there are is known to `Government`; a file says only whether a street is needed.
    public func offering(
        streets: [FormOption], districts: [FormOption], communities: [FormOption] = []
    ) -> ServiceItem {
        var item = self
        item.pages = pages.map { page in
            var page = page
            page.fields = page.fields.map {
                $0.offering(streets: streets, districts: districts, communities: communities)
            }
            return page
        }
        return item
    }
}

extension FormField {
    func offering(streets: [FormOption], districts: [FormOption], communities: [FormOption]) -> FormField {
        var field = self
        field.columns = columns.map {
            $0.offering(streets: streets, districts: districts, communities: communities)
        }
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

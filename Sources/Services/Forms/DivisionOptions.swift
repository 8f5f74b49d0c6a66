extension ServiceItem {
    /// The same item with the district's divisions to pick from.
    ///
    /// Which divisions there are is known to `Government`; a file says only whether a street is needed.
    public func offering(streets: [FormOption], districts: [FormOption]) -> ServiceItem {
        var item = self
        item.pages = pages.map { page in
            var page = page
            page.fields = page.fields.map { $0.offering(streets: streets, districts: districts) }
            return page
        }
        return item
    }
}

extension FormField {
    func offering(streets: [FormOption], districts: [FormOption]) -> FormField {
        guard kind == .division else { return self }
        var field = self
        field.options = divisionLevel == .street ? streets : streets + districts
        return field
    }
}

extension Field {
    /// A list of known places, and two numbers for every other one; the numbers count when they are there.
    var place: HTML {
        let isListed = options.contains { $0.value == value }
        let degrees =
            isListed ? [] : value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return """
            <div class="row">\(if: !options.isEmpty, list)\
            \(number("经度（东经，度）", "lon", degrees.first ?? "", isFirst: options.isEmpty))\
            \(number("纬度（北纬，度）", "lat", degrees.count > 1 ? degrees[1] : "", isFirst: false))</div>
            """
    }

    private var list: HTML {
        """
        <div class="cell"><label class="label" for="\(anchor)">从列表里选</label>\(select)</div>
        """
    }

    private func number(_ label: String, _ part: String, _ value: String, isFirst: Bool) -> HTML {
        let id = isFirst ? anchor : "\(anchor).\(part)"
        return """
            <div class="cell"><label class="label" for="\(id)">\(label)</label>
            <input class="input" id="\(id)" name="\(name).\(part)" type="text" inputmode="decimal" \
            autocomplete="off" value="\(value)"></div>
            """
    }
}

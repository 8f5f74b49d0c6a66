extension Field {
    /// One of several lists, each of which depends on what is picked in the one before.
    public struct Level: Sendable, Hashable {
        let options: [Option]
        let chosen: String?

        /// A list, and what is picked in it.
        public init(_ options: [Option], chosen: String?) { (self.options, self.chosen) = (options, chosen) }
    }

    /// A list a level, and a button that asks for the next one; it works where no script does. The page opens again where
    /// the next list will stand.
    var levelLists: HTML {
        """
        <div class="row">\(each: levels.enumerated(), list)</div>
        <button class="button quiet small" name="\(Field.rowButtonName)" value="next:\(name)" \
        formaction="#\(anchor)">列出下一级</button>
        """
    }

    private func list(_ place: Int, _ level: Level) -> HTML {
        let id = place == 0 ? anchor : "\(anchor).\(place + 1)"
        return """
            <div class="cell"><label class="label" for="\(id)">\(Self.levelNames[min(place, 2)])</label>
            <select class="input" id="\(id)" name="\(name).\(place + 1)" autocomplete="off">
            <option value="">请选择</option>\(each: level.options, { option in
                "<option value=\"\(option.value)\"\(attribute: "selected", if: option.value == level.chosen)>\(option.label)</option>"
            })</select></div>
            """
    }

    private static let levelNames = ["省、自治区、直辖市", "市、自治州，或者直辖的区县", "县、区、县级市"]
}

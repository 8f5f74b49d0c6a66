import Web

/// A list of versions to pull down.
struct VersionSelect {
    private let name: String
    private let label: String
    private let options: [Field.Option]
    private let chosen: String

    init(_ name: String, _ label: String, _ options: [Field.Option], _ chosen: Int64) {
        (self.name, self.label, self.options, self.chosen) = (name, label, options, String(chosen))
    }

    var html: HTML {
        """
        <div class="filter"><label class="label" for="\(name)">\(label)</label>
        <select class="input" id="\(name)" name="\(name)">\(each: options, { option in
            "<option value=\"\(option.value)\"\(attribute: "selected", if: option.value == chosen)>\(option.label)</option>"
        })</select></div>
        """
    }
}

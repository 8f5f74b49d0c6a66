extension Field {
    /// The field with its label, hint, source and error, joined so that a screen reader reads them together.
    public var html: HTML {
        isGroup ? group : single
    }

    /// Where links of the error summary lead.
    public var anchor: String { "f-\(name)" }

    /// Several controls under one question: radios, checkboxes, a table.
    private var isGroup: Bool {
        switch kind {
        case .boolean, .choices, .table, .mapPoint, .region: true
        case .choice: !isLongChoice
        default: false
        }
    }

    /// Beyond six, a list to pull down is easier than a column of radios.
    var isLongChoice: Bool { options.count > 6 }

    private var single: HTML {
        """
        <div class="field\(error == nil ? "" : " has-error")">
        <label class="label" for="\(anchor)">\(label)\(optionalMark)</label>
        \(notes)
        \(control)
        </div>
        """
    }

    private var group: HTML {
        """
        <fieldset class="field\(error == nil ? "" : " has-error")"\(attribute: "aria-describedby", describedBy)>
        <legend class="label">\(label)\(optionalMark)</legend>
        \(notes)
        \(control)
        </fieldset>
        """
    }

    private var control: HTML {
        switch kind {
        case .longText, .address: textArea
        case .boolean: radios([Option("true", "是"), Option("false", "否")])
        case .choice: isLongChoice ? select : radios(options)
        case .division: options.isEmpty ? input : select
        case .choices: checkboxes
        case .file: fileInput
        case .table: table
        case .mapPoint: place
        case .region: levelLists
        case .signature: signaturePad
        default: input
        }
    }

    private var optionalMark: HTML? {
        isRequired ? nil : "<span class=\"optional\">（选填）</span>"
    }

    private var notes: HTML {
        """
        \(note(hint, "hint", id: "hint"))\
        \(note(provenance.map { "来自\($0)" }, "provenance", id: "source"))\
        \(errorNote)
        """
    }

    private func note(_ text: String?, _ style: String, id: String) -> HTML? {
        text.map { "<p class=\"\(style)\" id=\"\(anchor)-\(id)\">\($0)</p>" }
    }

    private var errorNote: HTML? {
        error.map { "<p class=\"error\" id=\"\(anchor)-error\"><span class=\"sr\">错误：</span>\($0)</p>" }
    }

    /// The notes that are there, by their ids.
    var describedBy: String? {
        let ids = [
            hint.map { _ in "\(anchor)-hint" }, provenance.map { _ in "\(anchor)-source" },
            error.map { _ in "\(anchor)-error" },
        ].compactMap(\.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    /// What a single control says about its notes; in a group the fieldset says it.
    var describedByOfControl: String? { isGroup ? nil : describedBy }

    var invalidMark: String? { error == nil ? nil : "true" }
}

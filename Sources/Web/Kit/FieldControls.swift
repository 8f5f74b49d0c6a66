extension Field {
    var input: HTML {
        let traits = InputTraits(kind)
        let control: HTML = """
            <input class="input\(traits.width)" id="\(anchor)" name="\(name)" type="\(traits.type)" \
            value="\(value)"\(attribute: "inputmode", traits.inputMode)\
            \(attribute: "autocomplete", autocomplete ?? traits.autocomplete)\
            \(attribute: "maxlength", traits.maximumLength.map(String.init))\
            \(attribute: "spellcheck", traits.isCode ? "false" : nil)\
            \(attribute: "autocapitalize", traits.isCode ? "characters" : nil)\
            \(attribute: "aria-describedby", describedBy)\(attribute: "aria-invalid", invalidMark)\
            \(attribute: "required", if: isRequired)>
            """
        guard let unit = traits.unit else { return control }
        return
            "<div class=\"with-unit\">\(control)<span class=\"unit\" aria-hidden=\"true\">\(unit)</span></div>"
    }

    var textArea: HTML {
        // HTML swallows one line end behind the tag, so that a value may begin with one.
        """
        <textarea class="input" id="\(anchor)" name="\(name)" rows="\(kind == .address ? 2 : 5)"\
        \(attribute: "autocomplete", autocomplete ?? (kind == .address ? "street-address" : nil))\
        \(attribute: "aria-describedby", describedBy)\(attribute: "aria-invalid", invalidMark)\
        \(attribute: "required", if: isRequired)>
        \(value)</textarea>
        """
    }

    var select: HTML {
        """
        <select class="input" id="\(anchor)" name="\(name)"\(attribute: "autocomplete", autocomplete)\
        \(attribute: "aria-describedby", describedBy)\(attribute: "aria-invalid", invalidMark)\
        \(attribute: "required", if: isRequired)>
        <option value="">请选择</option>
        \(each: options, { option in
            "<option value=\"\(option.value)\"\(attribute: "selected", if: values.contains(option.value))>\(option.label)</option>"
        })
        </select>
        """
    }

    func radios(_ options: [Option]) -> HTML {
        """
        <div class="choices">\(each: options.enumerated(), { index, option in
            choice(option, type: "radio", id: index == 0 ? anchor : "\(anchor)-\(index)")
        })</div>
        """
    }

    var checkboxes: HTML {
        """
        <div class="choices">\(each: options.enumerated(), { index, option in
            choice(option, type: "checkbox", id: index == 0 ? anchor : "\(anchor)-\(index)")
        })</div>
        """
    }

    private func choice(_ option: Option, type: String, id: String) -> HTML {
        let hintID = option.hint == nil ? nil : "\(id)-hint"
        return """
            <div class="choice"><input type="\(type)" id="\(id)" name="\(name)" value="\(option.value)"\
            \(attribute: "checked", if: values.contains(option.value))\
            \(attribute: "required", if: isRequired && type == "radio")\
            \(attribute: "aria-describedby", hintID)>\
            <label for="\(id)">\(option.label)</label>\(optionHint(option, hintID))</div>
            """
    }

    private func optionHint(_ option: Option, _ id: String?) -> HTML? {
        guard let hint = option.hint, let id else { return nil }
        return "<p class=\"hint\" id=\"\(id)\">\(hint)</p>"
    }

    /// A file that is already there is named; choosing another one replaces it.
    var fileInput: HTML {
        """
        \(if: !value.isEmpty, "<p class=\"file-name\">已上传：\(value)。重新选择会替换它。</p>")
        <input class="input file" id="\(anchor)" name="\(name)" type="file"\(attribute: "accept", accept)\
        \(attribute: "capture", usesCamera ? "environment" : nil)\
        \(attribute: "aria-describedby", describedBy)\(attribute: "aria-invalid", invalidMark)\
        \(attribute: "required", if: isRequired && value.isEmpty)>
        """
    }
}

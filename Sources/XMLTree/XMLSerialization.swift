extension XMLElement {
    /// The element as a UTF-8 document, ready to be read again.
    public func serialized() -> String {
        var document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        write(into: &document)
        return document + "\n"
    }

    private func write(into document: inout String) {
        document += "<" + name
        for attribute in attributes {
            document += " \(attribute.name)=\"\(attribute.value.escaped(inAttribute: true))\""
        }
        guard !children.isEmpty else {
            document += "/>"
            return
        }
        document += ">"
        for child in children { child.write(into: &document) }
        document += "</\(name)>"
    }
}

extension XMLElement.Node {
    fileprivate func write(into document: inout String) {
        switch self {
        case .element(let element): element.write(into: &document)
        case .text(let text): document += text.escaped(inAttribute: false)
        case .characterData(let text): document += "<![CDATA[\(text)]]>"
        case .comment(let text): document += "<!--\(text)-->"
        case .instruction(let target, ""): document += "<?\(target)?>"
        case .instruction(let target, let data): document += "<?\(target) \(data)?>"
        }
    }
}

extension String {
    /// With references in place of the characters that would end the text or be normalised away
    /// (XML 1.0, §2.11 and §3.3.3).
    fileprivate func escaped(inAttribute: Bool) -> String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\r": result += "&#13;"
            case "\"" where inAttribute: result += "&quot;"
            case "\n" where inAttribute: result += "&#10;"
            case "\t" where inAttribute: result += "&#9;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

import Search
import Web

/// What the list can be narrowed to, as links; what it is narrowed to can be taken off.
struct FacetsAside {
    let inquiry: Inquiry
    let facets: Facets
    let organs: [String: String]
    let sites: [String: String]
    /// So many values of one facet are offered.
    private static let shown = 8

    var html: HTML {
        let groups = HTML.joined(SearchDocument.Facet.allCases.map(group))
        guard !groups.isEmpty else { return .empty }
        return """
            <nav aria-label="筛选">
            \(groups)
            \(if: facets.isPartial, "<p class=\"hint\">数目只统计最新的 \(Facets.limit) 条。</p>")
            </nav>
            """
    }

    private func group(_ facet: SearchDocument.Facet) -> HTML {
        if let chosen = chosen(facet) {
            return """
                <h2>\(title(facet))</h2><p>\(name(facet, chosen)) \
                <a href="\(inquiry.narrowed(facet, to: nil).address)">取消</a></p>
                """
        }
        let values = (facets.values[facet] ?? []).filter { !$0.value.isEmpty }
        // One value alone narrows nothing.
        guard values.count > 1 else { return .empty }
        return """
            <h2>\(title(facet))</h2><ul class="links">\(each: values.prefix(Self.shown), {
                "<li><a href=\"\(inquiry.narrowed(facet, to: $0.value).address)\">\(name(facet, $0.value))</a><span>\($0.count)</span></li>"
            })</ul>
            """
    }

    private func chosen(_ facet: SearchDocument.Facet) -> String? {
        switch facet {
        case .kind: inquiry.kind?.rawValue
        case .organ: inquiry.organ
        case .year: inquiry.year.map { String($0) }
        case .site: inquiry.site
        }
    }

    private func title(_ facet: SearchDocument.Facet) -> String {
        switch facet {
        case .kind: "类别"
        case .organ: "部门"
        case .year: "年份"
        case .site: "站点"
        }
    }

    private func name(_ facet: SearchDocument.Facet, _ value: String) -> String {
        switch facet {
        case .kind: SearchKind(rawValue: value)?.chinese ?? value
        case .organ: organs[value] ?? value
        case .year: "\(value) 年"
        case .site: sites[value] ?? value
        }
    }
}

extension Inquiry {
    /// Where the answer stands; can be kept and sent on.
    var address: String {
        let list = pairs.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&")
        return list.isEmpty ? SearchPath.search : "\(SearchPath.search)?\(list)"
    }

    /// Percent-coding of everything that is not a plain letter or digit (RFC 3986 §2.1).
    private static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { coded, byte in
            let scalar = UnicodeScalar(byte)
            let isPlain = byte < 128 && (scalar.properties.isAlphabetic || (0x30...0x39).contains(byte))
            coded +=
                isPlain
                ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
}

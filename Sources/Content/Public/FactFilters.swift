import Refusals
import Web

/// What a list is narrowed by: one choice of each fact, in its address.
struct FactFilters {
    let fields: [FactField]
    /// What was chosen, by the names of the facts.
    let chosen: [String: String]
    /// The list without any.
    let address: String

    /// - Throws: `notFound` for a choice there is not.
    init(_ kind: DocumentKind, of request: WebRequest, at address: String) throws {
        (fields, self.address) = (kind.filters, address)
        var chosen: [String: String] = [:]
        for field in kind.filters {
            guard let value = request.query(field.name), !value.isEmpty else { continue }
            guard field.options.contains(where: { $0.value == value }) else {
                throw DomainError.notFound("没有这个分类，网址可能写错了。")
            }
            chosen[field.name] = value
        }
        self.chosen = chosen
    }

    /// What documents must be found under.
    var facets: [String] { fields.compactMap { field in chosen[field.name].map { field.facet($0) } } }

    var html: HTML {
        guard !fields.isEmpty else { return .empty }
        return "<nav class=\"filters\" aria-label=\"筛选\">\(each: fields, row)</nav>\n"
    }

    private func row(_ field: FactField) -> HTML {
        let options = [Field.Option("", "全部")] + field.options
        return "<p><b>\(field.label)</b> \(each: options, { link($0, of: field) })</p>\n"
    }

    private func link(_ option: Field.Option, of field: FactField) -> HTML {
        let isHere = (chosen[field.name] ?? "") == option.value
        return
            "<a href=\"\(target(option.value, of: field))\"\(attribute: "aria-current", isHere ? "true" : nil)>\(option.label)</a> "
    }

    private func target(_ value: String, of field: FactField) -> String {
        let pairs = fields.compactMap { other -> String? in
            let choice = other.name == field.name ? value : chosen[other.name] ?? ""
            return choice.isEmpty ? nil : "\(other.name)=\(choice)"
        }
        return pairs.isEmpty ? address : "\(address)?\(pairs.joined(separator: "&"))"
    }
}

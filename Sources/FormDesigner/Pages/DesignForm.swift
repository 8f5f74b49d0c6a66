import Refusals
import Web

/// A form that stands several times on a page: the ids of its fields carry its place.
struct DesignForm {
    let action: String
    let token: CSRFToken
    let fields: [Field]
    let place: String
    let hidden: HTML
    let submit: String

    var html: HTML {
        """
        <form class="form" method="post" action="\(action)" novalidate>\(token.field)\(hidden)
        \(each: fields, control)
        <div class="actions"><button class="button">\(submit)</button></div></form>
        """
    }

    private func control(_ field: Field) -> HTML {
        let id = "f-\(field.name)-\(place)"
        let error = field.error.map { "<p class=\"error\" id=\"\(id)-error\">\($0)</p>" as HTML }
        let note = error == nil ? nil : "\(id)-error"
        return """
            <div class="field"><label class="label" for="\(id)">\(field.label)</label>\(error)
            \(field.options.isEmpty ? line(field, id, note) : select(field, id, note))</div>
            """
    }

    private func line(_ field: Field, _ id: String, _ note: String?) -> HTML {
        """
        <input class="input" id="\(id)" name="\(field.name)" type="text" autocomplete="off" value="\(field.value)"\
        \(attribute: "aria-describedby", note)>
        """
    }

    private func select(_ field: Field, _ id: String, _ note: String?) -> HTML {
        """
        <select class="input" id="\(id)" name="\(field.name)"\(attribute: "aria-describedby", note)>\(each: field.options, {
            "<option value=\"\($0.value)\"\(attribute: "selected", if: $0.value == field.value)>\($0.label)</option>"
        })</select>
        """
    }
}

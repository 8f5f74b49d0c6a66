import Refusals
import Web

/// The conditions above the list; a plain GET form, so that what was asked stands in the address.
struct SearchForm {
    let query: AuditQuery
    let actions: AuditActions
    let organs: OrganNaming
    let errors: [FieldError]

    var html: HTML {
        """
        <form class="filters" role="search" action="\(AuditPath.search)">
        \(text("person", "人员（姓名或账号）", query.person))
        \(text("subject", "对象（办件编号、账号等）", query.subject))
        \(organChoice)\(actionChoice)
        \(text("from", "开始时间", query.from, type: "datetime-local"))
        \(text("until", "结束时间", query.until, type: "datetime-local"))
        <button class="button">检索</button></form>
        """
    }

    private func text(_ name: String, _ label: String, _ value: String, type: String = "text") -> HTML {
        let error = errors[name]
        return """
            <div class="filter"><label class="label" for="f-\(name)">\(label)</label>
            \(error.map { "<p class=\"error\" id=\"e-\(name)\">\($0)</p>" })\
            <input class="input" id="f-\(name)" name="\(name)" type="\(type)" value="\(value)"\
            \(attribute: "aria-invalid", error == nil ? nil : "true")\
            \(attribute: "aria-describedby", error == nil ? nil : "e-\(name)")></div>
            """
    }

    private var organChoice: HTML {
        """
        <div class="filter"><label class="label" for="f-organ">部门</label>
        <select class="input" id="f-organ" name="organ"><option value="">全部部门</option>\
        \(each: organs.options, { option($0.value, $0.label, query.organ) })</select></div>
        """
    }

    private var actionChoice: HTML {
        """
        <div class="filter"><label class="label" for="f-action">做了什么</label>
        <select class="input" id="f-action" name="action"><option value="">全部</option>\
        \(each: actions.groups, { group in
            "<optgroup label=\"\(group.title)\">\(each: group.actions, { option($0.code, $0.name, query.action) })</optgroup>"
        })</select></div>
        """
    }

    private func option(_ value: String, _ label: String, _ chosen: String) -> HTML {
        "<option value=\"\(value)\"\(attribute: "selected", if: value == chosen)>\(label)</option>"
    }
}

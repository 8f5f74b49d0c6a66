import Refusals
import Web

/// Name, hours and rules of a hall: a form for each, so that one mistake keeps nobody from saving the rest.
struct HallForms {
    let hall: Hall
    let errors: [FieldError]
    let entered: FormData?
    let token: CSRFToken

    var html: HTML {
        """
        <h2>名称和地址</h2>\(form("place", place, "保存名称和地址"))
        <h2>开放时间</h2>\(form("hours", hours, "保存开放时间"))
        \(each: HallRule.Part.allCases, rules)
        """
    }

    private func form(_ part: String, _ fields: [Field], _ submit: String) -> HTML {
        Form(action: HallPath.setup(String(hall.id), part), token: token, fields: fields, submit: submit).html
    }

    private func value(_ name: String, _ stored: String) -> String { entered?[name] ?? stored }

    private var place: [Field] {
        [
            Field("name", "大厅名称", value: value("name", hall.name), error: errors["name"]),
            Field("address", "地址", value: value("address", hall.address), error: errors["address"]),
        ]
    }

    private var hours: [Field] {
        [
            Field(
                "working_hours", "工作日开放时间", hint: "例如 09:00-12:00 14:00-17:30。节假日和调休按工作日历。",
                value: value("working_hours", hall.workingHours.text), error: errors["working_hours"]),
            Field(
                "rest_hours", "周末和节假日开放时间", hint: "不开放就留空。", isRequired: false,
                value: value("rest_hours", hall.restHours.text), error: errors["rest_hours"]),
        ]
    }

    private func rules(_ part: HallRule.Part) -> HTML {
        let fields = HallRule.all.filter { $0.part == part }.map { rule in
            Field(
                rule.name, rule.label, .integer,
                value: value(rule.name, String(hall.rules[keyPath: rule.path])), error: errors[rule.name])
        }
        return "<h2>规则：\(part.chinese)</h2>\(form(part.rawValue, fields, "保存\(part.chinese)的规则"))"
    }
}

import Government
import Identity
import Refusals
import Web

/// Who gets which item, post and case of an organ that is divided.
struct SplitPage {
    let plan: RestructuringPlan
    let place: Int
    let split: RestructuringStep.Split
    let facts: PlanFacts
    let errors: [FieldError]
    let cases: String
    let mayEdit: Bool
    let token: CSRFToken

    private var names: Names { Names(facts, plan) }
    private var title: String { "拆分\(names[split.organ])" }

    var page: Page {
        Page(
            title,
            crumbs: [
                Link("工作台", "/desk"), Link("机构改革", RestructuringPath.plans),
                Link(plan.title, RestructuringPath.plan(String(plan.id))), Link(title, nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(title)</h1>
                <p class="lead">没有另外指定的，都由\(names[split.rest])\(split.staysAlive ? "保留" : "承接")。在办办件跟随事项，也可以逐件指定。</p>
                \(mayEdit ? form : list)
                """)
    }

    private var form: HTML {
        Form(
            action: RestructuringPath.step(String(plan.id), String(place)), token: token,
            fields: itemFields + postFields + [caseField], submit: "保存分配"
        ).html
    }

    private var options: [Field.Option] {
        let living = facts.organs.filter { $0.isLiving && $0.kind != .street }.map { ($0.key, $0.name) }
        let new = plan.steps.compactMap { step -> (String, String)? in
            if case .create(let organ) = step { (organ.key, organ.name) } else { nil }
        }
        return (living + new).filter { split.staysAlive || $0.0 != split.organ }
            .map { Field.Option($0.0, $0.1) }
    }

    private var itemFields: [Field] {
        facts.items.filter { $0.organ == split.organ || $0.coOrgans.contains(split.organ) }.map { item in
            let words = item.organ == split.organ ? item.name : "\(item.name)（协办）"
            return Field(
                "\(SplitForm.itemPrefix)\(item.code)", "事项：\(words)", .choice,
                value: split.items[item.code] ?? split.rest, options: options)
        }
    }

    private var postFields: [Field] {
        facts.seats.filter { $0.post.organ == split.organ }.map { seat in
            let key = RestructuringStep.PostTransfer.key(seat.login, seat.post.role)
            return Field(
                "\(SplitForm.postPrefix)\(key)", "岗位：\(seat.name)，\(seat.post.role.chinese)", .choice,
                value: split.posts[key] ?? split.rest, options: options)
        }
    }

    private var caseField: Field {
        Field(
            "cases", "逐件指定在办办件", .longText, hint: "每行一件：办件编号、空格、部门代号。可以不填。", isRequired: false, value: cases,
            error: errors["cases"])
    }

    private var list: HTML {
        let fields = itemFields + postFields
        let rows = fields.map { field in
            SummaryList.Row(field.label, "\(names[field.values.first ?? ""])")
        }
        let byHand = split.cases.sorted { $0.key < $1.key }.map { number, organ in
            SummaryList.Row("办件 \(number)", "\(names[organ])")
        }
        return SummaryList(rows + byHand).html
    }
}

import Government
import Refusals
import Web

/// The rest of the questions.
struct DetailsFields {
    /// So many files one request may carry.
    static let mostFiles = 3

    let page: DetailsPage
    /// Whether all is asked on one page, before it is known what it is about.
    var isAtDesk = false

    private var form: RequestForm { page.form }
    private var errors: [FieldError] { page.errors }
    private var category: RequestCategory? { page.rules.category(form.category) }

    var all: [Field] { substance + place + group + accused + privacy + files }

    private var substance: [Field] {
        [
            Field(
                "kind", "您是要", .choice, value: form.kind,
                options: page.rules.kinds.map { Field.Option($0.code, $0.name) }, error: errors["kind"])
        ]
    }

    private var place: [Field] {
        [
            Field(
                "place", "具体地点", .address, isRequired: false, value: form.place, error: errors["place"]),
            Field(
                "point", "地图上的位置", .mapPoint, hint: "知道经纬度的可以填写，方便到现场找。", isRequired: false,
                value: form.point, error: errors["point"]),
        ]
    }

    private var group: [Field] {
        let most = page.rules.limits.representatives
        let protected = category?.isProtected == true ? "代表的姓名和您的一样受保护。" : ""
        return [
            Field(
                "people", "涉及多少人", .integer, hint: "多人共同反映的填写人数。", isRequired: false,
                value: form.people, error: errors["people"]),
            Field(
                "representatives", "代表的姓名", hint: "超过 \(most) 人共同反映的，推选不超过 \(most) 名代表，用顿号分开。\(protected)",
                isRequired: false, value: form.representatives, error: errors["representatives"]),
        ]
    }

    private var accused: [Field] {
        guard
            ["report", "complaint"].contains(form.kind) || category?.isProtected == true || form.kind.isEmpty
        else { return [] }
        return [
            Field(
                "against", "反映的是哪个单位", .division, hint: "反映政府部门或者其工作人员的填写；这一件不会交给该单位办理。",
                isRequired: false, value: form.against,
                options: page.organs.map { Field.Option($0.key, $0.name) }, error: errors["against"])
        ]
    }

    private var privacy: [Field] {
        let isPublic = Field(
            "is_public", "答复以后是否公开", .choice, hint: "公开时去掉姓名、电话等个人信息，方便遇到同样问题的人。",
            value: form.isPublic ? "yes" : "no",
            options: [Field.Option("yes", "可以公开"), Field.Option("no", "不公开")])
        guard category?.isProtected != true else { return [] }
        let isUndecided = isAtDesk && category == nil
        guard isUndecided || category?.allowsAnonymous == true, page.isKnown else { return [isPublic] }
        return [
            isPublic,
            Field(
                "is_anonymous", "是否署名", .choice, hint: isUndecided ? "有的类别必须署名，提交时会提示。" : nil,
                value: form.isAnonymous ? "yes" : "no",
                options: [
                    Field.Option("no", "署名，答复发消息给我"),
                    Field.Option("yes", "不署名，用编号和查询码查进度"),
                ], error: errors["is_anonymous"]),
        ]
    }

    private var files: [Field] {
        guard page.isKnown else { return [] }
        return (1...Self.mostFiles).map { place in
            Field(
                "file\(place)", "图片和附件 \(place)", .file,
                hint: place == 1 ? "现场照片、通知、合同等，最多 \(Self.mostFiles) 个。" : nil,
                isRequired: false, error: errors["file\(place)"])
        }
    }
}

import Government
import Refusals
import Web

/// What the editor asks for.
extension ManuscriptForm {
    /// What can be chosen in it.
    struct Choices: Sendable {
        let themes: Themes
        /// The living organs.
        let organs: [Organ]
    }

    func fields(_ kind: DocumentKind, _ choices: Choices, _ errors: [FieldError]) -> [Field] {
        let head = [Field("title", kind.titleLabel, value: title, error: errors["title"])]
        let tail = [
            Field(
                "summary", "摘要", .longText, hint: "显示在列表和搜索结果里；不写就取正文开头。", isRequired: false, value: summary,
                error: errors["summary"]),
            Field(
                "body", kind.bodyLabel, .longText, hint: Self.marks, isRequired: kind.needsBody, value: body,
                error: errors["body"]),
            Field("source", "信息来源", value: source, error: errors["source"]),
            Field(
                "links", "关联的文件", .longText,
                hint: "每行一条：写「解读」\(kind == .policy ? "「修改」或「废止」" : "")，空一格，再粘贴那篇文件的网址。", isRequired: false,
                value: links, error: errors["links"]),
        ]
        return head + (kind == .policy ? policyFields(errors) : []) + factFields(kind, choices, errors)
            + tail + themeFields(choices, errors) + EnglishText.fields(english, errors)
            + englishFacts(kind, errors)
    }

    private func policyFields(_ errors: [FieldError]) -> [Field] {
        [
            Field("number", "文号", hint: "例如：端府规〔2026〕3号。", value: number, error: errors["number"]),
            Field("index", "索引号", isRequired: false, value: index, error: errors["index"]),
            Field("organ", "发文机关", value: organ, error: errors["organ"]),
            Field("issued", "成文日期", .date, value: issued, error: errors["issued"]),
            Field(
                "effective", "施行日期", .date, isRequired: false, value: effective, error: errors["effective"]),
            Field(
                "expires", "有效期至", .date, hint: "过了这一天，页面上写明已失效。", isRequired: false, value: expires,
                error: errors["expires"]),
        ]
    }

    private func factFields(_ kind: DocumentKind, _ choices: Choices, _ errors: [FieldError]) -> [Field] {
        let organs = choices.organs.map { Field.Option($0.key, $0.name) }
        let asked = kind.facts.map {
            $0.field(facts[$0.name] ?? "", options: $0.kind == .choice ? organs : [], errors[$0.name])
        }
        guard kind == .topic else { return asked }
        return asked + [
            Field(
                "parts", "收哪些内容", .longText,
                hint: "每组先写一行「## 小标题」，下面每行粘贴一篇已公开内容的网址，哪个栏目、哪个站点的都可以。", value: parts, error: errors["parts"])
        ]
    }

    private func themeFields(_ choices: Choices, _ errors: [FieldError]) -> [Field] {
        Theme.Kind.allCases.map { kind in
            Field(
                kind.rawValue, kind == .lifeEvent ? "放进哪些人生大事" : "给哪些人看", .choices,
                hint: kind == .lifeEvent ? "选了的，会和办事服务一起列在那件大事的页面上。" : nil, isRequired: false,
                values: kind == .lifeEvent ? lifeEvents : audiences,
                options: choices.themes.of(kind).map { .init($0.key, $0.name) }, error: errors[kind.rawValue])
        }
    }

    private func englishFacts(_ kind: DocumentKind, _ errors: [FieldError]) -> [Field] {
        kind.facts.filter(\.isTranslated).map { field in
            Field(
                "english_\(field.name)", "英文\(field.label)", isRequired: false,
                value: english?.facts?[field.name] ?? "", error: errors["english_\(field.name)"])
        }
    }

    private static let marks =
        "一行一段。行首写 ## 是小标题，- 或 1. 是列表，> 是引文，| 一 | 二 | 是表格；**重点**、[文字](网址)。图片先在「附件和图片」里添加，再把那里的一行放进来。"
}

import Refusals
import Web
import WorkingTime

/// What is entered in the editor, as it was entered: a form that is refused shows it again.
struct ManuscriptForm: Sendable {
    var title = ""
    var summary = ""
    var body = ""
    var source = ""
    var number = ""
    var index = ""
    var organ = ""
    var issued = ""
    var effective = ""
    var expires = ""
    var links = ""
    var english: EnglishText?

    init(_ form: FormData) {
        func text(_ name: String) -> String { form[name] ?? "" }
        (title, summary, body, source) = (text("title"), text("summary"), text("body"), text("source"))
        (number, index, organ) = (text("number"), text("index"), text("organ"))
        (issued, effective, expires) = (text("issued"), text("effective"), text("expires"))
        links = text("links")
        english = EnglishText(
            title: text("english_title"), summary: text("english_summary"), body: text("english_body"))
    }

    init(_ manuscript: Manuscript) {
        (title, summary) = (manuscript.title, manuscript.summary)
        (body, source) = (manuscript.body, manuscript.source)
        english = manuscript.english
        links = manuscript.links.map { "\($0.relation.chinese) \($0.documentID)" }.joined(separator: "\n")
        guard let policy = manuscript.policy else { return }
        (number, index, organ) = (policy.documentNumber, policy.indexNumber, policy.organ)
        issued = policy.issuedOn?.iso ?? ""
        (effective, expires) = (policy.effectiveOn?.iso ?? "", policy.expiresOn?.iso ?? "")
    }

    /// - Throws: `invalid` for dates and links that cannot be read.
    func manuscript(_ kind: DocumentKind) throws -> Manuscript {
        var errors: [FieldError] = []
        func day(_ text: String, _ field: String) -> CivilDate? {
            guard !text.isEmpty else { return nil }
            let day = CivilDate(iso: text)
            if day == nil { errors.append(FieldError(field, "日期请写成 2026-12-01 的样子。")) }
            return day
        }
        let policy = PolicyFacts(
            documentNumber: number, indexNumber: index, organ: organ, issuedOn: day(issued, "issued"),
            effectiveOn: day(effective, "effective"), expiresOn: day(expires, "expires"))
        let links = links.split(separator: "\n").map { DocumentLink(line: $0) }
        if links.contains(nil) {
            errors.append(FieldError("links", "每行写「解读」「修改」或「废止」，空一格，再写文件的网址或编号。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        return Manuscript(
            title: title, summary: summary, body: body, source: source,
            policy: kind == .policy ? policy : nil,
            links: links.compactMap(\.self), english: english)
    }

    func fields(_ kind: DocumentKind, _ errors: [FieldError]) -> [Field] {
        let head = [Field("title", kind == .faq ? "问题" : "标题", value: title, error: errors["title"])]
        let tail = [
            Field(
                "summary", "摘要", .longText, hint: "显示在列表和搜索结果里；不写就取正文开头。", isRequired: false, value: summary,
                error: errors["summary"]),
            Field(
                "body", kind == .faq ? "答复" : "正文", .longText, hint: Self.marks, value: body,
                error: errors["body"]),
            Field("source", "信息来源", value: source, error: errors["source"]),
            Field(
                "links", "关联的文件", .longText,
                hint: "每行一条：写「解读」\(kind == .policy ? "「修改」或「废止」" : "")，空一格，再粘贴那篇文件的网址。", isRequired: false,
                value: links, error: errors["links"]),
        ]
        return head + (kind == .policy ? policyFields(errors) : []) + tail
            + EnglishText.fields(english, errors)
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

    private static let marks =
        "一行一段。行首写 ## 是小标题，- 或 1. 是列表，> 是引文，| 一 | 二 | 是表格；**重点**、[文字](网址)。图片先在「附件和图片」里添加，再把那里的一行放进来。"
}

extension DocumentLink.Relation {
    /// The word people write and read.
    var chinese: String {
        switch self {
        case .interprets: "解读"
        case .amends: "修改"
        case .repeals: "废止"
        }
    }
}

extension DocumentLink {
    /// A line of the form: a word, and an address or a number.
    fileprivate init?(line: Substring) {
        let parts = line.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, let relation = Relation.allCases.first(where: { $0.chinese == parts[0] }),
            let id = parts[1].split(separator: "/").last.flatMap({ Int64($0) })
        else { return nil }
        self.init(relation: relation, documentID: id)
    }
}

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
    var facts: [String: String] = [:]
    var parts = ""
    var lifeEvents: [String] = []
    var audiences: [String] = []

    init(_ form: FormData) {
        func text(_ name: String) -> String { form[name] ?? "" }
        (title, summary, body, source) = (text("title"), text("summary"), text("body"), text("source"))
        (number, index, organ) = (text("number"), text("index"), text("organ"))
        (issued, effective, expires) = (text("issued"), text("effective"), text("expires"))
        links = text("links")
        // Which of them belong to the kind is said by whoever reads the form.
        for field in DocumentKind.allCases.flatMap(\.facts) { facts[field.name] = form[field.name] }
        let translated = DocumentKind.allCases.flatMap(\.facts).filter(\.isTranslated).compactMap { field in
            form["english_\(field.name)"].flatMap { $0.isEmpty ? nil : (field.name, $0) }
        }
        english = EnglishText(
            title: text("english_title"), summary: text("english_summary"), body: text("english_body"),
            facts: Dictionary(translated) { first, _ in first })
        parts = text("parts")
        (lifeEvents, audiences) = (
            form.all(Theme.Kind.lifeEvent.rawValue), form.all(Theme.Kind.audience.rawValue)
        )
    }

    init(_ manuscript: Manuscript) {
        (title, summary) = (manuscript.title, manuscript.summary)
        (body, source) = (manuscript.body, manuscript.source)
        english = manuscript.english
        links = manuscript.links.map { "\($0.relation.chinese) \($0.documentID)" }.joined(separator: "\n")
        (facts, parts) = (manuscript.facts ?? [:], TopicPart.written(manuscript.parts ?? []))
        (lifeEvents, audiences) = (manuscript.lifeEvents ?? [], manuscript.audiences ?? [])
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
        var gathered: [TopicPart]?
        do { gathered = kind == .topic ? try TopicPart.read(parts) : nil } catch DomainError.invalid(let more)
        {
            errors += more
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        let said = kind.facts.compactMap { field in
            facts[field.name].flatMap { $0.isEmpty ? nil : (field.name, $0) }
        }
        return Manuscript(
            title: title, summary: summary, body: body, source: source,
            policy: kind == .policy ? policy : nil,
            links: links.compactMap(\.self), english: english,
            facts: said.isEmpty ? nil : Dictionary(said) { first, _ in first }, parts: gathered,
            lifeEvents: lifeEvents.isEmpty ? nil : lifeEvents,
            audiences: audiences.isEmpty ? nil : audiences)
    }
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

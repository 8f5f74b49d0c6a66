import Web
import WorkingTime

/// One thing a manuscript says, as the comparison of two versions shows it.
struct ManuscriptAspect: Sendable, Hashable {
    /// What it is, as the form calls it.
    let label: String
    /// What stands there.
    let text: String
}

extension Manuscript {
    /// Everything it says besides its text, in the order of the form; every manuscript of a kind has the same.
    func aspects(of kind: DocumentKind, themes: Themes) -> [ManuscriptAspect] {
        [
            .init(label: kind.titleLabel, text: title), .init(label: "摘要", text: summary),
            .init(label: "来源", text: source),
        ]
            + (kind == .policy ? (policy ?? PolicyFacts()).aspects : [])
            + kind.facts.map { field in
                .init(label: field.label, text: facts?[field.name].map(field.shown) ?? "")
            } + gathered(kind, themes) + spokenEnglish(kind)
    }

    private func gathered(_ kind: DocumentKind, _ themes: Themes) -> [ManuscriptAspect] {
        [
            .init(
                label: "关联文件",
                text: links.map { "\($0.relation.chinese) \($0.documentID)" }.joined(separator: "；")),
            .init(label: "专题内容", text: kind == .topic ? TopicPart.written(parts ?? []) : ""),
            .init(label: "人生大事", text: themes.names(.lifeEvent, lifeEvents ?? [])),
            .init(label: "人群", text: themes.names(.audience, audiences ?? [])),
        ]
    }

    private func spokenEnglish(_ kind: DocumentKind) -> [ManuscriptAspect] {
        [
            .init(label: "英文标题", text: english?.title ?? ""),
            .init(label: "英文摘要", text: english?.summary ?? ""),
            .init(label: "英文正文", text: english?.body ?? ""),
        ]
            + kind.facts.filter(\.isTranslated).map { field in
                .init(label: "英文\(field.label)", text: english?.facts?[field.name] ?? "")
            }
    }
}

extension PolicyFacts {
    fileprivate var aspects: [ManuscriptAspect] {
        [
            .init(label: "文号", text: documentNumber), .init(label: "索引号", text: indexNumber),
            .init(label: "发文机关", text: organ), .init(label: "成文日期", text: issuedOn?.iso ?? ""),
            .init(label: "施行日期", text: effectiveOn?.iso ?? ""),
            .init(label: "有效期至", text: expiresOn?.iso ?? ""),
        ]
    }
}

extension Themes {
    fileprivate func names(_ kind: Theme.Kind, _ keys: [String]) -> String {
        of(kind).filter { keys.contains($0.key) }.map(\.name).joined(separator: "、")
    }
}

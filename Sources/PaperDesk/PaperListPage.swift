import Cases
import Web
import WorkingTime

/// Every form of paper, with what holds and what waits to be published.
struct PaperListPage {
    let inForce: (PaperForm) -> PaperInForce?
    let drafts: [PaperVersion]

    var page: Page {
        Page(
            "文书模板", crumbs: [Link("工作台", "/desk"), Link("文书模板", nil)], width: .wide, area: .desk,
            body: """
                <h1>文书模板</h1>
                <p class="lead">办件发出的每一种文书都按模板写成。由系统管理员起草，安全管理员审定公布；已经发出的文书不变。</p>
                \(Table("文书", columns: [.init("文书"), .init("现行"), .init("必须有的填空"), .init("草稿")],
                    rows: PaperForm.allCases.map(row)).html)
                """)
    }

    private func row(_ form: PaperForm) -> [HTML] {
        let draft = drafts.first { $0.template.form == form }
        return [
            "<a href=\"\(PaperDeskPath.paper(form.rawValue))\"><b>\(form.chinese)</b></a>",
            "\(inForce(form).map(\.words) ?? "没有模板")",
            "\(form.required.map { "{\($0.rawValue)}" }.joined(separator: " "))",
            draft.map { draft in
                "\(StatusBadge("待公布", .near).html) \(draft.editedBy.name)，\(draft.editedAt.shortChinese)"
            } ?? "",
        ]
    }
}

extension PaperInForce {
    /// Which version holds, in words.
    var words: String { version == 0 ? "随程序交付" : "第 \(version) 版" }
}

import Cases
import Web
import WorkingTime

/// What was done with a licence, the newest first.
public struct LicenceHistory: Sendable {
    private let acts: [LicenceAct]
    private let showsNames: Bool

    /// The history of a licence.
    ///
    /// - Parameter showsNames: whether it says who; holders are told which organ, not which person.
    public init(acts: [LicenceAct], showsNames: Bool = true) {
        // What is only considered is the organ's own business.
        self.acts = showsNames ? acts : acts.filter { $0.kind == .issued || $0.kind.isTold }
        self.showsNames = showsNames
    }

    /// The list.
    public var html: HTML {
        guard !acts.isEmpty else { return "<p class=\"hint\">没有记录。</p>" }
        return "<ul class=\"links\">\(each: acts, line)</ul>"
    }

    private func line(_ act: LicenceAct) -> HTML {
        """
        <li><div><b>\(act.kind.chinese)</b>\(act.reason.map { "：\($0)" as HTML })
        <p class="hint">\(act.at.chinese)\(if: showsNames, " · \(act.by.name)")</p></div></li>
        """
    }
}

/// Where a licence was used in the place of an upload.
public struct UseTable: Sendable {
    private let uses: [LicenceUse]
    private let linksCases: Bool

    /// The uses of a licence.
    public init(uses: [LicenceUse], linksCases: Bool) { (self.uses, self.linksCases) = (uses, linksCases) }

    /// The table.
    public var html: HTML {
        guard !uses.isEmpty else { return "<p class=\"hint\">还没有用过。</p>" }
        return Table(
            "使用记录", columns: [.init("用于"), .init("办件编号"), .init("使用部门"), .init("谁同意"), .init("什么时候")],
            rows: uses.map { use in
                [
                    "\(use.itemName)", number(use), "\(use.organName ?? "")", "\(use.consentedBy.name)",
                    "\((use.usedAt ?? use.consentedAt).chinese)",
                ]
            }
        ).html
    }

    private func number(_ use: LicenceUse) -> HTML {
        let number = use.caseNumber ?? ""
        guard linksCases else { return "<span class=\"code\">\(number)</span>" }
        return "<a href=\"/cases/\(number)\"><span class=\"code\">\(number)</span></a>"
    }
}

import Cases
import Services
import Web
import WorkingTime

/// What to bring, and what need not be brought.
extension GuidePage {
    var materials: HTML {
        """
        <h2>要准备什么</h2>
        \(asked)
        \(waived)
        \(promises)
        """
    }

    private var asked: HTML {
        guard !guide.asked.isEmpty else { return "<p>不用您准备任何材料。</p>" }
        let required = guide.asked.count { $0.isRequired }
        return """
            <p>一共 \(guide.asked.count) 份，其中 \(required) 份必须提交。拍照、扫描或电子文件都可以。</p>
            <section class="card" aria-label="要提交的材料"><ul class="organs">\(each: guide.asked, row)</ul></section>
            """
    }

    /// What may come later, and what may be promised instead.
    private var promises: HTML? {
        guard item.deferral != nil || item.commitment != nil else { return nil }
        return """
            \(item.deferral.map { "<h3>可以后补</h3><p>标有“可以后补”的是次要材料：主要材料齐全的，您可以承诺自受理之日起 \($0.limit.chinese)内补交，部门先受理（容缺受理）。</p>" as HTML })
            \(item.commitment.map { "<h3>可以承诺</h3><p>您可以承诺符合条件，代替部分材料（告知承诺）。事后核查：\($0.method)。\($0.consequence)</p>" as HTML })
            """
    }

    private func row(_ material: Material) -> HTML {
        let promised = item.commitment?.replaces.contains(material.id) == true ? "可以承诺，不提交" : ""
        let later = material.isDeferrable ? "可以后补" : ""
        let words = [material.sourceWords, material.requirementWords, later, promised].filter { !$0.isEmpty }
        let badge = material.isRequired ? StatusBadge("必须", .active) : StatusBadge("可选", .waiting)
        return OrganRow(material.name, "\(words.joined(separator: "。"))", badge: badge.html).html
    }

    private var waived: HTML? {
        guard !guide.waived.isEmpty else { return nil }
        return """
            <h3>不用您提交</h3>
            <ul>\(each: guide.waived, { "<li>\($0.material.name)：\($0.waiver.words)</li>" })</ul>
            """
    }
}

extension Material {
    /// Where it comes from, in words.
    var sourceWords: String {
        switch source {
        case .applicant: issuer.map { "由\($0)出具" } ?? "申请人自备"
        case .government: "\(issuer ?? "政府部门")核发"
        }
    }

    /// What a good one looks like, with its form and its number.
    var requirementWords: String {
        let copies = copies > 1 ? "\(copies) 份" : nil
        return [
            note, licence == nil ? nil : "持有电子证照的，同意后免提交。", format == .electronic ? nil : format.words,
            copies,
        ].compactMap(\.self)
            .joined(separator: " ")
    }
}

extension Material.Format {
    var words: String {
        switch self {
        case .electronic: "电子文件。"
        case .paper: "需要纸质原件。"
        case .both: "纸质或者电子文件都可以。"
        }
    }
}

extension Waiver {
    /// Why the applicant need not hand it in.
    var words: String {
        self == .onlineForm ? "由您在线填写的内容自动生成" : "系统自动调取\(chinese)信息"
    }
}

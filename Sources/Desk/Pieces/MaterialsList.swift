import Cases
import Licences
import Web
import WorkingTime

/// What was handed in, by requirement, with a way to each file; and what was not.
public struct MaterialsList: Sendable {
    private let subject: Case
    private let filed: [FiledMaterial]
    private let linksFiles: Bool
    private let licences: UsedLicences?

    /// The materials of a case; without links for those who may not open files.
    ///
    /// - Parameters:
    ///   - parent: the joint service with which the materials of one of its items were filed.
    ///   - licences: those that stand in the place of uploads, with where they stand now.
    public init(
        _ subject: Case, filedIn parent: Case? = nil, linksFiles: Bool = true, licences: UsedLicences? = nil
    ) {
        self.subject = subject
        filed = parent?.materials ?? subject.materials
        self.linksFiles = linksFiles
        self.licences = licences
    }

    /// The list.
    public var html: HTML { SummaryList(subject.plan.materials.map(row)).html }

    private func row(_ requirement: MaterialRequirement) -> SummaryList.Row {
        let files = filed.filter { $0.requirement == requirement.id }
        guard files.isEmpty else {
            return SummaryList.Row(requirement.name, "<ul class=\"files\">\(each: files, file)</ul>")
        }
        return SummaryList.Row(
            requirement.name, "<span class=\"hint\">\(requirement.isRequired ? "没有提交" : "没有提交（选交）")</span>")
    }

    private func file(_ material: FiledMaterial) -> HTML {
        let supplement: HTML? =
            material.filedAt > subject.filing.filedAt
            ? " <span class=\"hint\">\(material.filedAt.day.shortChinese)补交</span>" : nil
        guard linksFiles else { return "<li>\(material.name)\(supplement)</li>" }
        return
            "<li><a href=\"\(CasePath.file(material.fileID))\">\(material.name)</a>\(supplement)\(licence(material))</li>"
    }

    /// Where a licence stands now, whatever it was when the application came in.
    private func licence(_ material: FiledMaterial) -> HTML? {
        guard let licences, let entry = licences.byFile[material.fileID] else { return nil }
        let obstacle: HTML? = entry.licence.obstacle(on: licences.day).map { "<p class=\"error\">\($0)</p>" }
        return """
             \(entry.licence.badge(on: licences.day))
            <p class="hint">电子证照 <span class="code">\(entry.licence.number)</span>，\(entry.use.consentedBy.name)于 \
            \(entry.use.consentedAt.shortChinese) 同意使用；状态为现在的状态。</p>\(obstacle)
            """
    }
}

import Cases
import Web
import WorkingTime

/// What was handed in, by requirement, with a way to each file; and what was not.
public struct MaterialsList: Sendable {
    private let subject: Case
    private let filed: [FiledMaterial]
    private let linksFiles: Bool

    /// The materials of a case; without links for those who may not open files.
    ///
    /// - Parameter parent: the joint service with which the materials of one of its items were filed.
    public init(_ subject: Case, filedIn parent: Case? = nil, linksFiles: Bool = true) {
        self.subject = subject
        filed = parent?.materials ?? subject.materials
        self.linksFiles = linksFiles
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
        return "<li><a href=\"\(CasePath.file(material.fileID))\">\(material.name)</a>\(supplement)</li>"
    }
}

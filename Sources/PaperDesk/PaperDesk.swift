import Cases
import Modules
import Storage
import Web

/// The desk of the people who write what papers say (文书模板): drafts by one, published by another.
public struct PaperDesk: Sendable {
    private let cases: Cases
    private let database: Database

    /// The paper desk of an installation.
    public init(cases: Cases, database: Database) {
        (self.cases, self.database) = (cases, database)
    }

    /// What it contributes: routes alone; the templates are kept by `Cases`, which writes papers from them.
    public var module: Module {
        Module(
            name: "paper-desk",
            routes: PaperPages(
                templates: PaperTemplates(database: database), library: cases.papers
            ).routes)
    }
}

/// Where the pages stand.
public enum PaperDeskPath {
    /// The forms of papers there are.
    public static let papers = "/desk/paper-templates"

    /// One form: what holds, the draft, the versions before.
    static func paper(_ form: String) -> String { "\(papers)/\(form)" }

    /// A paper written from the draft, or from what holds, with samples in the blanks.
    static func preview(_ form: String) -> String { "\(paper(form))/preview" }

    /// Where the draft is put in force.
    static func publication(_ form: String) -> String { "\(paper(form))/publication" }

    /// Where the draft is given up.
    static func discard(_ form: String) -> String { "\(paper(form))/discard" }
}

/// What is asked for on the pages of templates.
extension Power {
    static let readPapers = Power("paper.read", "查看文书模板", .administration)
    static let editPapers = Power("paper.edit", "编辑文书模板", .system)
    static let publishPapers = Power("paper.publish", "审定公布文书模板", .security)
}

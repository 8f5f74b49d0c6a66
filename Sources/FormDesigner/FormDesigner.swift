import Government
import Modules
import Services
import Storage
import Web

/// The desk on which forms are made: pages, questions, conditions, calculations and rules of an item's next version, by
/// people who do not program.
///
/// It keeps nothing of its own. What is drawn is a draft of the item library, and is published as one.
public struct FormDesigner: Sendable {
    private let desk: FormDesk

    /// The form designer of an installation.
    public init(library: ServiceLibrary, directory: Directory, database: Database) {
        desk = FormDesk(
            drafts: ItemDrafts(library: library, database: database), library: library,
            directory: directory, database: database)
    }

    /// What it contributes.
    public func module() -> Module {
        Module(
            name: "form-designer", migrations: [],
            routes: FormPages(desk: desk).routes + PageRoutes(desk: desk).routes
                + QuestionRoutes(desk: desk).routes + PreviewRoutes(desk: desk).routes
                + TemplateRoutes(desk: desk).routes)
    }
}

extension Power {
    static let designForms = Power("form.design", "设计事项的表单", .matters)
}

/// Where the pages of the designer stand.
public enum FormDesignerPath {
    /// The forms.
    public static let forms = "/desk/forms"

    /// The form of an item.
    public static func form(_ slug: String) -> String { "\(forms)/\(slug)" }
    /// Where its next version is begun.
    static func draft(_ slug: String) -> String { "\(form(slug))/draft" }
    /// As the applicant sees it.
    static func preview(_ slug: String) -> String { "\(form(slug))/preview" }
    /// The form as a file.
    static func template(_ slug: String) -> String { "\(form(slug))/template" }

    /// Where a page is added.
    static func pages(_ slug: String) -> String { "\(form(slug))/pages" }
    /// A page.
    static func page(_ page: String, of slug: String) -> String { "\(pages(slug))/\(page)" }
    /// Where it is moved.
    static func pagePlace(_ page: String, of slug: String) -> String { "\(self.page(page, of: slug))/place" }
    /// Where it is taken out.
    static func pageRemoval(_ page: String, of slug: String) -> String {
        "\(self.page(page, of: slug))/removal"
    }
    /// Where a question is added to it.
    static func questions(_ page: String, of slug: String) -> String {
        "\(self.page(page, of: slug))/questions"
    }

    /// A question.
    static func question(_ name: String, of slug: String) -> String { "\(form(slug))/questions/\(name)" }
    /// Where it is moved.
    static func place(_ name: String, of slug: String) -> String { "\(question(name, of: slug))/place" }
    /// Where it is taken out.
    static func removal(_ name: String, of slug: String) -> String { "\(question(name, of: slug))/removal" }

    /// Where the draft is handed in for review: a page of the item library.
    static func submission(_ draft: Int64) -> String { "/desk/item-drafts/\(draft)" }
}

import Government
import Modules
import Services
import Storage
import Web

/// The desk on which joint services (一件事) are designed from items that are offered: which waits for which, what is asked
/// once for several, how long the whole takes.
///
/// It keeps nothing of its own. What is designed is a draft of the item library, and is published as one.
public struct JointServices: Sendable {
    private let desk: JointDesk

    /// The designer of an installation.
    public init(library: ServiceLibrary, directory: Directory, database: Database) {
        desk = JointDesk(
            drafts: ItemDrafts(library: library, database: database), library: library,
            directory: directory)
    }

    /// What it contributes.
    public func module() -> Module {
        Module(
            name: "joint-services", migrations: [],
            routes: JointPages(desk: desk).routes + NewJointPages(desk: desk).routes
                + JointRoutes(desk: desk).routes)
    }
}

extension Power {
    static let designJoint = Power("joint.design", "设计一件事", .matters)
}

/// Where the pages of the designer stand.
public enum JointPath {
    /// All joint services.
    public static let all = "/desk/joint-services"
    /// Where one is begun.
    static let new = "/desk/joint-services-new"

    /// The design of one.
    public static func design(_ slug: String) -> String { "\(all)/\(slug)" }
    /// Where its next version is begun.
    static func draft(_ slug: String) -> String { "\(design(slug))/draft" }
    /// Where an item is taken in.
    static func items(_ slug: String) -> String { "\(design(slug))/items" }
    /// What an item waits for.
    static func order(_ item: String, of slug: String) -> String { "\(items(slug))/\(item)/order" }
    /// Where an item is taken out.
    static func removal(_ item: String, of slug: String) -> String { "\(items(slug))/\(item)/removal" }
    /// Where a question is asked by itself again.
    static func separation(_ slug: String) -> String { "\(design(slug))/question-separation" }
    /// Where one question answers another as well.
    static func merger(_ slug: String) -> String { "\(design(slug))/question-merger" }
    /// Which material serves for another, or no longer does.
    static func materials(_ slug: String) -> String { "\(design(slug))/materials" }
    /// How long the whole is promised to take.
    static func promise(_ slug: String) -> String { "\(design(slug))/promise" }

    /// The form as the applicant sees it: a page of the form designer.
    static func preview(_ slug: String) -> String { "/desk/forms/\(slug)/preview" }
    /// Where the draft is handed in for review: a page of the item library.
    static func submission(_ draft: Int64) -> String { "/desk/item-drafts/\(draft)" }
}

import Storage
import Synchronization

/// A template in force.
public struct PaperInForce: Sendable, Hashable {
    /// The version; 0 for what came with the program.
    public let version: Int
    /// What it says.
    public let template: PaperTemplate
}

/// The templates in force, in memory: the newest published of each form, and what came with the program for the others.
public final class PaperLibrary: Sendable {
    /// What is announced when one was published: every node then reads them again.
    public static let topic = "papers"

    private let published = Mutex<[PaperForm: PaperInForce]>([:])

    /// A library with what came with the program.
    public init() {}

    /// What the district has published, by form.
    public var inForce: [PaperForm: PaperInForce] { published.withLock { $0 } }

    /// The template of a form.
    public func template(of form: PaperForm) -> PaperInForce? { inForce.paper(form) }

    /// Reads the templates in force.
    public func reload(from database: Database) async throws {
        let versions = try await database.read { try PaperStore.inForce(in: $0) }
        let loaded = versions.reduce(into: [PaperForm: PaperInForce]()) { loaded, version in
            loaded[version.template.form] = PaperInForce(version: version.version, template: version.template)
        }
        published.withLock { $0 = loaded }
    }
}

extension [PaperForm: PaperInForce] {
    /// What holds: what was published, or what came with the program.
    func paper(_ form: PaperForm) -> PaperInForce? {
        self[form] ?? StandardPapers.templates[form].map { PaperInForce(version: 0, template: $0) }
    }
}

import Identity
import Web

/// Something an administrator keeps in order, on a page of its own.
public struct AdministrativeTask: Sendable {
    let title: String
    let path: String
    let words: String
    let roles: Set<Role>

    /// A page of administration.
    ///
    /// - Parameters:
    ///   - words: what it is for, in a sentence.
    ///   - roles: whom it is for.
    public init(_ title: String, _ path: String, _ words: String, for roles: Set<Role>) {
        (self.title, self.path, self.words, self.roles) = (title, path, words, roles)
    }
}

/// The way to everything the three administrators keep in order, each to their own.
struct AdministrationPages: Sendable {
    let tasks: [AdministrativeTask]

    var routes: [Route] {
        [
            .get(OperationsPath.administration, .may(.readAdministration), "系统管理") {
                _, officer in
                .page(page(tasks.filter { !$0.roles.isDisjoint(with: officer.roles) }))
            }
        ]
    }

    private func page(_ tasks: [AdministrativeTask]) -> Page {
        Page(
            "系统管理", crumbs: [Link("工作台", "/desk"), Link("系统管理", nil)], width: .wide, area: .desk,
            body: """
                <h1>系统管理</h1>
                \(SummaryList(tasks.map { task in
                    .init(task.title, "<a href=\"\(task.path)\">\(task.words)</a>")
                }).html)
                """)
    }
}

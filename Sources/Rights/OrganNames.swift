import Government
import Identity
import Web

/// What organs are called, for posts.
struct OrganNames: Sendable {
    private let names: [String: String]
    /// The organs in their order, to choose from.
    let options: [Field.Option]

    init(_ organs: [Organ]) {
        names = organs.namesByKey
        options = organs.map { Field.Option($0.key, $0.name) }
    }

    /// The organ's name; its key for bodies outside the government.
    subscript(organ: String) -> String { names[organ] ?? organ }

    /// The post as people say it.
    func words(_ post: Post) -> String { "\(self[post.organ]) \(post.role.chinese)" }
}

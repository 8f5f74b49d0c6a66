import Government
import Identity
import Web

/// What organs and their offices are called, for posts.
struct OrganNames: Sendable {
    private let names: [String: String]
    private let offices: [String: String]
    /// The organs in their order, to choose from.
    let options: [Field.Option]
    /// The offices posts may be placed in, to choose from.
    let officeOptions: [Field.Option]

    init(_ organs: [Organ], _ offices: [OrganOffice] = []) {
        let names = organs.namesByKey
        self.names = names
        self.offices = Dictionary(offices.map { ($0.key, $0.name) }) { first, _ in first }
        options = organs.map { Field.Option($0.key, $0.name) }
        officeOptions = offices.filter(\.isOpen).map {
            Field.Option($0.key, "\(names[$0.organ] ?? $0.organ)：\($0.name)")
        }
    }

    /// The organ's name; its key for bodies outside the government.
    subscript(organ: String) -> String { names[organ] ?? organ }

    /// The post as people say it, with the office it stands in.
    func words(_ post: Post, in office: String? = nil) -> String {
        let place = office.map { "（\(offices[$0] ?? $0)）" } ?? ""
        return "\(self[post.organ]) \(post.role.chinese)\(place)"
    }
}

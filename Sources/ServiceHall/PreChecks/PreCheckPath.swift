import Desk

/// The addresses of the hall's pre-checks.
enum PreCheckPath {
    static let list = DeskPath.prechecks
    static let one = "\(list)/{id}"
    static let file = "\(list)/{id}/files/{file}"

    static func one(_ id: Int64) -> String { "\(list)/\(id)" }
    static func file(_ id: Int64, _ file: Int64) -> String { "\(one(id))/files/\(file)" }
}

import Identity
import Refusals
import WorkingTime

/// A group of a directory.
struct DirectoryGroup: Sendable, Hashable, Identifiable {
    let id: Int64
    let sourceID: Int64
    var name: String
    var externalID: String?
    /// The accounts in it.
    var members: Set<Int64>
    /// The post that its members are to be given, when it stands for one.
    var post: Post?
    let createdAt: Instant
    let changedAt: Instant

    /// How many one group may have.
    static let memberLimit = 2_000

    /// What the directory may change.
    func document(at root: String) -> [String: ScimValue] {
        var document: [String: ScimValue] = ["displayName": .text(name)]
        document["externalId"] = externalID.map(ScimValue.text)
        if !members.isEmpty { document["members"] = .list(members.sorted().map { Self.member($0, root) }) }
        return document
    }

    private static func member(_ id: Int64, _ root: String) -> ScimValue {
        ["value": .text(String(id)), "type": "User", "$ref": .text("\(root)/Users/\(id)")]
    }

    /// The resource.
    ///
    /// - Parameter root: the address under which SCIM is spoken.
    /// - Throws: `EncodingError`.
    func resource(at root: String) throws -> ScimValue {
        var resource = document(at: root)
        resource["id"] = .text(String(id))
        resource["schemas"] = .list([.text(ScimSchema.group.id)])
        return try ScimMeta(type: .group, id: id, createdAt: createdAt, changedAt: changedAt)
            .completing(resource, at: root)
    }

    /// Takes over what the directory says.
    ///
    /// - Throws: ``ScimFault`` for members that are no ids, and too many of them.
    mutating func take(_ document: [String: ScimValue]) throws {
        name = document["displayName"]?.text ?? ""
        externalID = document["externalId"]?.text
        let sent = document["members"]?.list ?? []
        guard sent.count <= Self.memberLimit else {
            throw ScimFault(.invalidValue, "一个组最多 \(Self.memberLimit) 名成员。")
        }
        members = Set(
            try sent.map { member in
                guard let id = member.compared.text.flatMap({ Int64($0) }) else {
                    throw ScimFault(.invalidValue, "members 的 value 应为账号的标识。")
                }
                return id
            })
    }
}

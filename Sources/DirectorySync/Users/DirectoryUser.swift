import Identity
import Journal
import WorkingTime

/// An account of the staff as one directory sees it.
struct DirectoryUser: Sendable {
    /// What the directory itself said.
    struct Record: Sendable {
        let externalID: String?
        let profile: [String: ScimValue]
        let changedAt: Instant
    }

    let account: StaffAccount
    /// Nil while the directory has said nothing about it.
    let record: Record?
    /// The groups of the directory it belongs to, with their names.
    let groups: [(id: Int64, name: String)]

    /// What the directory may change.
    var document: [String: ScimValue] {
        var document = record?.profile ?? [:]
        document["externalId"] = record?.externalID.map(ScimValue.text)
        document["userName"] = .text(account.name)
        document["active"] = .bool(account.isActive)
        // Somebody else may have changed the name since.
        if Self.displayName(of: document) != account.displayName {
            document["displayName"] = .text(account.displayName)
        }
        return document
    }

    /// The name that others see.
    static func displayName(of document: [String: ScimValue]) -> String {
        let name = document["name"]?.object
        let joined = [name?["familyName"], name?["givenName"]].compactMap { $0?.text }.joined()
        let names = [
            document["displayName"]?.text, name?["formatted"]?.text, joined, document["userName"]?.text,
        ]
        return names.compactMap { $0 }.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    }

    /// The resource.
    ///
    /// - Parameter root: the address under which SCIM is spoken.
    /// - Throws: `EncodingError`.
    func resource(at root: String) throws -> ScimValue {
        var members = document
        members["id"] = .text(String(account.id))
        let extensions = ScimResourceType.user.extensions.map(\.id).filter { members[$0] != nil }
        members["schemas"] = .list(([ScimSchema.user.id] + extensions).map(ScimValue.text))
        if !groups.isEmpty {
            members["groups"] = .list(
                groups.map { group in
                    [
                        "value": .text(String(group.id)), "display": .text(group.name),
                        "$ref": .text("\(root)/Groups/\(group.id)"),
                    ]
                })
        }
        return try ScimMeta(
            type: .user, id: account.id, createdAt: account.createdAt,
            changedAt: record?.changedAt ?? account.createdAt
        ).completing(members, at: root)
    }
}

/// What is known about a resource: where it stands, since when, in which version (RFC 7643 §3.1).
struct ScimMeta {
    let type: ScimResourceType
    let id: Int64
    let createdAt: Instant
    let changedAt: Instant

    /// The resource with its `meta`. Its version is made from what it says, so that it is new whoever changed it.
    func completing(_ members: [String: ScimValue], at root: String) throws -> ScimValue {
        let digest = try Journal.digest(of: ScimValue.object(members)).prefix(16)
        return .object(
            members.merging([
                "meta": [
                    "resourceType": .text(type.name), "created": .text(createdAt.rfc3339),
                    "lastModified": .text(changedAt.rfc3339),
                    "location": .text("\(root)\(type.endpoint)/\(id)"), "version": .text("W/\"\(digest)\""),
                ]
            ]) { $1 })
    }
}

extension ScimValue {
    /// The version of a resource.
    var version: String? { object?["meta"]?.object?["version"]?.text }

    /// Its address.
    var location: String? { object?["meta"]?.object?["location"]?.text }
}

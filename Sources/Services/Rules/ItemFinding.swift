import Codes

/// Something wrong with an item's file, so that whoever edits it can find and mend it.
public struct ItemFinding: Sendable, Hashable, CustomStringConvertible {
    /// The slug of the item.
    public let item: String
    /// Where in the file, for example `materials.floor-plan`.
    public let path: String
    /// What is wrong, in words.
    public let message: String

    /// `food-business-licence: limits: 承诺时限不能长于法定时限`.
    public var description: String { "\(item): \(path): \(message)" }
}

/// The names an item may refer to, which other parts of the platform own.
public struct KnownNames: Sendable {
    /// Keys of organs.
    public let organs: Set<String>
    /// Ids of process definitions.
    public let processes: Set<String>
    /// Keys of life events.
    public let lifeEvents: Set<String>
    /// Codes of item types.
    public let itemTypes: Set<String>

    /// The names as their owners tell them.
    public init(
        organs: Set<String>, processes: Set<String>, lifeEvents: Set<String>,
        itemTypes: Set<String> = Set(ItemCode.types.keys)
    ) {
        (self.organs, self.processes) = (organs, processes)
        (self.lifeEvents, self.itemTypes) = (lifeEvents, itemTypes)
    }
}

extension ServiceItem {
    /// What is wrong with the item by itself; empty when it can be published.
    public func findings(known: KnownNames) -> [ItemFinding] {
        identityFindings(known: known) + limitFindings() + materialFindings() + formFindings()
            + promiseFindings()
    }

    func finding(_ path: String, _ message: String) -> ItemFinding {
        ItemFinding(item: slug, path: path, message: message)
    }
}

import Refusals

/// What asking far too much or too often costs (art. 42); the tariff is not in the regulation and stays data.
public struct FeeSchedule: Codable, Sendable, Hashable {
    /// So many requests a month cost nothing.
    public let freeItems: Int
    /// What each further one costs, up to a number of requests.
    public let tiers: [Tier]
    /// What those beyond the last tier cost.
    public let further: Further
    /// How long payment may take, in working days.
    public let paymentDays: Int

    enum CodingKeys: String, CodingKey {
        case tiers, further
        case freeItems = "free_items"
        case paymentDays = "payment_days"
    }

    /// A price up to a number of requests.
    public struct Tier: Codable, Sendable, Hashable {
        /// The last request it holds for.
        public let throughItems: Int
        /// The price of each, in yuan.
        public let yuanPerItem: Int

        enum CodingKeys: String, CodingKey {
            case throughItems = "through_items"
            case yuanPerItem = "yuan_per_item"
        }
    }

    /// A price that rises.
    public struct Further: Codable, Sendable, Hashable {
        /// After so many requests it rises.
        public let everyItems: Int
        /// Where it begins, in yuan.
        public let startYuanPerItem: Int
        /// By how much it rises, in yuan.
        public let stepYuan: Int

        enum CodingKeys: String, CodingKey {
            case everyItems = "every_items"
            case startYuanPerItem = "start_yuan_per_item"
            case stepYuan = "step_yuan"
        }
    }

    /// What so many requests of one applicant in one month cost together, in yuan.
    ///
    /// - Throws: `invalid` for a number nobody can have asked for.
    public func yuan(forItems items: Int) throws -> Int {
        guard (0...Self.mostItems).contains(items) else {
            throw DomainError.invalid("items", "件数应在 0 到 \(Self.mostItems) 之间。")
        }
        var (yuan, counted) = (0, min(items, freeItems))
        for tier in tiers where items > counted {
            let part = min(items, tier.throughItems) - counted
            yuan += max(0, part) * tier.yuanPerItem
            counted += max(0, part)
        }
        var price = further.startYuanPerItem
        while counted < items {
            let part = min(items - counted, max(1, further.everyItems))
            yuan += part * price
            counted += part
            price += further.stepYuan
        }
        return yuan
    }

    /// More nobody asks for in a month.
    static let mostItems = 10_000
}

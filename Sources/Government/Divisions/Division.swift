import Codes

/// An administrative division (行政区划): GB/T 2260 down to the district, then streets and communities.
public struct Division: Sendable, Hashable, Codable {
    /// Six digits down to the district, nine for a street, twelve for a community.
    public let code: DivisionCode
    /// The name, for example `城东街道`.
    public let name: String
    /// Its rank.
    public let kind: Kind
    /// The division it lies in; `nil` for the province.
    public let parent: DivisionCode?
    /// Whether it was made up for the demonstration.
    public let isSynthetic: Bool

    /// The ranks of division the platform knows.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// 省
        case province
        /// 地级市
        case city
        /// 县、区
        case district
        /// 街道、镇
        case street
        /// 社区、村
        case community
    }

    private enum CodingKeys: String, CodingKey {
        case code, name, kind, parent
        case isSynthetic = "is_synthetic"
    }

    /// A division as it is registered.
    public init(code: DivisionCode, name: String, kind: Kind, parent: DivisionCode?, isSynthetic: Bool) {
        self.code = code
        self.name = name
        self.kind = kind
        self.parent = parent
        self.isSynthetic = isSynthetic
    }
}

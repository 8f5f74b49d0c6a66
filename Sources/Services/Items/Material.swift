/// Something that proves a condition (材料).
public struct Material: Codable, Sendable, Hashable, Identifiable {
    /// The id, unique within the item and shared by a joint service and its children.
    public var id: String
    /// The material's name.
    public var name: String
    /// Whether an application without it is incomplete.
    public var necessity: Necessity
    /// Where it comes from.
    public var source: Source
    /// Who issues it, in words; nil when the applicant writes it.
    public var issuer: String?
    /// Electronic, paper or both.
    public var format: Format
    /// How many copies; 1 for an upload.
    public var copies: Int
    /// What a good one looks like (受理标准).
    public var note: String?
    /// Why the material is not asked for (免提交); nil when the applicant hands it in.
    public var waivedBy: Waiver?
    /// In a joint service: the slugs of the children that need it.
    public var neededBy: [String]?
    /// The type of licence (21 characters of GB/T 36904) that may stand in its place, when the applicant holds one and
    /// agrees (免提交); nil when it has to be brought.
    public var licence: String?
    /// Whether it is secondary and may come after the acceptance (次要材料, 容缺受理); nil for no.
    public var deferrable: Bool?

    /// A material of which only the name is known: required, from the applicant, one electronic copy.
    public init(id: String, name: String) {
        (self.id, self.name, necessity, source, issuer) = (id, name, .required, .applicant, nil)
        (format, copies, note, waivedBy, neededBy) = (.electronic, 1, nil, nil, nil)
    }

    enum CodingKeys: String, CodingKey {
        case id, name, necessity, source, issuer, format, copies, note, licence, deferrable
        case waivedBy = "waived_by"
        case neededBy = "needed_by"
    }

    /// Whether the applicant must hand it in.
    public var isRequired: Bool { necessity == .required && waivedBy == nil }

    /// Whether the application may be accepted before it is there.
    public var isDeferrable: Bool { isRequired && deferrable == true }
}

extension Material {
    /// 必要 or 非必要.
    public enum Necessity: String, Codable, Sendable, CaseIterable {
        /// 必要.
        case required
        /// 非必要: helps, but nothing waits for it.
        case optional
    }

    /// 来源渠道.
    public enum Source: String, Codable, Sendable, CaseIterable {
        /// 申请人自备.
        case applicant
        /// 政府部门核发.
        case government
    }

    /// 材料形式.
    public enum Format: String, Codable, Sendable, CaseIterable {
        /// 电子化.
        case electronic
        /// 纸质.
        case paper
        /// 纸质或电子化.
        case both
    }
}

extension Material {
    /// 主要材料 or 次要材料 (容缺受理).
    public enum Rank: String, ListWord {
        /// Nothing is accepted without it.
        case main
        /// It may come after the acceptance.
        case secondary

        /// 主要材料, 次要材料.
        public var chinese: String {
            switch self {
            case .main: "主要材料"
            case .secondary: "次要材料，可以容缺后补"
            }
        }
    }

    /// Which of the two it is; nil while nobody has said.
    public var rank: Rank? {
        get { deferrable.map { $0 ? .secondary : .main } }
        set { deferrable = newValue.map { $0 == .secondary } }
    }
}

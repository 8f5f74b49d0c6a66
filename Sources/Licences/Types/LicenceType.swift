import Cases
import Journal
import Refusals
import WorkingTime

/// A type of licence (证照类型): what the licences of one kind have in common, as data that is edited on the desk.
public struct LicenceType: Sendable, Hashable {
    /// How long its licences hold.
    public enum Validity: Sendable, Hashable, Codable {
        /// As long as the service item says.
        case byItem
        /// So many months from the day of issue.
        case months(Int)
        /// Without a last day.
        case unlimited

        /// The words people read.
        public var chinese: String {
            switch self {
            case .byItem: "按事项规定"
            case .months(let months): months % 12 == 0 ? "\(months / 12) 年" : "\(months) 个月"
            case .unlimited: "长期"
            }
        }
    }

    /// 18 characters of the body that defined it and 3 of the type.
    public let code: String
    /// Counted from 1.
    public let version: Int
    /// What its licences are called.
    public let name: String
    /// Key of the organ that issues them.
    public let organ: String
    /// How long they hold.
    public let validity: Validity
    /// Which answers are printed on them besides holder, item and dates, by their labels; empty: as the item says.
    public let fields: [String]
    /// From which day on this version counts.
    public let since: CivilDate
    /// Who wrote this version.
    public let editedBy: Signatory
    /// When.
    public let editedAt: Instant

    /// The most fields a licence has room for.
    static let maximumFields = 12

    /// The first version of a type.
    ///
    /// - Throws: `invalid` naming every part that is wrong.
    public static func first(
        _ code: String, _ draft: Draft, by actor: Actor, at now: Instant
    ) throws -> LicenceType {
        try LicenceType(code: code, version: 1, draft, by: actor, at: now)
    }

    /// The next version.
    ///
    /// - Throws: `invalid` naming every part that is wrong, or when nothing has changed.
    public func revised(_ draft: Draft, by actor: Actor, at now: Instant) throws -> LicenceType {
        guard draft != Draft(self, since: draft.since) else {
            throw DomainError.invalid("name", "没有改动，不用保存新版本。")
        }
        return try LicenceType(code: code, version: version + 1, draft, by: actor, at: now)
    }

    private init(code: String, version: Int, _ draft: Draft, by actor: Actor, at now: Instant) throws {
        let errors = Self.errors(code, draft, on: now.day)
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        self.init(
            code: code, version: version, name: draft.name, organ: draft.organ, validity: draft.validity,
            fields: draft.fields, since: draft.since,
            editedBy: Signatory(accountID: actor.accountID, name: actor.name), editedAt: now)
    }

    private static func errors(_ code: String, _ draft: Draft, on today: CivilDate) -> [FieldError] {
        var errors: [FieldError] = []
        if code.wholeMatch(of: /[0-9A-Z]{21}/) == nil {
            errors.append(.init("code", "类型代码是 21 位数字和大写字母：定义机构的统一社会信用代码 18 位，加 3 位顺序码。"))
        }
        if !(2...60).contains(draft.name.count) { errors.append(.init("name", "名称应为 2 至 60 个字。")) }
        if draft.organ.isEmpty { errors.append(.init("organ", "请选择发证机关。")) }
        if case .months(let months) = draft.validity, !(1...600).contains(months) {
            errors.append(.init("months", "有效期应为 1 至 600 个月。"))
        }
        if draft.fields.count > maximumFields || Set(draft.fields).count != draft.fields.count {
            errors.append(.init("fields", "登记项最多 \(maximumFields) 个，不能重复。"))
        }
        if draft.fields.contains(where: { $0.count > 30 }) {
            errors.append(.init("fields", "每个登记项最多 30 个字。"))
        }
        if draft.since < today { errors.append(.init("since", "生效日期不能早于今天。")) }
        return errors
    }
}

extension LicenceType {
    /// What can be edited of a type.
    public struct Draft: Sendable, Hashable {
        /// What its licences are called.
        public var name: String
        /// Key of the organ that issues them.
        public var organ: String
        /// How long they hold.
        public var validity: Validity
        /// Which answers are printed.
        public var fields: [String]
        /// From which day on it counts.
        public var since: CivilDate

        /// A draft.
        public init(
            name: String, organ: String, validity: Validity, fields: [String], since: CivilDate
        ) {
            (self.name, self.organ, self.validity) = (name, organ, validity)
            (self.fields, self.since) = (fields, since)
        }

        /// A type as it stands, to be edited.
        public init(_ type: LicenceType, since: CivilDate) {
            self.init(
                name: type.name, organ: type.organ, validity: type.validity, fields: type.fields,
                since: since)
        }
    }

    init(
        code: String, version: Int, name: String, organ: String, validity: Validity, fields: [String],
        since: CivilDate, editedBy: Signatory, editedAt: Instant
    ) {
        (self.code, self.version, self.name, self.organ) = (code, version, name, organ)
        (self.validity, self.fields, self.since) = (validity, fields, since)
        (self.editedBy, self.editedAt) = (editedBy, editedAt)
    }
}

import DecisionModel
import Refusals
import WorkingTime

/// A kind of matter that is done elsewhere and supervised here (处罚、采购、项目、检查 …): data that supervisors write, in
/// versions. It says what a record holds and which of its fields supervision goes by.
struct SupervisedKind: Codable, Sendable, Hashable {
    /// Which field is what.
    struct Roles: Codable, Sendable, Hashable {
        /// By which a record is known again.
        var identifier: String
        /// What people call it; nil: the identifier.
        var title: String?
        /// When it began.
        var begins: String
        /// Until when it has to be done; nil where the limit of the kind says it.
        var due: String?
        /// When it was done.
        var ends: String?
        /// The organ that has to do it: its key or its name; nil: the organ of the kind.
        var responsible: String?
        /// Where it stands, in the words of whoever does it.
        var state: String?
    }

    /// By which its address and conditions know it: `case.kind = "food-inspection"`.
    var key: String
    var name: String
    /// On what it rests, in words.
    var basis: String
    /// The organ that feeds it.
    var organ: String
    var schema: Value
    var roles: Roles
    /// How long it may take from its beginning, as `7 working_day`; nil where a field says it or nobody does.
    var limit: String?
    /// Whether its limit is one the district has promised, and not one of the law: past it a card is yellow.
    var promise: Bool?

    /// - Throws: `invalid` with every field that is wrong.
    func requireComplete() throws {
        var errors: [FieldError] = []
        if (try? /[a-z][a-z0-9-]{1,39}/.wholeMatch(in: key)) == nil {
            errors.append(FieldError("key", "代号用小写字母、数字和连字符，2 到 40 个字符。"))
        }
        if name.isEmpty || name.count > 40 { errors.append(FieldError("name", "请填写名称，不超过 40 个字。")) }
        if basis.isEmpty || basis.count > 300 { errors.append(FieldError("basis", "请写明依据，不超过 300 个字。")) }
        if let limit, TimeLimit(text: limit) == nil {
            errors.append(FieldError("limit", "时限写成数量和单位，例如 7 working_day 或 30 day。"))
        }
        do { errors += roleErrors(try RecordSchema(schema)) } catch DomainError.invalid(let found) {
            errors += found
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    private func roleErrors(_ schema: RecordSchema) -> [FieldError] {
        let texts = [
            ("identifier", roles.identifier), ("title", roles.title), ("responsible", roles.responsible),
            ("state", roles.state),
        ]
        let times = [("begins", roles.begins), ("due", roles.due), ("ends", roles.ends)]
        var errors = (texts + times).compactMap { role, name -> FieldError? in
            guard let name, schema.field(name) == nil else { return nil }
            return FieldError(role, "结构里没有「\(name)」这个字段。")
        }
        errors += texts.compactMap { role, name in
            guard let field = schema.field(name), field.kind != .string else { return nil }
            return FieldError(role, "「\(field.name)」应是文字（type 为 string）。")
        }
        errors += times.compactMap { role, name in
            guard let field = schema.field(name), field.format == nil else { return nil }
            return FieldError(role, "「\(field.name)」应是日期或时间（format 为 date 或 date-time）。")
        }
        for (role, name) in [("identifier", roles.identifier), ("begins", roles.begins)]
        where schema.field(name).map({ !$0.isRequired }) ?? false {
            errors.append(FieldError(role, "「\(name)」每条记录都要有，请写进 required。"))
        }
        return errors
    }
}

/// One version of a kind. Records keep the version they were checked by.
struct KindVersion: Sendable, Hashable {
    let id: Int64
    let version: Int
    var kind: SupervisedKind
    let editedByName: String
    let editedAt: Instant
}

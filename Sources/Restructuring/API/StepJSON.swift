import Identity
import Refusals
import Web

/// A step as programs write it: a kind, and the members that kind has.
struct StepJSON: Codable, Sendable {
    var kind: String
    var organ: String?
    var name: String?
    var full_name: String?
    var key: String?
    var code: String?
    var phone: String?
    var address: String?
    var organs: [String]?
    var into: String?
    var rest: String?
    var successor: String?
    var login: String?
    var role: String?
    var from: String?
    var to: String?
    /// Of a split: who gets items by code, posts by `login/role`, cases by number.
    var items: [String: String]?
    var posts: [String: String]?
    var cases: [String: String]?

    private init(_ kind: String) { self.kind = kind }

    init(_ step: RestructuringStep) {
        switch step {
        case .rename(let organ, let name, let fullName):
            self.init("rename")
            (self.organ, self.name, full_name) = (organ, name, fullName)
        case .create(let new):
            self.init("create")
            (key, name, full_name, code) = (new.key, new.name, new.fullName, new.code)
            (phone, address) = (new.phone, new.address)
        case .merge(let organs, let heir):
            self.init("merge")
            (self.organs, into) = (organs, heir)
        case .split(let split):
            self.init("split")
            (organ, rest) = (split.organ, split.rest)
            (items, posts, cases) = (split.items, split.posts, split.cases)
        case .abolish(let organ, let heir):
            self.init("abolish")
            (self.organ, successor) = (organ, heir)
        case .movePost(let move):
            self.init("post")
            (login, role, from, to) = (move.login, move.role.rawValue, move.from, move.to)
        }
    }

    /// The step, by the rules of the form that people fill in.
    ///
    /// - Throws: `invalid` at the member: `steps.0.organ`.
    func step(at place: Int) throws -> RestructuringStep {
        do {
            let step = try StepForm(FormData(pairs)).step()
            guard case .split(let split) = step else { return step }
            return .split(try SplitForm(FormData(division)).applied(to: split))
        } catch DomainError.invalid(let errors) {
            throw DomainError.invalid(
                errors.map {
                    FieldError("steps.\(place).\($0.field.replacing("\(kind)-", with: ""))", $0.sentence)
                })
        }
    }

    private var pairs: [(name: String, value: String)] {
        let single = [
            ("organ", organ), ("name", name), ("full_name", full_name), ("key", key), ("code", code),
            ("phone", phone), ("address", address), ("into", into), ("rest", rest), ("successor", successor),
            ("login", login), ("role", role), ("from", from), ("to", to),
        ]
        let named = single.compactMap { name, value in
            value.map { (name: StepForm.field(kind, name), value: $0) }
        }
        let several = (organs ?? []).map { (name: StepForm.field(kind, "organs"), value: $0) }
        return [(name: "kind", value: kind)] + named + several
    }

    private var division: [(name: String, value: String)] {
        let lines = (cases ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return (items ?? [:]).map { (name: SplitForm.itemPrefix + $0.key, value: $0.value) }
            + (posts ?? [:]).map { (name: SplitForm.postPrefix + $0.key, value: $0.value) }
            + [(name: "cases", value: lines.joined(separator: "\n"))]
    }
}

/// What a program drafts a plan with.
struct DraftJSON: Codable, Sendable {
    let title: String
    let basis: String
    let effective_on: String
    let steps: [StepJSON]
}

/// Why a plan is given up.
struct WithdrawalJSON: Codable, Sendable {
    let remark: String
}

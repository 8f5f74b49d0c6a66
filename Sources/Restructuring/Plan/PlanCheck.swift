import Cases
import Codes
import Government
import Identity
import Refusals

/// Takes the steps of a plan one after another and notes what cannot be.
struct PlanCheck {
    let facts: PlanFacts
    private(set) var findings: [PlanFinding] = []
    private var names: [String: String]
    private var fullNames: [String: String]
    private var codes: Set<String>
    private let kinds: [String: Organ.Kind]
    /// The organs that are gone, with the step that ended them; 0 for those that were gone before.
    private var gone: [String: Int]
    private var number = 0

    init(facts: PlanFacts) {
        self.facts = facts
        let organs = facts.organs
        names = Dictionary(organs.map { ($0.key, $0.name) }) { first, _ in first }
        fullNames = Dictionary(organs.map { ($0.key, $0.fullName) }) { first, _ in first }
        kinds = Dictionary(organs.map { ($0.key, $0.kind) }) { first, _ in first }
        codes = Set(organs.map(\.code.text))
        gone = Dictionary(organs.filter { !$0.isLiving }.map { ($0.key, 0) }) { first, _ in first }
    }

    mutating func take(_ step: RestructuringStep, number: Int) {
        self.number = number
        switch step {
        case .rename(let organ, let name, let fullName): rename(organ, name, fullName)
        case .create(let organ): create(organ)
        case .merge(let organs, let heir):
            if organs.isEmpty { note("请选择并入的部门。") }
            for organ in organs { end(organ, heir) }
        case .split(let split): divide(split)
        case .abolish(let organ, let heir): end(organ, heir)
        case .movePost(let move): transfer(move)
        }
    }

    private mutating func note(_ sentence: Sentence) {
        findings.append(PlanFinding(step: number, sentence))
    }

    private func name(_ organ: String) -> String { names[organ] ?? organ }

    /// Whether the organ can be used in this step.
    @discardableResult
    private mutating func require(_ organ: String) -> Bool {
        guard names[organ] != nil else {
            note("没有代号为「\(organ)」的部门。")
            return false
        }
        guard let step = gone[organ] else { return true }
        if step == 0 {
            note("\(name(organ))已经撤并，不能再用。")
        } else {
            note("\(name(organ))在第 \(step) 步已经撤并，之后不能再用。")
        }
        return false
    }

    private mutating func rename(_ organ: String, _ name: String, _ fullName: String) {
        guard require(organ) else { return }
        take(name, fullName, for: organ)
    }

    /// Names tell organs apart, those that are gone too: their names stand in what they decided.
    private mutating func take(_ name: String, _ fullName: String, for organ: String) {
        if name.isEmpty || fullName.isEmpty { return note("请写明部门的简称和全称。") }
        if let other = names.first(where: { $0.key != organ && $0.value == name })?.key, gone[other] == nil {
            note("简称「\(name)」已由别的部门使用。")
        }
        if fullNames.contains(where: { $0.key != organ && $0.value == fullName }) {
            note("全称「\(fullName)」已由别的部门使用。")
        }
        (names[organ], fullNames[organ]) = (name, fullName)
    }

    private mutating func create(_ organ: RestructuringStep.NewOrgan) {
        guard organ.key.wholeMatch(of: /[a-z][a-z0-9]{1,19}/) != nil, !CasePlan.isPart(organ.key),
            organ.key != CaseTask.applicant
        else { return note("部门代号用 2 至 20 个小写字母和数字，以字母开头。") }
        guard names[organ.key] == nil else { return note("代号「\(organ.key)」已由\(name(organ.key))使用。") }
        do throws(CodeError) {
            let code = try CreditCode(organ.code).text
            if !codes.insert(code).inserted { note("统一社会信用代码 \(code) 已由别的部门使用。") }
        } catch {
            note("统一社会信用代码不正确：\(error.sentence.chinese)")
        }
        take(organ.name, organ.fullName, for: organ.key)
    }

    private mutating func end(_ organ: String, _ heir: String) {
        guard require(organ), require(heir) else { return }
        guard organ != heir else { return note("\(name(organ))不能由自己承接。") }
        if let kind = kinds[organ], [.street, .hall].contains(kind) {
            return note(
                kind == .street
                    ? "\(name(organ))的撤销须先调整行政区划（《行政区划管理条例》），不在这里办理。"
                    : "\(name(organ))是全区办件的窗口，不能撤并，可以更名。")
        }
        gone[organ] = number
    }

    private mutating func divide(_ split: RestructuringStep.Split) {
        guard require(split.organ) else { return }
        guard split.heirs != [split.organ] else {
            return note("\(name(split.organ))拆分后，至少有一部分要交给别的部门。")
        }
        for heir in split.heirs.subtracting([split.organ]).sorted() { require(heir) }
        for code in split.items.keys.sorted() where !isOwn(code, of: split.organ) {
            note("事项 \(code) 现在不由\(name(split.organ))办理。")
        }
        let open = Set(facts.handCases.map(\.number))
        for number in split.cases.keys.sorted() where !open.contains(number) {
            note("没有在办的办件 \(number)。")
        }
        guard !split.staysAlive else { return }
        if split.heirs.contains(split.organ) {
            return note("\(name(split.organ))拆分后不再存在，不能再承接。")
        }
        end(split.organ, split.rest)
    }

    /// An item may also have come to the organ by an earlier step.
    private func isOwn(_ code: String, of organ: String) -> Bool {
        facts.items.contains { item in
            item.code == code
                && (item.organ == organ || item.coOrgans.contains(organ)
                    || gone[item.organ].map { $0 > 0 } == true)
        }
    }

    private mutating func transfer(_ move: RestructuringStep.PostTransfer) {
        guard require(move.from), require(move.to) else { return }
        guard move.from != move.to else { return note("\(name(move.from))的岗位已经在那里。") }
        let holders = facts.seats.filter { $0.login == move.login && $0.post.role == move.role }
        guard
            holders.contains(where: {
                $0.post.organ == move.from || gone[$0.post.organ].map { $0 > 0 } == true
            })
        else { return note("账号 \(move.login) 在\(name(move.from))没有「\(move.role.chinese)」岗位。") }
    }
}

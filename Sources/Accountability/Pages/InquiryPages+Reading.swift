import Refusals
import Web

/// What the forms of an inquiry say.
extension InquiryPages {
    @Sendable static func finding(_ form: FormData, _: AccountabilityRules) throws -> InquiryAct {
        guard let found = form["founded"].flatMap(Bool.init) else {
            throw DomainError.invalid("founded", "请选择核实的结果。")
        }
        return .finding(isFounded: found, try InquiryWords.require(form["words"], "words", "请写明核实了什么、依据什么。"))
    }

    @Sendable static func statement(_ form: FormData, _: AccountabilityRules) throws -> InquiryAct {
        .statement(
            try ownWords(
                form, "statement", "请写明您的陈述和申辩。", "您写了陈述申辩，又选了放弃。要提交的，请把放弃改为「否」；要放弃的，请清空写的内容。"))
    }

    @Sendable static func decision(_ form: FormData, _ rules: AccountabilityRules) throws -> InquiryAct {
        let words = try InquiryWords.require(form["words"], "words", "请写明理由，当事人会看到。")
        switch form["decision"] {
        case "none": return .decision(nil, words)
        case "return": return .sendingBack(words)
        case let code:
            guard let measure = rules.measure(code) else {
                throw DomainError.invalid("decision", "请选择怎样决定。")
            }
            return .decision(measure, words)
        }
    }

    @Sendable static func service(_ form: FormData, _: AccountabilityRules) throws -> InquiryAct {
        .service(try InquiryWords.require(form["words"], "words", "请写明怎样送达、由谁签收。"))
    }

    @Sendable static func appeal(_ form: FormData, _: AccountabilityRules) throws -> InquiryAct {
        .appeal(
            try ownWords(
                form, "appeal", "请写明申诉的理由。", "您写了申诉理由，又选了不申诉。要申诉的，请把不申诉改为「否」；不申诉的，请清空写的内容。"))
    }

    /// What the person says for themself; nil where they will say nothing. Never both: words that somebody wrote in their
    /// defence are not lost to a tick.
    private static func ownWords(
        _ form: FormData, _ field: String, _ missing: Sentence, _ contradiction: Sentence
    ) throws -> String? {
        let words = form[field] ?? ""
        guard form["waives"] == "true" else { return try InquiryWords.require(words, field, missing) }
        guard words.isEmpty else { throw DomainError.invalid("waives", contradiction) }
        return nil
    }

    @Sendable static func review(_ form: FormData, _ rules: AccountabilityRules) throws -> InquiryAct {
        let rulings: [InquiryStep.Kind] = [.upheld, .changed, .revoked]
        guard let ruling = form["ruling"].flatMap(InquiryStep.Kind.init(rawValue:)), rulings.contains(ruling)
        else { throw DomainError.invalid("ruling", "请选择复核的结果。") }
        let words = try InquiryWords.require(form["words"], "words", "请写明复核的理由，当事人会看到。")
        return .review(ruling, rules.measure(form["measure"]), of: rules, words)
    }
}

import Refusals
import WorkingTime

/// One step of an inquiry as somebody takes it: which task of the case, in which role, with what outcome and words, and the
/// rule that must hold.
struct InquiryAct: Sendable {
    /// The step of the process, and the role in which it is taken.
    let element: String
    let role: String
    let outcome: String
    /// What is kept of it.
    let step: InquiryStep.Kind
    let words: String
    let rule: @Sendable (inout Inquiry, Officeholder, Instant) throws -> Void

    /// 核实.
    static func finding(isFounded: Bool, _ words: String) -> InquiryAct {
        InquiryAct(
            element: "check", role: "supervisor", outcome: isFounded ? "founded" : "unfounded",
            step: isFounded ? .founded : .unfounded, words: words
        ) { try $0.check(isFounded: isFounded, by: $1, at: $2) }
    }

    /// 陈述申辩; nil where the person waives it.
    static func statement(_ words: String?) -> InquiryAct {
        InquiryAct(
            element: "hear", role: InquiryPlan.person, outcome: words == nil ? "waived" : "stated",
            step: words == nil ? .waived : .stated, words: words ?? ""
        ) { inquiry, holder, _ in try inquiry.state(by: holder) }
    }

    /// 决定; nil for no measure.
    static func decision(_ measure: AccountabilityRules.Measure?, _ words: String) -> InquiryAct {
        InquiryAct(
            element: "decide", role: "leader", outcome: measure == nil ? "none" : "measure",
            step: measure == nil ? .spared : .decided, words: words
        ) { inquiry, holder, _ in try inquiry.decide(measure, by: holder) }
    }

    /// 退回核实.
    static func sendingBack(_ words: String) -> InquiryAct {
        InquiryAct(element: "decide", role: "leader", outcome: "return", step: .returned, words: words) {
            inquiry, holder, _ in try inquiry.sendBack(by: holder)
        }
    }

    /// 送达.
    static func service(_ words: String) -> InquiryAct {
        InquiryAct(element: "serve", role: "supervisor", outcome: "served", step: .served, words: words) {
            try $0.serve(by: $1, at: $2)
        }
    }

    /// 申诉; nil where the person will not.
    static func appeal(_ words: String?) -> InquiryAct {
        InquiryAct(
            element: "appeal", role: InquiryPlan.person, outcome: words == nil ? "accept" : "appeal",
            step: words == nil ? .accepted : .appealed, words: words ?? ""
        ) { inquiry, holder, _ in try inquiry.appeal(by: holder) }
    }

    /// 复核.
    static func review(
        _ ruling: InquiryStep.Kind, _ measure: AccountabilityRules.Measure?, of rules: AccountabilityRules,
        _ words: String
    ) -> InquiryAct {
        let outcomes: [InquiryStep.Kind: String] = [
            .upheld: "uphold", .changed: "change", .revoked: "revoke",
        ]
        return InquiryAct(
            element: "review", role: "leader", outcome: outcomes[ruling] ?? "uphold", step: ruling,
            words: words
        ) { inquiry, holder, _ in try inquiry.review(ruling, measure, of: rules, by: holder) }
    }
}

enum InquiryWords {
    /// - Throws: `invalid` at the field for nothing and for too much.
    static func require(_ words: String?, _ field: String, _ sentence: Sentence) throws -> String {
        guard let words, !words.isEmpty else { throw DomainError.invalid(field, sentence) }
        guard words.count <= 2_000 else { throw DomainError.invalid(field, "不超过 2000 个字。") }
        return words
    }
}

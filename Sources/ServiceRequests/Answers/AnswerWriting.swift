import Cases
import Refusals
import WorkingTime

/// The text of an answer: what was said and when, what is answered, and which road stands open next.
extension AnswerForm {
    /// The document, ready to be approved.
    ///
    /// - Parameter lines: the telephone numbers of offices, which may be told to everybody.
    /// - Throws: `invalid` with everything that is wrong.
    func draft(for subject: Case, number: String, rules: RequestRules, lines: [String] = []) throws
        -> AnswerDraft
    {
        let errors = errors(for: subject, rules: rules, lines: lines)
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        let result = rules.settles(subject) ? rules.result(result) : nil
        var marks: [String: String] = [:]
        marks["result"] = result?.code
        if isPublic {
            (marks["public_title"], marks["public_words"]) = (publicTitle, publicWords)
            marks["public_answer"] = publicAnswer
        }
        let conclusion = result.map { ["处理意见：\($0.name)。\($0.words)"] } ?? []
        return AnswerDraft(
            title: Self.title(of: subject, rules), number: number,
            paragraphs: [Self.opening(subject)] + conclusion + words.split(separator: "\n").map(String.init)
                + Self.road(after: subject, rules), marks: marks)
    }

    private static func title(of subject: Case, _ rules: RequestRules) -> String {
        switch subject.requestProcess {
        case .petition: rules.settles(subject) ? "信访事项处理意见书" : "信访事项答复书"
        case .review: rules.review(of: subject)?.document ?? "信访事项复查意见书"
        case .ticket, nil: "群众诉求答复"
        }
    }

    private static func opening(_ subject: Case) -> String {
        let said = subject.said(.title)
        return "您于\(subject.filing.filedAt.day.written)提出的「\(said)」收悉。经办理，现答复如下："
    }

    /// What can be done by whoever is not satisfied (信访工作条例 arts. 35, 36), or that this is the end of the road.
    private static func road(after subject: Case, _ rules: RequestRules) -> [String] {
        let days = String(rules.limits.reviewAskDays)
        switch subject.requestProcess {
        case .ticket: return ["如对答复不满意，可以自收到之日起\(rules.limits.reopenDays)日内在网上、拨打 12345 或者到受理的单位要求重办。"]
        case .petition where !rules.settles(subject): return []
        case .petition: return [rules.remedies.opinion.replacing("{days}", with: days)]
        case .review:
            let isLast = rules.reviews.last?.code == subject.said(.kind)
            return [isLast ? rules.remedies.last : rules.remedies.review.replacing("{days}", with: days)]
        case nil: return []
        }
    }
}

extension RequestRules {
    /// Which review a matter is.
    func review(of subject: Case) -> Review? { reviews.first { $0.code == subject.said(.kind) } }

    /// Whether an opinion settles it, that can be reviewed (art. 31); advice and accusations are answered (arts. 29, 30), also what
    /// is a petition because it accuses whoever would have taken it in.
    func settles(_ subject: Case) -> Bool {
        switch subject.requestProcess {
        case .review: true
        case .petition: category(subject.said(.category)).map { $0.track == .petition && $0.isClaim } ?? true
        case .ticket, nil: false
        }
    }

    /// The review that may be asked for when this matter is answered; nil at the end of the road.
    func review(after subject: Case) -> Review? {
        switch subject.requestProcess {
        case .petition: settles(subject) ? reviews.first : nil
        case .review:
            reviews.firstIndex { $0.code == subject.said(.kind) }
                .flatMap { reviews.indices.contains($0 + 1) ? reviews[$0 + 1] : nil }
        case .ticket, nil: nil
        }
    }
}

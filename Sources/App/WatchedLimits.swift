import AnnualInspection
import DecisionModel
import Ratings
import Supervision
import WorkingTime

extension Installation {
    /// What organs have to do about bad ratings is watched like any other matter.
    static let watchedRatings: RatingWatch = { limits, actor, now, tx in
        try Supervision.report(limits.map(\.record), of: "bad-rating", by: actor, at: now, in: tx)
    }

    /// What organs have to conclude after something was corrected, too.
    static let watchedConclusions: ConclusionWatch = { limit, actor, now, tx in
        try Supervision.report([limit.record], of: "inspection-correction", by: actor, at: now, in: tx)
    }
}

extension RatingLimit {
    /// As the kind `bad-rating` wants it. The number has letters: digits alone could be taken for those of a person.
    var record: [String: Value] {
        let name = item.isEmpty ? "差评\(step.chinese)" : "差评\(step.chinese)：\(item.prefix(80))"
        var record: [String: Value] = [
            "number": .string("R\(String(id, radix: 36))-\(step.rawValue)"), "name": .string(name),
            "organ": .string(organ), "step": .string(step.chinese), "rated_on": .string(beganOn.iso),
            "due_on": .string(dueOn.iso), "state": .string(state),
        ]
        if let endedOn { record["ended_on"] = .string(endedOn.iso) }
        return record
    }
}

extension ConclusionLimit {
    /// As the kind `inspection-correction` wants it.
    var record: [String: Value] {
        // A name with digits in it could be taken for a number of a person.
        let whose = name.contains(where: \.isNumber) ? "" : "：\(name.prefix(70))"
        var record: [String: Value] = [
            "number": .string("J\(String(filing, radix: 36))-\(organ)"),
            "name": .string("\(year) 年度联合年检整改复核\(whose)"), "organ": .string(organ),
            "filed_on": .string(filedOn.iso), "due_on": .string(dueOn.iso), "state": .string(state),
        ]
        if let endedOn { record["ended_on"] = .string(endedOn.iso) }
        return record
    }
}

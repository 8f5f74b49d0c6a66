import AnnualInspection
import Codes
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
        let whose = item.tellable.isEmpty ? "" : "：\(item.tellable.prefix(80))"
        var record: [String: Value] = [
            "number": .string("R\(id.lettered)-\(step.rawValue)"),
            "name": .string("差评\(step.chinese)\(whose)"),
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
        let whose = name.tellable.isEmpty ? "" : "：\(name.tellable.prefix(70))"
        var record: [String: Value] = [
            "number": .string("J\(filing.lettered)-\(organ)"),
            "name": .string("\(year) 年度联合年检整改复核\(whose)"), "organ": .string(organ),
            "filed_on": .string(filedOn.iso), "due_on": .string(dueOn.iso), "state": .string(state),
        ]
        if let endedOn { record["ended_on"] = .string(endedOn.iso) }
        return record
    }
}

extension Int64 {
    /// An id as a part of a number that supervision takes: where digits in it look by chance like a number of a person, they
    /// are set apart. One that was refused would keep the review itself from being written.
    var lettered: String {
        let text = String(self, radix: 36)
        let isTaken = PersonalData.findings(in: text, names: []).isEmpty
        return isTaken ? text : text.map(String.init).joined(separator: "_")
    }
}

extension String {
    /// A name as supervision may be told it: nothing where it has digits, as of a telephone that somebody wrote into it. 三 is a
    /// number to Unicode, too, but the words 第一类 and 三元里 are none, unless they spell a whole number out.
    fileprivate var tellable: String {
        let hasDigits = unicodeScalars.contains { scalar in
            scalar.properties.numericType.map { $0 != .numeric } ?? false
        }
        return hasDigits || !PersonalData.findings(in: self, names: []).isEmpty ? "" : self
    }
}

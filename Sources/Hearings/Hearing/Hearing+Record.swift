import Codes
import Refusals
import WorkingTime

extension Hearing {
    /// Opens the record, on the day.
    ///
    /// - Throws: `conflict` before the list, on another day, or when the materials came too late.
    mutating func hold(on today: CivilDate, _ rules: HearingRules) throws {
        guard state == .drawn else { throw DomainError.conflict("参加人名单公布以后才能举行。") }
        guard let materialsOn, day.days(since: materialsOn) >= rules.materialsDays else {
            throw DomainError.conflict("听证会材料没有提前 \(rules.materialsDays) 天公布，不能举行，请改期。")
        }
        guard today == day else { throw DomainError.conflict("听证会在\(day.chinese)举行，今天不能开始记录。") }
        state = .live
    }

    /// - Throws: `conflict` when it is not being held.
    func requireLive() throws {
        guard state == .live else { throw DomainError.conflict("听证会没有在举行，不能再记录。") }
    }

    /// Closes the record: from now on it is what will be signed.
    ///
    /// - Throws: `conflict` without a line, and before the hour for which people were called.
    mutating func closeRecord(_ lines: [RecordLine], at now: Instant) throws {
        try requireLive()
        guard now >= facts.startsAt else {
            throw DomainError.conflict("听证会\(facts.startsAt.chinese)才开始，笔录现在不能结束。")
        }
        guard lines.contains(where: { $0.kind == .speech }) else {
            throw DomainError.conflict("笔录里还没有发言，不能结束。")
        }
        (state, recordDigest) = (.recorded, RecordLine.digest(of: lines))
    }

    /// - Throws: `conflict` when it is not the time to sign.
    func requireSigning() throws {
        guard state == .recorded else { throw DomainError.conflict("笔录结束以后、公布以前签字。") }
    }

    /// Something in the closed record is noted to be wrong: from now on the record with the note is what is signed.
    ///
    /// - Throws: `conflict` when it is not the time to sign.
    mutating func annotate(_ lines: [RecordLine]) throws {
        try requireSigning()
        recordDigest = RecordLine.digest(of: lines)
    }

    /// How long whoever is noted as absent or refusing may still sign, before the record is published. What an organ notes
    /// about somebody is theirs to answer: the record is signed by those who took part (行政许可法 art. 48).
    static let secondsToAnswer = 86_400

    /// When the record may be published, as far as what was noted about signatures goes; nil when nothing was.
    static func publishable(_ signatories: [Registration]) -> Instant? {
        signatories.filter { $0.signature != .signed }.compactMap(\.signedAt).max()
            .map { $0.adding(seconds: secondsToAnswer) }
    }

    /// Publishes the record with its signatures.
    ///
    /// - Parameter earliest: `publishable` of those who sign.
    /// - Throws: `conflict` while somebody has neither signed nor is known why not, and while somebody who was noted as
    ///   absent or refusing has had less than a day to answer.
    mutating func publishRecord(missing: Int, earliest: Instant?, at now: Instant) throws {
        try requireSigning()
        guard missing == 0 else {
            throw DomainError.conflict("还有 \(missing) 位参加人没有签字，也没有注明原因，不能公布。")
        }
        if let earliest, now < earliest {
            throw DomainError.conflict(
                "有参加人刚被注明没有签字，要留一天给本人补签或者提出异议，\(earliest.chinese)以后才能公布。")
        }
        state = .published
    }

    /// Enters what was decided afterwards.
    ///
    /// - Throws: `conflict` before the record is published, `invalid` when it does not refer to the record, does not say
    ///   what of it was taken up, or holds a number by which somebody could be found.
    mutating func decide(_ decision: Decision, lines known: Set<Int>) throws {
        guard state == .published else { throw DomainError.conflict("笔录公布以后才能登记决定。") }
        var errors: [FieldError] = []
        if !(4...120).contains(decision.title.count) {
            errors.append(FieldError("title", "请写明决定的名称和文号，4 到 120 字。"))
        }
        if decision.lines.isEmpty {
            errors.append(FieldError("lines", "决定必须引用听证笔录，请写明引用笔录的第几条。"))
        } else if let wrong = decision.lines.first(where: { !known.contains($0) }) {
            errors.append(FieldError("lines", "笔录里没有第 \(wrong) 条。"))
        }
        if !(20...5_000).contains(decision.taken.count) {
            errors.append(FieldError("taken", "请写明采纳了笔录里的哪些意见，没有采纳的为什么，20 到 5000 字。"))
        }
        errors += PersonalData.findings(in: decision.title, names: []).map { FieldError("title", $0) }
        errors += PersonalData.findings(in: decision.taken, names: []).map { FieldError("taken", $0) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        (state, self.decision) = (.decided, decision)
    }
}

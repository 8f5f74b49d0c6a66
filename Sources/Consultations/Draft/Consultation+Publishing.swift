import Codes
import Journal
import Refusals
import WorkingTime

extension Consultation {
    /// Opens it; another person than the one who wrote it last. What is written becomes its first version. A reason for less
    /// time goes where there is no less than the rule asks for: the page would announce what is not so.
    ///
    /// - Throws: `conflict` when it is open, empty or too short; `forbidden` for its writer.
    mutating func open(by actor: Actor, on day: CivilDate, _ rules: ConsultationRules) throws {
        guard state == .draft else { throw DomainError.conflict("征求意见已经开始。") }
        guard !passages.isEmpty else { throw DomainError.conflict("稿子还没有内容，不能公布。") }
        try facts.requireTime(from: day, rules)
        try requireOther(actor)
        if facts.closesOn.days(since: day) >= rules.minimumDays { facts.shortReason = nil }
        (state, openedBy, opensOn, version) = (.open, actor.accountID, day, 1)
    }

    /// Publishes what was changed as a further version; the ones before stay.
    ///
    /// - Parameters:
    ///   - last: the version before.
    ///   - removed: its passages that go, each because of the comments that are named for it.
    ///   - known: the numbers of comments there are, of those it names.
    ///   - rejected: those of them that were answered with 未采纳.
    /// - Throws: `conflict` when nothing has changed; `invalid`, at the passage that goes or else at `note`, when a number is
    ///   of no comment, of one that was not taken up, or of a passage that was not changed; `forbidden` for its writer.
    mutating func publishVersion(
        after last: [Passage], without removed: [Passage] = [], known: Set<Int>, rejected: Set<Int> = [],
        by actor: Actor
    ) throws {
        guard state == .open else { throw DomainError.conflict("只有正在征求意见的稿子才能公布修改稿。") }
        let before = Dictionary(last.map { ($0.anchor, $0) }) { first, _ in first }
        guard !isPublished(as: last) else { throw DomainError.conflict("稿子和上一版一样，没有可公布的修改。") }
        for passage in passages { try passage.requireReasons(known, rejected, at: "note") }
        for passage in removed {
            try passage.requireReasons(known, rejected, at: DeskPage.removal + passage.anchor)
        }
        for passage in passages {
            guard passage.because.isEmpty || !passage.saysSame(as: before[passage.anchor]) else {
                throw DomainError.invalid("note", "“\(passage.heading)”没有修改，不能写是根据哪条意见改的。")
            }
        }
        try requireOther(actor)
        version += 1
    }

    /// What is being written, after it was published: what it was changed because of stays with the version.
    mutating func forgetReasons() {
        for place in passages.indices { passages[place].because = [] }
    }

    /// The passages of a version that are no longer there, each because of the comments that are named for its mark.
    func removed(since last: [Passage], because reasons: [String: [Int]] = [:]) -> [Passage] {
        let kept = Set(passages.map(\.anchor))
        return last.filter { !kept.contains($0.anchor) }.map { passage in
            var gone = passage
            gone.because = Array(Set(reasons[passage.anchor] ?? [])).sorted()
            return gone
        }
    }

    /// Whether a version says the same as what is written, in the same order.
    func isPublished(as last: [Passage]) -> Bool {
        passages.count == last.count
            && zip(passages, last).allSatisfy { $0.anchor == $1.anchor && $0.saysSame(as: $1) }
    }

    /// Ends it and publishes what came of it: every comment with its answer.
    ///
    /// - Throws: `conflict` before its last day is over, while a comment is unanswered or a change unpublished; `invalid`
    ///   when nothing is said, or with a number by which somebody could be found.
    mutating func close(_ outcome: String, unanswered: Int, last: [Passage], at now: Instant) throws {
        guard state == .open else { throw DomainError.conflict("征求意见没有在进行。") }
        guard now.day > facts.closesOn else {
            throw DomainError.conflict("征求意见到\(facts.closesOn.chinese)才截止，还不能结束。")
        }
        guard unanswered == 0 else { throw DomainError.conflict("还有 \(unanswered) 条意见没有答复，全部答复以后才能结束。") }
        guard isPublished(as: last) else { throw DomainError.conflict("修改稿还没有公布，请先公布或者改回。") }
        guard (5...5_000).contains(outcome.count) else {
            throw DomainError.invalid("outcome", "请写明总的采纳情况和下一步，5 到 5000 字。")
        }
        if let finding = PersonalData.findings(in: outcome, names: []).first {
            throw DomainError.invalid("outcome", finding)
        }
        (state, self.outcome, closedAt) = (.closed, outcome, now)
    }

    private func requireOther(_ actor: Actor) throws {
        guard actor.accountID != editedBy else { throw DomainError.forbidden("请由最后修改的人以外的另一人公布。") }
    }
}

extension Passage {
    /// Throws `invalid` at the field when it names a comment that is not there, or that was not taken up.
    fileprivate func requireReasons(_ known: Set<Int>, _ rejected: Set<Int>, at field: String) throws {
        if let wrong = because.first(where: { !known.contains($0) }) {
            throw DomainError.invalid(field, "“\(heading)”写的第 \(wrong) 条意见不存在，或者已经撤回。")
        }
        if let wrong = because.first(where: rejected.contains) {
            throw DomainError.invalid(
                field, "“\(heading)”写的第 \(wrong) 条意见答复的是未采纳，不能写是根据它改的。请去掉编号，或者先改答复。")
        }
    }
}

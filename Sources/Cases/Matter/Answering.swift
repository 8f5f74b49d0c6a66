import Codes
import Identity
import Journal
import Refusals
import WorkingTime

/// Matters that ask an organ for an answer instead of a licence: received, answered, and nothing delivered over a
/// counter (政府信息公开条例 (2019) arts. 30, 31, 33).
extension Matter {
    /// The limit for the answer begins: with what was supplied, where something was asked for (art. 30); else with the day
    /// the law names for the way it came in, or with this confirmation (art. 31). A petition's runs from here alone.
    mutating func receive(_ position: Int, on occasion: Occasion) {
        let subject = cases[position]
        let received = subject.plan.countsFromAcceptance == true ? nil : subject.filing.receivedAt
        let start = subject.evidenceRequest?.suppliedAt ?? received ?? occasion.now
        beginAnswering(position, from: start, isAutomatic: false, on: occasion)
    }

    /// Nobody said in time what is missing, or confirmed the receipt: the limit has been running since it came in.
    mutating func deemReceived(_ position: Int, on occasion: Occasion) {
        let start = cases[position].clock(.acceptance)?.startedAt ?? cases[position].filing.filedAt
        beginAnswering(position, from: start, isAutomatic: true, on: occasion)
    }

    private mutating func beginAnswering(
        _ position: Int, from start: Instant, isAutomatic: Bool, on occasion: Occasion
    ) {
        enterAcceptance(position, from: start, on: occasion)
        let plan = cases[position].plan
        let limit = plan.legalLimit.map { "，\($0.chinese)内答复" } ?? ""
        record(
            "case.received", position, "「\(plan.name)」自\(start.day.chinese)收到，\(plan.organName)开始办理\(limit)。",
            notice: "您的「\(plan.name)」自\(start.day.chinese)起计算答复期限\(limit)。", isAutomatic: isAutomatic)
    }

    /// Drafts the answer and hands it to whoever signs.
    ///
    /// - Throws: `conflict` when no answer is being drafted, `forbidden` when it is not this person's step.
    public mutating func draft(_ draft: AnswerDraft, for number: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        guard let task = cases[position].openTasks.first(where: { $0.act == .answer }) else {
            throw DomainError.conflict("本件现在不在拟写答复的环节。")
        }
        try task.admit(occasion.actor, in: cases[position])
        for paragraph in draft.paragraphs { try Words.check(paragraph, field: "words") }
        cases[position].draft = draft
        try complete(task: task.id, with: Finding(outcome: task.outcomes.first?.code ?? ""), on: occasion)
    }

    func requireDraft(in position: Int) throws {
        guard cases[position].draft != nil else {
            throw DomainError.conflict("请先拟写答复，再送审签。")
        }
    }

    /// The answer is signed: its document is issued and the matter is over.
    mutating func answer(_ position: Int, on occasion: Occasion) throws {
        guard let draft = cases[position].draft else {
            throw ServiceFailure("answer-missing", "还没有拟写答复，不能出具答复书。")
        }
        let subject = cases[position]
        cases[position].documents.append(
            IssuedDocument(
                id: occasion.newID(), kind: .answer, title: draft.title, number: draft.number,
                holder: subject.applicant.name, organ: subject.plan.organ, organName: subject.plan.organName,
                issuedAt: occasion.now, validUntil: nil, facts: [], paragraphs: draft.paragraphs,
                verificationCode: occasion.newCode()))
        cases[position].result = CaseResult(
            outcome: .answered, reason: nil, decidedBy: Signatory(occasion.actor), decidedAt: occasion.now)
        end(position, as: .closed, on: occasion)
        record(
            "case.answered", position, "\(subject.plan.organName)已答复：\(draft.title)（\(draft.number)）。",
            notice: "\(subject.plan.organName)已答复您的「\(subject.plan.name)」，文号 \(draft.number)。",
            outcome: CaseResult.Outcome.answered.rawValue)
    }
}

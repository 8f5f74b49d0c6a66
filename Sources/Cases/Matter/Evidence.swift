import Refusals
import WorkingTime

/// 补正: asked for once, everything at once, within five working days (行政许可法 art. 32(4)).
extension Matter {
    /// Asks the applicant for what the checks found missing.
    ///
    /// - Throws: `conflict` when it was asked before or the five days are over, `invalid` when nothing is named.
    mutating func requestEvidence(in position: Int, on occasion: Occasion) throws {
        if let earlier = cases[position].evidenceRequest {
            throw DomainError.conflict("补正内容只能一次告知，本件已于\(earlier.sentAt.chinese)告知过。")
        }
        if let clock = cases[position].clock(.acceptance), clock.isOverdue(at: occasion.now) {
            throw DomainError.conflict("收到申请已超过 5 个工作日，依法视为受理，不能再要求补正。")
        }
        let items = findings(in: position)
        guard !items.isEmpty else {
            throw DomainError.invalid("missing", "请选择缺少的材料，或写明需要补正的内容。")
        }
        cases[position].evidenceRequest = EvidenceRequest(
            items: items, sentBy: Signatory(occasion.actor), sentAt: occasion.now)
        setPhase(.supplementing, of: position)
        stopClock(.acceptance, of: position, at: occasion.now)
        let list = items.map(\.words)
        record(
            "case.evidence_requested", position, "一次性告知补正 \(items.count) 项。",
            notice: "您的「\(cases[position].plan.name)」需要补正 \(items.count) 项：\(list.joined(separator: "；"))")
        issue(.evidenceRequest, in: position, [.list: Self.numbered(list)], on: occasion)
    }

    /// What the applicant brings in answer to the request, and the task that waited for it.
    ///
    /// - Throws: `conflict` when nothing was asked for, `invalid` when nothing is brought.
    public mutating func supplyEvidence(
        _ number: String, materials: [FiledMaterial], note: String?, on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        guard let task = cases[position].openTasks.first(where: { $0.act == .supply }) else {
            throw DomainError.conflict("目前没有需要您补正的材料。")
        }
        let known = Set(cases[position].plan.materials.map(\.id))
        guard materials.allSatisfy({ known.contains($0.requirement) }) else {
            throw DomainError.invalid("materials", "补正的材料不在本事项的材料清单里。")
        }
        cases[position].materials += materials.map {
            FiledMaterial(
                requirement: $0.requirement, fileID: $0.fileID, name: $0.name, filedAt: occasion.now)
        }
        try complete(
            task: task.id, with: Finding(outcome: task.outcomes.first?.code ?? "", opinion: note),
            on: occasion)
    }

    mutating func receiveEvidence(in position: Int, note: String?, on occasion: Occasion) throws {
        let sentAt = cases[position].evidenceRequest?.sentAt ?? occasion.now
        let brought = cases[position].materials.filter { $0.filedAt >= sentAt }
        let hasNote = note.map { !$0.allSatisfy(\.isWhitespace) } ?? false
        guard !brought.isEmpty || hasNote else {
            throw DomainError.invalid("materials", "请上传补正的材料，或写明情况说明。")
        }
        cases[position].evidenceRequest?.suppliedAt = occasion.now
        setPhase(.submitted, of: position)
        // Received complete anew: the organ has again five working days, in silence it is accepted.
        startClock(
            .acceptance, of: position, limit: cases[position].plan.acceptanceLimit, at: occasion.now,
            on: occasion)
        record("case.evidence_supplied", position, "申请人已提交补正，共 \(brought.count) 份材料。")
    }

    /// Everything the completed checks of this case found missing, in one list.
    private func findings(in position: Int) -> [EvidenceRequest.Item] {
        let subject = cases[position]
        let names = Dictionary(
            subject.plan.materials.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return subject.tasks.filter { $0.state == .completed && ($0.act == .check || $0.act == .accept) }
            .flatMap { task in
                let materials = task.missing.map {
                    EvidenceRequest.Item(requirement: $0, words: names[$0] ?? $0, organ: task.organ)
                }
                let words = task.outcomeNeedsOpinion ? task.opinion : nil
                return materials
                    + (words.map { [EvidenceRequest.Item(requirement: nil, words: $0, organ: task.organ)] }
                        ?? [])
            }
    }

    private mutating func setPhase(_ phase: Phase, of position: Int) {
        cases[position].phase = phase
        // The children of a joint service wait for the same acceptance.
        for child in children.indices where position == 0 { cases[child].phase = phase }
    }
}

extension CaseTask {
    /// The outcome chosen is one that must be explained.
    var outcomeNeedsOpinion: Bool { outcomes.first { $0.code == outcome }?.needsOpinion ?? false }
}

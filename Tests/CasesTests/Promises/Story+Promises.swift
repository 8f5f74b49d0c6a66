import Codes
import Journal
import WorkingTime

@testable import Cases

extension CasePlan {
    /// 排水许可, of which the rules may come later.
    static let patient: CasePlan = {
        var plan = CasePlan.drainage
        plan.materials = plan.materials.map {
            MaterialRequirement(
                id: $0.id, name: $0.name, isRequired: $0.isRequired, isDeferrable: $0.id == "rules")
        }
        plan.deferral = DeferralTerms(limit: TimeLimit(value: 10, unit: .workingDay))
        return plan
    }()

    /// The same, granted before they are in.
    static let trusting: CasePlan = {
        var plan = CasePlan.patient
        plan.deferral = DeferralTerms(limit: TimeLimit(value: 10, unit: .workingDay), decidesBefore: true)
        return plan
    }()

    /// 公共场所卫生许可, on a promise instead of the rules.
    static let promising: CasePlan = {
        var plan = CasePlan.hygiene
        plan.commitment = CommitmentTerms(
            conditions: ["布局符合卫生标准", "从业人员有健康证明"], replaces: ["rules"], method: "现场核查",
            limit: TimeLimit(value: 30, unit: .workingDay), consequence: "承诺不实的，撤销许可。")
        return plan
    }()
}

extension Story {
    /// Brings what was promised.
    func supplyPromised(_ requirements: [String] = ["rules"], by actor: Actor = .chenJing) throws {
        let number = root.number.text
        let materials = requirements.map {
            FiledMaterial(requirement: $0, fileID: 9_100, name: "补交.pdf", filedAt: now)
        }
        try change(by: actor) { try $0.supplyPromised(number, materials: materials, on: $1) }
    }

    func tellHearing(by actor: Actor, cause: String = "涉及相邻住户的重大利益") throws {
        let number = root.number.text
        try change(by: actor) { try $0.tellHearingRight(number, cause: cause, on: $1) }
    }

    func requestHearing(by actor: Actor = .chenJing) throws {
        let number = root.number.text
        try change(by: actor) { try $0.requestHearing(number, words: "希望当面说明排烟改造", on: $1) }
    }

    func schedule(
        at time: String, chair: Actor, place: String = "三楼会议室", by actor: Actor
    ) throws {
        let number = root.number.text
        try change(by: actor) {
            try $0.scheduleHearing(number, at: at(time), place: place, chair: Colleague(chair), on: $1)
        }
    }

    func register(_ name: String, _ capacity: String = "申请人", by actor: Actor) throws {
        let number = root.number.text
        try change(by: actor) {
            try $0.registerParticipant(number, name: name, capacity: capacity, on: $1)
        }
    }

    func recordHearing(_ words: String = "主持人宣布开始。\n申请人陈述。", by actor: Actor) throws {
        let number = root.number.text
        try change(by: actor) { try $0.recordHearing(number, words: words, on: $1) }
    }

    func confirmRecord(by actor: Actor = .chenJing) throws {
        let number = root.number.text
        try change(by: actor) { try $0.confirmHearingRecord(number, on: $1) }
    }

    func paper(_ kind: IssuedDocument.Kind) -> IssuedDocument? { root.documents.last { $0.kind == kind } }
}

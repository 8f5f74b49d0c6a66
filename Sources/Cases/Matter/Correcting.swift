import Codes
import Journal
import Refusals
import WorkingTime

/// What a paper shall say instead (更正).
public struct PaperCorrection: Sendable, Hashable {
    /// The paragraphs of a notice; empty for a licence.
    public let paragraphs: [String]
    /// The lines of a licence, in their order; empty for a notice.
    public let values: [String]
    /// Why it is wrong.
    public let reason: String

    /// A correction.
    public init(paragraphs: [String] = [], values: [String] = [], reason: String) {
        self.paragraphs = paragraphs
        self.values = values
        self.reason = reason
    }
}

/// 更正: a paper that went out with a mistake is issued anew; the old one says what stands in its place, and whoever has
/// it is told in writing. What was decided stays.
extension Matter {
    /// Issues a paper anew.
    ///
    /// - Throws: `forbidden` unless the head of the organ does it, `notFound` when the case has no such paper, `conflict`
    ///   for one that no longer holds or is not corrected, `invalid` without a reason or a change.
    public mutating func correct(
        _ number: String, document id: Int64, with correction: PaperCorrection, on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        try requireHead(of: cases[position].plan.organ, position, occasion.actor, "更正文书")
        guard let place = cases[position].documents.firstIndex(where: { $0.id == id }) else {
            throw DomainError.notFound("没有找到要更正的文书。")
        }
        let old = cases[position].documents[place]
        guard old.isInForce else { throw DomainError.conflict("《\(old.title)》已经更正或者撤销，请更正现在有效的一份。") }
        guard old.kind.isCorrectable else { throw DomainError.conflict("《\(old.title)》不能这样更正。") }
        try Words.require(correction.reason, field: "reason", "请写明哪里有误、为什么更正，会写进更正通知书。")
        let changes = try old.changes(by: correction)
        let new = try corrected(old, by: correction, in: position, on: occasion)
        cases[position].documents[place].correctedBy = new.id
        cases[position].documents.append(new)
        let name = cases[position].plan.name
        record(
            "case.paper_corrected", position, "更正《\(old.title)》（\(old.number)）：\(correction.reason)",
            notice: "「\(name)」的《\(old.title)》有误，已经更正，请以更正后的为准。原因：\(correction.reason)")
        issue(
            .correction, in: position,
            [
                .paper: [old.title], .paperNumber: [old.number], .newNumber: [new.number],
                .reason: [correction.reason], .list: changes,
            ], on: occasion)
    }

    private func corrected(
        _ old: IssuedDocument, by correction: PaperCorrection, in position: Int, on occasion: Occasion
    ) throws -> IssuedDocument {
        let facts = zip(old.facts, correction.values).map { IssuedDocument.Fact($0.label, $1) }
        return IssuedDocument(
            id: occasion.newID(), kind: old.kind, title: old.title,
            number: try old.kind == .licence ? old.nextVersion() : nextPaperNumber(position),
            holder: old.holder, organ: old.organ, organName: old.organName, issuedAt: occasion.now,
            validUntil: old.validUntil, facts: facts, paragraphs: correction.paragraphs,
            verificationCode: occasion.newCode(), templateVersion: old.templateVersion, corrects: old.id)
    }
}

extension IssuedDocument.Kind {
    /// A record is what was said, and an answer has an author and a number of its own.
    var isCorrectable: Bool { ![.answer, .hearingRecord, .commitment, .correction].contains(self) }
}

extension IssuedDocument {
    /// Whether a mistake in it can be corrected now.
    public var isCorrectable: Bool { isInForce && kind.isCorrectable }

    /// What is changed, in words.
    fileprivate func changes(by correction: PaperCorrection) throws -> [String] {
        let (before, after) =
            kind == .licence ? (facts.map(\.value), correction.values) : (paragraphs, correction.paragraphs)
        guard before.count == after.count else { throw DomainError.invalid("text.0", "更正不能增加或者减少段落。") }
        for (place, words) in after.enumerated() {
            try Words.require(words, field: "text.\(place)", "这一段不能为空。")
        }
        let changes = zip(before, after).enumerated().filter { $0.element.0 != $0.element.1 }.map {
            place, pair in
            let name = kind == .licence ? facts[place].label : "第 \(place + 1) 段"
            return "\(name)：原为“\(pair.0)”，更正为“\(pair.1)”。"
        }
        guard !changes.isEmpty else { throw DomainError.invalid("text.0", "请改正有误的内容，现在和原件相同。") }
        return changes
    }

    /// The identifier of the licence with its next version (GB/T 36904-2018).
    fileprivate func nextVersion() throws -> String {
        let identifier: LicenceIdentifier
        do { identifier = try LicenceIdentifier(number) } catch {
            throw DomainError.conflict("这份证照的标识不是 GB/T 36904 的标识，不能更正。")
        }
        let next = format3((Int(identifier.version) ?? 1) + 1)
        do {
            return try LicenceIdentifier(
                typeCode: identifier.typeCode, issuer: identifier.issuer, serial: identifier.serial,
                version: next
            ).text
        } catch { throw DomainError.conflict("这份证照更正的次数太多，请重新核发。") }
    }

    private func format3(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}

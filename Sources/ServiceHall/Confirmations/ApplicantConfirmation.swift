import Cases
import Identity
import Journal
import Refusals
import WorkingTime

/// The applicant's yes to what a clerk has filled in for them: asked for with a code, or given face to face. It holds for
/// exactly what was to be seen then.
struct ApplicantConfirmation: Sendable, Hashable {
    static let codeField = "code"
    static let wayField = "way"

    /// Digest of the answers and materials.
    var content: String
    /// The code it was asked for with. It stays when the answer has come, for the sake of the tries it counts.
    var code: TelephoneCode?
    var given: FilingConfirmation?

    /// Nothing comes in over the counter for somebody who has not said yes to it, by whichever door.
    ///
    /// - Returns: why it cannot be handed in; nil when it can.
    static func missing(_ given: FilingConfirmation?, channel: String) -> Sentence? {
        guard channel == FilingRecord.counter, given == nil else { return nil }
        return "申请人还没有确认，或者确认以后内容改过，请先请申请人确认。"
    }

    /// Only a clerk who is somebody else takes down an applicant's yes.
    ///
    /// - Throws: `forbidden` for the clerk's own matter.
    static func admit(_ clerk: Account, for applicant: Applicant) throws {
        if let person = clerk.personID, person == applicant.personID {
            throw DomainError.forbidden("这是您本人的申请，请由另一位窗口人员代办。")
        }
    }

    /// What was said yes to, if it is still this.
    func holds(for content: String) -> FilingConfirmation? { content == self.content ? given : nil }

    /// Whether somebody may still read a code out.
    func awaitsCode(for content: String, at now: Instant) -> Bool {
        content == self.content && given == nil && code?.counts(at: now) == true
    }

    /// A code is on its way.
    ///
    /// - Throws: what ``TelephoneCode/sent(_:for:after:at:)`` refuses.
    mutating func send(_ text: String, for content: String, of subject: Int64, at now: Instant) throws {
        let code = try TelephoneCode.sent(text, for: subject, after: code, at: now)
        self = ApplicantConfirmation(content: content, code: code)
    }

    /// What the applicant read out. A wrong code is counted, so it comes back instead of being thrown: what is thrown is not
    /// kept.
    mutating func answer(
        _ text: String, for content: String, of subject: Int64, by clerk: Actor, at now: Instant
    ) -> FieldError? {
        guard awaitsCode(for: content, at: now), var code,
            let isRight = try? code.enter(text, for: subject, at: now)
        else { return FieldError(Self.codeField, "确认码已失效，或者申请内容改过，请重新发送。") }
        self.code = code
        guard isRight else { return FieldError(Self.codeField, "确认码不对，请申请人再看一遍。") }
        given = FilingConfirmation(.code, recordedBy: clerk.name, at: now)
        return nil
    }

    /// The applicant said yes in front of the clerk.
    ///
    /// - Throws: `invalid` for a way that is none for this applicant.
    static func faceToFace(
        _ way: String?, of applicant: Applicant, to content: String, by clerk: Actor, at now: Instant
    ) throws -> ApplicantConfirmation {
        let way = way.flatMap { FilingConfirmation.Way(rawValue: $0) }
        guard let way, FilingConfirmation.Way.faceToFace(applicant.kind).contains(way) else {
            throw DomainError.invalid(wayField, "请选择核对了什么，并请申请人看过全部内容。")
        }
        return ApplicantConfirmation(
            content: content, given: FilingConfirmation(way, recordedBy: clerk.name, at: now))
    }
}

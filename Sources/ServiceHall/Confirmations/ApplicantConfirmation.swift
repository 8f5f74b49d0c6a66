import Cases
import Journal
import Refusals
import Services
import Storage
import WorkingTime

/// The applicant's yes to what a clerk has filled in for them: asked for with a code, or given face to face. It holds for
/// exactly what was to be seen then.
struct ApplicantConfirmation: Sendable, Hashable {
    /// How long a code counts: long enough for a message to arrive and to be read out.
    static let lifeSeconds = 10 * 60
    static let pauseSeconds = 60
    static let mostTries = 5
    static let codeField = "code"
    static let wayField = "way"

    /// Digest of the answers and materials.
    var content: String
    var codeDigest: String?
    var sentAt: Instant?
    var tries = 0
    var given: FilingConfirmation?

    /// What was said yes to, if it is still this.
    func holds(for content: String) -> FilingConfirmation? { content == self.content ? given : nil }

    /// Whether somebody may still read a code out.
    func awaitsCode(for content: String, at now: Instant) -> Bool {
        guard content == self.content, given == nil, let sentAt else { return false }
        return now <= sentAt.adding(seconds: Self.lifeSeconds) && tries < Self.mostTries
    }

    /// A code is on its way.
    ///
    /// - Throws: `conflict` right after another one.
    mutating func send(_ digest: String, for content: String, at now: Instant) throws {
        if let sentAt, now < sentAt.adding(seconds: Self.pauseSeconds) {
            throw DomainError.conflict("确认码刚刚发送过，一分钟以后才能再发。")
        }
        self = ApplicantConfirmation(content: content, codeDigest: digest, sentAt: now)
    }

    /// What the applicant read out. A wrong code is counted, so it comes back instead of being thrown: what is thrown is not
    /// kept.
    mutating func answer(_ digest: String, for content: String, by clerk: Actor, at now: Instant)
        -> FieldError?
    {
        guard awaitsCode(for: content, at: now) else {
            return FieldError(Self.codeField, "确认码已失效，或者申请内容改过，请重新发送。")
        }
        guard digest == codeDigest else {
            tries += 1
            return FieldError(Self.codeField, "确认码不对，请申请人再看一遍。")
        }
        (codeDigest, sentAt) = (nil, nil)
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

extension Wizard {
    /// What is confirmed: every answer and every file, as they stand.
    var content: String {
        // What cannot be written down can be confirmed by nobody: then every reading is another one.
        let form = (try? encodeJSON(draft.form)) ?? String(Int64.random(in: 0 ... .max))
        let files = draft.handedIn.map { "\($0.requirement)/\($0.fileID)" }.sorted()
        return Journal.digest(
            json: "\(service.code)@\(service.version) \(form) \(files.joined(separator: " "))")
    }

    /// The applicant's yes to what stands here now.
    var confirmed: FilingConfirmation? { confirmation?.holds(for: content) }
}

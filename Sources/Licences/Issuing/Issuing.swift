import Cases
import Codes
import Journal
import Storage
import WorkingTime

/// What happens to licences when something happens to a case: issued with the decision, tied to an application that uses
/// them, looked at once more when it is decided.
public enum LicenceFollowing {
    /// The follower of an installation's cases.
    public static func follower(signers: LicenceSigners) -> CaseFollower {
        CaseFollower { event, subject, now, tx in
            switch event.action {
            case "case.submitted", "case.evidence_supplied": try UseFollowing.tie(subject, at: now, in: tx)
            case "case.granted":
                try UseFollowing.recheck(subject, on: now.day, in: tx)
                try issue(subject, signedBy: signers, at: now, in: tx)
            case "case.paper_corrected": try replace(in: subject, signedBy: signers, at: now, in: tx)
            case "case.decision_revoked": try annul(in: subject, at: now, in: tx)
            default: break
            }
        }
    }

    private static func issue(
        _ subject: Case, signedBy signers: LicenceSigners, at now: Instant, in tx: Transaction
    ) throws {
        guard let document = subject.documents.last(where: { $0.kind == .licence }) else { return }
        let decider = subject.result?.decidedBy ?? Signatory(accountID: 0, name: "系统")
        try record(document, of: subject, signedBy: signers, by: decider, in: tx)
    }

    /// 更正: the licence with the mistake ends when its next version is issued.
    private static func replace(
        in subject: Case, signedBy signers: LicenceSigners, at now: Instant, in tx: Transaction
    ) throws {
        guard let new = subject.documents.last(where: { $0.corrects != nil }), new.kind == .licence,
            let old = new.corrects
        else { return }
        let organ = Signatory(accountID: 0, name: subject.plan.organName)
        try LicenceWriting.end(
            LicenceAct(.cancelled, "内容有误，已经更正，由 \(new.number) 代替", by: organ, at: now), document: old, in: tx)
        try record(new, of: subject, signedBy: signers, by: organ, in: tx)
    }

    /// 撤销: what was granted on a promise that was not true ends with the decision; who verified and who decided are two.
    private static func annul(in subject: Case, at now: Instant, in tx: Transaction) throws {
        guard let verified = subject.commitment?.verification, let revocation = subject.commitment?.revocation
        else { return }
        for document in subject.documents where document.kind == .licence && document.revokedAt != nil {
            try LicenceWriting.annul(
                LicenceAct(.revoked, revocation.reason, by: revocation.decidedBy, at: now),
                document: document.id, foundBy: verified.verifiedBy, at: verified.verifiedAt, in: tx)
        }
    }

    /// The row of a licence, beside the document that was issued in its case.
    static func record(
        _ document: IssuedDocument, of subject: Case, signedBy signers: LicenceSigners, by: Signatory,
        in tx: Transaction
    ) throws {
        guard let identifier = try? LicenceIdentifier(document.number) else { return }
        let licence = Licence(
            id: tx.ids.next(), number: document.number, typeCode: identifier.typeCode, name: document.title,
            holder: LicenceHolder(subject.applicant), organ: document.organ, organName: document.organName,
            issuedAt: document.issuedAt, validUntil: document.validUntil, facts: document.facts,
            verificationCode: document.verificationCode, caseNumber: subject.number.text,
            accountID: subject.applicant.accountID, stateSince: document.issuedAt)
        let content = LicenceContent(licence, issuerCode: identifier.issuer)
        try LicenceWriting.insert(
            licence, signed: try signers.sign(content).file(), document: document.id, in: tx)
        try LicenceWriting.insert(
            LicenceAct(.issued, nil, by: by, at: document.issuedAt), of: licence.id, in: tx)
    }
}

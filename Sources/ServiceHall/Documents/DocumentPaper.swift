import Cases
import Desk
import Typesetting
import WorkingTime

/// An issued document laid out on paper, with the code by which anyone can check it.
struct DocumentPaper {
    let document: IssuedDocument
    let publicAddress: String
    /// What is printed at the foot of every paper.
    let siteRemark: String?

    /// A paper that no longer holds says so itself.
    private var remark: String? {
        let standing = document.isInForce ? nil : document.standing
        let remarks = [standing, siteRemark].compactMap(\.self)
        return remarks.isEmpty ? nil : remarks.joined(separator: "　")
    }

    /// - Throws: `TypesettingError` when the words do not fit on the paper.
    func sheet() throws -> Sheet {
        document.kind == .licence ? try certificate.sheet() : try notice.sheet()
    }

    private var verification: Verification {
        Verification(address: publicAddress + CasePath.verification(document.verificationCode))
    }

    private var date: String { document.issuedAt.day.written }

    private var certificate: CertificateSheet {
        return CertificateSheet(
            title: document.title, fields: document.bodyFacts.map { CertificateField($0.label, $0.value) },
            identifier: document.number, issuer: document.organName, issuedOn: date,
            verification: verification, remark: remark)
    }

    private var notice: NoticeSheet {
        NoticeSheet(
            title: document.title, number: document.number, addressee: document.holder,
            passages: document.paragraphs.map(NoticePassage.paragraph), organ: document.organName, date: date,
            sealPurpose: document.kind == .answer ? "政府信息公开专用章" : "行政许可专用章", verification: verification,
            remark: remark)
    }
}

extension IssuedDocument {
    /// The facts without who issued it and when, which have places of their own.
    var bodyFacts: [Fact] { facts.filter { $0.label != "发证机关" && $0.label != "发证日期" } }
}

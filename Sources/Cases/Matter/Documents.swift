import BusinessProcess
import Codes
import WorkingTime

/// The papers a case brings forth.
extension Matter {
    /// The licence, with the identifier of GB/T 36904-2018.
    mutating func issueLicence(in position: Int, on occasion: Occasion) throws {
        let subject = cases[position]
        guard let template = subject.plan.licence else { return }
        let today = occasion.now.day
        let identifier = try LicenceIdentifier(
            typeCode: template.typeCode, issuer: subject.plan.organCode,
            serial: String(subject.number.text.dropFirst(6).prefix(14)), version: "001")
        let until = template.validityMonths.map { today.adding(months: $0).adding(days: -1) }
        cases[position].documents.append(
            IssuedDocument(
                id: occasion.newID(), kind: .licence, title: template.name, number: identifier.text,
                holder: subject.applicant.name, organ: subject.plan.organ, organName: subject.plan.organName,
                issuedAt: occasion.now, validUntil: until,
                facts: facts(for: template, of: subject, on: today, until: until), paragraphs: [],
                verificationCode: occasion.newCode()))
    }

    private func facts(
        for template: LicenceTemplate, of subject: Case, on today: CivilDate, until: CivilDate?
    ) -> [IssuedDocument.Fact] {
        let isEntity = subject.applicant.kind == .entity
        let holder = [
            IssuedDocument.Fact(isEntity ? "名称" : "姓名", subject.applicant.name),
            IssuedDocument.Fact(
                isEntity ? "统一社会信用代码" : "公民身份号码",
                isEntity ? subject.applicant.code : Masking.identityNumber(subject.applicant.code)),
        ]
        let printed = template.printed.compactMap { answer in
            subject.form[answer.field]?.words(answer.options).map { IssuedDocument.Fact(answer.label, $0) }
        }
        return holder + printed + [
            IssuedDocument.Fact("事项", subject.plan.name),
            IssuedDocument.Fact("有效期限", until.map { "\(today.written)至\($0.written)" } ?? "长期"),
            IssuedDocument.Fact("发证机关", subject.plan.organName),
            IssuedDocument.Fact("发证日期", today.iso),
        ]
    }
}

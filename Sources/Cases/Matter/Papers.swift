import Codes
import Refusals
import WorkingTime

/// Papers written from the templates in force.
extension Matter {
    /// Issues a paper of a form: what every paper knows is filled in, the rest is handed in.
    ///
    /// - Returns: the paper.
    @discardableResult
    mutating func issue(
        _ form: PaperForm, in position: Int, _ own: [PaperBlank: [String]] = [:], on occasion: Occasion
    ) -> IssuedDocument {
        let subject = cases[position]
        let values = commonValues(position, on: occasion).merging(own) { $1 }
        let paper = occasion.papers.paper(form)
        let document = IssuedDocument(
            id: occasion.newID(), kind: form.kind, title: paper?.template.title ?? form.chinese,
            number: nextPaperNumber(position), holder: subject.applicant.name, organ: subject.plan.organ,
            organName: subject.plan.organName, issuedAt: occasion.now, validUntil: nil, facts: [],
            paragraphs: paper?.template.paragraphs(values) ?? own.values.flatMap(\.self),
            verificationCode: occasion.newCode(), templateVersion: paper?.version)
        cases[position].documents.append(document)
        return document
    }

    /// The number a paper of the case gets (文号).
    func nextPaperNumber(_ position: Int) -> String {
        "\(cases[position].number.text)-\(cases[position].documents.count + 1)"
    }

    private func commonValues(_ position: Int, on occasion: Occasion) -> [PaperBlank: [String]] {
        let subject = cases[position]
        return [
            .item: [subject.plan.name], .applicant: [subject.applicant.name],
            .organ: [subject.plan.organName], .caseNumber: [subject.number.text],
            .filedOn: [subject.filing.filedAt.chinese], .today: [occasion.now.day.written],
            .remedies: remedies(in: position),
            .legalLimit: [subject.plan.legalLimit?.chinese ?? "法律没有规定"],
            .promisedLimit: [subject.plan.promisedLimit?.chinese ?? "没有另行承诺"],
        ]
    }

    /// A list as it stands on papers.
    static func numbered(_ lines: [String]) -> [String] {
        lines.enumerated().map { "\($0.offset + 1). \($0.element)" }
    }
}

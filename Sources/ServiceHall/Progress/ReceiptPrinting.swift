import Cases
import Codes
import Files
import Identity
import Services
import Web

extension ProgressPages {
    /// The receipt as PDF; a joint service has one for all its items.
    func receiptPaper(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let view = try await cases.view(try request.parameter("number"), for: caller.viewer)
        if let parent = view.parent {
            return .redirect(to: ApplicantPath.receiptPaper(parent.number.text))
        }
        let subject = view.subject
        guard elsewhere(subject) == nil else {
            return .redirect(to: ApplicantPath.receipt(subject.number.text))
        }
        let paper = ReceiptPaper(
            subject: subject, children: view.children,
            drawings: try await drawings(of: subject, caller, request),
            publicAddress: publicAddress, remark: remark)
        return WebResponse.file(
            try paper.pdf(), name: "收件回执-\(subject.number.text).pdf", contentType: "application/pdf",
            disposition: .inline
        ).header("Cache-Control", "private, no-store")
    }

    private func drawings(
        of subject: Case, _ caller: SignedIn, _ request: WebRequest
    ) async throws -> [ReceiptPaper.Drawing] {
        let item = try? await library.service(subject.plan.code, version: subject.plan.version).item
        var drawings: [ReceiptPaper.Drawing] = []
        for field in item?.fields ?? [] where field.kind == .signature {
            guard let drawn = subject.materials.last(where: { $0.requirement == field.drawingName }) else {
                continue
            }
            let file = try await cases.readFile(
                drawn.fileID, by: caller.actor(request), as: caller.viewer)
            let png = try await file.bytes(from: 0, count: FormField.drawingLimitBytes)
            drawings.append(.init(label: field.label, png: png))
        }
        return drawings
    }
}

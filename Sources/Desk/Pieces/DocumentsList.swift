import Cases
import Web
import WorkingTime

/// The notices, decisions and licences of a matter, each with its page and its PDF.
public struct DocumentsList: Sendable {
    private let documents: [IssuedDocument]

    /// The papers of a case and of the items it was made of, the newest first.
    public init(_ view: CaseView) {
        self.init((view.subject.documents + view.children.flatMap(\.documents)).sorted { $0.id > $1.id })
    }

    /// These papers, in this order.
    public init(_ documents: [IssuedDocument]) { self.documents = documents }

    /// Whether nothing has been issued yet.
    public var isEmpty: Bool { documents.isEmpty }

    /// The list.
    public var html: HTML { "<ul class=\"links documents\">\(each: documents, item)</ul>" }

    private func item(_ document: IssuedDocument) -> HTML {
        let code = document.verificationCode
        return """
            <li><div><a href="\(CasePath.document(code))">\(document.title)</a>
            <p class="hint">\(document.organName) · \(document.issuedAt.day.chinese)\(document.standing.map { "，\($0)" } ?? "")</p></div>
            <span><a href="\(CasePath.pdf(code))">PDF<span class="sr">：\(document.title)</span></a></span></li>
            """
    }
}

extension IssuedDocument {
    /// What a reader must know before relying on it; `nil` while it holds as it was issued.
    public var standing: String? {
        if revokedAt != nil { return "已撤销" }
        if correctedBy != nil { return "已更正，以更正件为准" }
        return corrects == nil ? nil : "更正件"
    }
}

import Cases
import Desk
import Licences
import Refusals
import Web

/// Issued documents as pages and as PDF.
///
/// The code on the paper is the key: 80 random bits, known to whoever holds the paper and to those who may
/// see the case.
struct DocumentPages: Sendable {
    let cases: Cases
    let licences: Licences
    let printer: DocumentPrinter

    var routes: [Route] {
        [
            .get(CasePath.pdf("{code}"), .anyone, "文书和证照（PDF）") { request, _ in try await pdf(request) },
            .get(CasePath.document("{code}"), .anyone, "文书和证照") { request, _ in
                let document = try await document(request)
                return .page(DocumentPage(document: document, remark: printer.remark).page).unlisted
            },
        ]
    }

    /// A paper issued in a case, or a licence that was taken in.
    private func document(_ request: WebRequest) async throws -> IssuedDocument {
        let code = try request.parameter("code")
        do { return try await cases.document(verificationCode: code) } catch DomainError.notFound(
            let sentence)
        {
            guard let licence = try await licences.licence(verificationCode: code) else {
                throw DomainError.notFound(sentence)
            }
            return licence.document
        }
    }

    private func pdf(_ request: WebRequest) async throws -> WebResponse {
        let document = try await document(request)
        let bytes = try await printer.pdf(of: document)
        return WebResponse.file(
            bytes, name: "\(document.title).pdf", contentType: "application/pdf", disposition: .inline
        ).unlisted
    }
}

extension WebResponse {
    /// For the holder of the code alone: no search engine lists it, no cache between keeps it.
    var unlisted: WebResponse {
        header("X-Robots-Tag", "noindex, nofollow").header("Cache-Control", "private, no-store")
            .header("Referrer-Policy", "no-referrer")
    }
}

import Cases
import Dispatch
import Synchronization
import Typesetting
import WorkingTime

/// Sets documents in PDF, beside the threads that answer requests, and keeps those asked for last.
final class DocumentPrinter: Sendable {
    /// Papers kept, of some 300 kB each, most of it fonts.
    private static let capacity = 32

    /// What is printed at the foot of every paper.
    let remark: String?
    private let publicAddress: String
    private let kept = Mutex<[(code: String, bytes: [UInt8])]>([])

    init(publicAddress: String, remark: String?) {
        self.publicAddress = publicAddress
        self.remark = remark
    }

    /// The document as PDF. What an issued document says never changes, only whether it still holds: what was set once is
    /// kept under both.
    ///
    /// - Throws: `TypesettingError` when it does not fit on the paper.
    func pdf(of document: IssuedDocument) async throws -> [UInt8] {
        let code = "\(document.verificationCode) \(document.isInForce)"
        if let bytes = kept.withLock({ $0.first { $0.code == code }?.bytes }) { return bytes }
        let paper = DocumentPaper(document: document, publicAddress: publicAddress, siteRemark: remark)
        let bytes = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        try paper.sheet().pdf(createdMilliseconds: document.issuedAt.milliseconds)
                    })
            }
        }
        keep(bytes, as: code)
        return bytes
    }

    private func keep(_ bytes: [UInt8], as code: String) {
        kept.withLock { papers in
            papers.removeAll { $0.code == code }
            papers.append((code, bytes))
            if papers.count > Self.capacity { papers.removeFirst() }
        }
    }
}

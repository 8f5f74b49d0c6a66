import Cases
import Codes
import Desk
import Identity
import Journal
import Refusals
import Storage
import TransparencyLog
import Web

/// 存证: what proves to an applicant that their case was filed, on a page, as files, and through the API.
struct ReceiptPages: Sendable {
    /// The action of the entry that tells of a filing.
    private static let action = "case.submitted"

    let keys: JournalKeys?
    let cases: Cases
    let database: Database

    var routes: [Route] {
        [
            .get(LogPath.receipt, .signedIn, "收件回执和存证证明", api: ReceiptDocument.operation) {
                request, caller in
                let (number, receipt) = try await receipt(request, caller)
                if request.header("Accept") == "application/octet-stream" { return try file(receipt, number) }
                return try .json(ReceiptDocument(receipt, number: number)).header("Cache-Control", "no-store")
            },
            .get(CasePath.proof("{number}"), .signedIn, "存证") { request, caller in
                let (number, receipt) = try await receipt(request, caller)
                return .page(ReceiptPage(number: number, receipt: receipt, isStaff: caller.isStaff).page)
            },
            .get(LogPath.proofFile("{number}"), .signedIn, "存证证明文件") { request, caller in
                let (number, receipt) = try await receipt(request, caller)
                return try file(receipt, number)
            },
            .get(LogPath.promise("{number}"), .signedIn, "收件承诺") { request, caller in
                let (number, receipt) = try await receipt(request, caller)
                guard let promise = receipt.promise else {
                    throw DomainError.notFound("本机不能签发收件承诺，请稍后再试。")
                }
                return Self.file(promise.description, name: "收件承诺-\(number).txt")
            },
        ]
    }

    /// The receipt of the whole application: the items of a joint service were filed with it.
    private func receipt(
        _ request: WebRequest, _ caller: SignedIn
    ) async throws -> (String, JournalReceipt) {
        let view = try await cases.view(try request.parameter("number"), for: caller.viewer)
        guard let keys else { throw DomainError.notFound("本站没有启用日志存证。") }
        let number = (view.parent ?? view.subject).number.text
        let accountID = caller.accountID
        let receipt = try await database.read {
            try JournalReceipt.of(number, action: Self.action, for: accountID, keys: keys, in: $0)
        }
        guard let receipt else { throw DomainError.notFound("没有找到这个办件的收件记录。") }
        return (number, receipt)
    }

    private func file(_ receipt: JournalReceipt, _ number: String) throws -> WebResponse {
        guard let proof = receipt.proof else {
            throw DomainError.notFound("这条记录还没有排入日志，一分钟以内就会有证明文件。")
        }
        return Self.file(proof.description, name: "存证-\(number).\(ProofFile.fileExtension)")
    }

    private static func file(_ text: String, name: String) -> WebResponse {
        WebResponse.file(Array(text.utf8), name: name, contentType: "application/octet-stream")
            .header("Cache-Control", "no-store")
    }
}

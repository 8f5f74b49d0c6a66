import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// 核验证照文件: anybody finds out whether a file was signed here, and whether the licence is in force today. The keys
/// stand beside it, for those who would rather check by themselves.
struct FileCheckPages: Sendable {
    let licences: Licences
    private let limit = RateLimit(burst: 20, perMinute: 20)

    init(licences: Licences) { self.licences = licences }

    var routes: [Route] {
        [
            .get(LicencePath.fileCheck, .anyone, "核验证照文件") { request, _ in
                .page(FileCheckPage(token: request.csrf).page)
            },
            .post(LicencePath.fileCheck, .anyone, journal: "licence.file_checked", "核验证照文件") { request, _ in
                try await check(request)
            },
            .get(LicencePath.keys, .anyone, "证照的验证公钥") { _, _ in
                try WebResponse.json(licences.keys.set).header("Cache-Control", "public, max-age=3600")
            },
        ]
    }

    private func check(_ request: WebRequest) async throws -> WebResponse {
        try limit.admit(request.address, at: request.now)
        let reader = try await request.multipart(limitBytes: 2 * SignedLicence.limitBytes)
        do {
            let text = try await reader.nextPart()?.text(limitBytes: SignedLicence.limitBytes) ?? ""
            let verdict = try await licences.check(file: text, at: request.now, address: request.address)
            return WebResponse.page(FileVerdictPage(verdict: verdict, now: request.now).page)
                .header("Cache-Control", "no-store")
        } catch DomainError.malformed(let sentence) {
            let page = FileCheckPage(token: request.csrf, errors: [FieldError("file", sentence)])
            return .page(page.page, status: .unprocessableContent)
        }
    }
}

/// What was found of a file.
struct FileVerdict: Sendable {
    let content: LicenceContent
    let signatures: [SignatureFinding]
    /// The licence as it is now; nil when the file does not hold, or was issued elsewhere.
    let licence: Licence?
}

extension Licences {
    /// Checks a file: its signatures, and where the licence stands now. A file that does not hold is what auditors want to
    /// hear of.
    ///
    /// - Throws: `malformed` when it is no file of a licence.
    func check(file text: String, at now: Instant, address: String) async throws -> FileVerdict {
        let signed = try SignedLicence(file: text)
        let content = try signed.content()
        let findings = keys.check(signed)
        let somebody = Actor(accountID: 0, name: "访客", channel: "page", address: address)
        return try await database.write { tx in
            let licence = findings.areSound ? try LicenceStore.licence(number: content.number, in: tx) : nil
            try Journal.append(
                JournalEntry(
                    at: now, actor: somebody, action: "licence.file_checked",
                    subject: licence.map { "licence/\($0.id)" } ?? "licence-file",
                    outcome: findings.areSound ? .done : .refused,
                    sentence: findings.areSound ? "有人核验了一份证照文件，签名成立。" : "有人核验了一份证照文件，签名不成立。"), in: tx)
            return FileVerdict(content: content, signatures: findings, licence: licence)
        }
    }
}

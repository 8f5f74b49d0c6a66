import Refusals

/// What may be saved, and what must be there before somebody reviews it.
extension Manuscript {
    /// Characters of a title.
    static let longestTitle = 120
    /// Characters of a summary.
    static let longestSummary = 300
    /// Characters of a text: some forty pages.
    static let longestBody = 100_000
    /// Links of one document.
    static let mostLinks = 20

    /// - Throws: `invalid` with everything that keeps it from being saved.
    func check(for kind: DocumentKind) throws {
        let isBare = !kind.needsBody && english?.body.isEmpty ?? true
        var errors = lengths + factMistakes(for: kind)
        errors += (english?.mistakes ?? []).filter { !isBare || $0.field != "english_body" }
        for (field, text) in texts where text.unicodeScalars.contains(where: Self.isHostile) {
            errors.append(FieldError(field, "里面有看不见的控制字符，请删去后重新粘贴。"))
        }
        if links.count > Self.mostLinks {
            errors.append(FieldError("links", "最多关联 \(Self.mostLinks) 篇文件。"))
        }
        if kind != .policy, links.contains(where: { $0.relation != .interprets }) {
            errors.append(FieldError("links", "只有政策文件可以修改或废止别的文件。"))
        }
        if let policy, let first = policy.effectiveOn, let last = policy.expiresOn, last < first {
            errors.append(FieldError("expires", "有效期不能早于施行日期。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    /// - Throws: `invalid` with everything that is missing for others to review it.
    func requireComplete(for kind: DocumentKind) throws {
        var errors: [FieldError] = []
        if kind.needsBody, body.allSatisfy(\.isWhitespace) {
            errors.append(FieldError("body", "请写\(kind.bodyLabel)。"))
        }
        errors += missingFacts(for: kind)
        if source.isEmpty { errors.append(FieldError("source", "请写明信息来源。")) }
        if kind == .policy {
            if policy?.documentNumber.isEmpty ?? true { errors.append(FieldError("number", "请填写文号。")) }
            if policy?.organ.isEmpty ?? true { errors.append(FieldError("organ", "请填写发文机关。")) }
            if policy?.issuedOn == nil { errors.append(FieldError("issued", "请填写成文日期。")) }
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    /// - Throws: `invalid` for an image in the text that is none of the files of the edition, and for a kind that shows
    ///   images and has too few.
    func requireImages(_ files: [Enclosure], for kind: DocumentKind) throws {
        let count = files.count { $0.kind == .image }
        if count < kind.leastImages {
            throw DomainError.invalid("files", "\(kind.chinese)至少要有 \(kind.leastImages) 张图片，请在「附件和图片」里添加。")
        }
        let known = Set(files.filter { $0.kind == .image }.map(\.fileID))
        if let stray = ContentText(body).images.first(where: { !known.contains($0) }) {
            throw DomainError.invalid("body", "正文里的图片 \(stray) 不在这一稿的图片里，请在「附件和图片」里添加或删去这一行。")
        }
    }

    private var lengths: [FieldError] {
        var errors: [FieldError] = []
        if title.isEmpty { errors.append(FieldError("title", "请写标题。")) }
        if title.count > Self.longestTitle {
            errors.append(FieldError("title", "标题最多 \(Self.longestTitle) 字，现在有 \(title.count) 字。"))
        }
        if title.contains(where: \.isNewline) { errors.append(FieldError("title", "标题请写成一行。")) }
        if summary.count > Self.longestSummary {
            errors.append(FieldError("summary", "摘要最多 \(Self.longestSummary) 字，现在有 \(summary.count) 字。"))
        }
        if body.count > Self.longestBody {
            errors.append(FieldError("body", "正文最多 \(Self.longestBody) 字，更长的请做成附件。"))
        }
        if source.count > Self.longestTitle {
            errors.append(FieldError("source", "信息来源最多 \(Self.longestTitle) 字。"))
        }
        for (field, text) in policyTexts where text.count > Self.longestTitle {
            errors.append(FieldError(field, "最多 \(Self.longestTitle) 字。"))
        }
        return errors
    }

    private var texts: [(String, String)] {
        [("title", title), ("summary", summary), ("body", body), ("source", source)] + policyTexts
            + (english?.texts.map { ($0.field, $0.text) } ?? []) + factTexts
    }

    private var policyTexts: [(String, String)] {
        guard let policy else { return [] }
        return [("number", policy.documentNumber), ("index", policy.indexNumber), ("organ", policy.organ)]
    }

    /// Control characters, and those that turn the direction of writing so that a text reads otherwise than it is.
    static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
